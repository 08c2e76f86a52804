import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '#shared/foundation/fold-text.ts'

describe('foldText', () => {
  test.each([
    ['ＤＯＷＡ', 'dowa'],
    ['ﾄﾖﾀ', 'トヨタ'],
    ['ﾊﾟﾅｿﾆｯｸ', 'パナソニック'],
    ['Málaga', 'malaga'],
    ['ÑANDÚ', 'nandu'],
    ['㈱山田', '(株)山田'],
    ['Straße', 'straße'],
    ['', ''],
  ])('takes %j for %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('keeps the voicing marks of kana, however they are spelled', () => {
    expect(foldText('が')).not.toBe(foldText('か'))
    expect(foldText('か\u3099')).toBe(foldText('が'))
  })

  test('is the same when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }))
  })

  test('does not care for the case of Latin letters', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abcxyzABCXYZáÉñÑüß0 -') }), (text) => {
      expect(foldText(text.toLowerCase())).toBe(foldText(text))
    }))
  })
})
