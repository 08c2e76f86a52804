import { readCorporateNumber } from '#shared/imports/read-corporate-number.ts'
import { expect, it } from 'vitest'

it.each([
  ['as it is', '6020001008662'],
  ['of an invoice registration', 'T6020001008662'],
  ['in full width', 'Ｔ６０２０００１００８６６２'],
  ['in groups', '6-0200-0100-8662'],
  ['with blanks around and between', ' 6 0200 0100 8662\u3000'],
])('reads a number %s', (_, text) => {
  expect(readCorporateNumber(text)).toEqual({ ok: true, value: '6020001008662' })
})

it('reads nothing in an empty cell or one of blanks', () => {
  expect(['', ' \u3000'].map(readCorporateNumber)).toEqual([{ ok: true, value: null }, { ok: true, value: null }])
})

it.each([
  ['whose check digit is wrong', '7020001008662'],
  ['of which two digits are exchanged', '6020001008626'],
  ['with a digit too few', '602000100866'],
  ['with letters among the digits', '60200O1008662'],
  ['under another letter than T', 'K6020001008662'],
])('refuses a number %s, and keeps what was written', (_, text) => {
  expect(readCorporateNumber(text)).toEqual({ ok: false, code: 'import.corporate-number-invalid', data: { value: text } })
})
