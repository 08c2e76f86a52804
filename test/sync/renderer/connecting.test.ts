import { expect, test } from 'vitest'
import { loadWords } from '#shared/locales/words.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { readCentralAddress } from '#renderer/sync/central-address.ts'
import { problemOfEntry, problemOfRefusal } from '#renderer/sync/connect-problem.ts'
import { fieldEditor } from '#renderer/sync/field-editor.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'

const words = await loadWords('en')

test.each([
  ['https://central.example', 'https://central.example'],
  [' https://central.example/ ', 'https://central.example'],
  ['https://central.example/workbench/', 'https://central.example/workbench'],
  ['central.example', 'https://central.example'],
  ['central.example:8443', 'https://central.example:8443'],
  ['localhost:4700', 'http://localhost:4700'],
  ['127.0.0.1:4700', 'http://127.0.0.1:4700'],
  ['http://192.168.0.9:4700', 'http://192.168.0.9:4700'],
  ['HTTPS://Central.Example', 'https://central.example'],
  ['https://中央.example', 'https://xn--fiq11y.example'],
])('%j is the address %s', (typed, address) => {
  expect(readCentralAddress(typed)).toBe(address)
})

test.each(['', '   ', 'central', 'ftp://central.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'two words.example'])('%j is no address', (typed) => {
  expect(readCentralAddress(typed)).toBeUndefined()
})

test('what is missing or wrong is said beside its field before anything is asked', () => {
  expect(problemOfEntry('', '', words)).toEqual({ address: words.sync.central.addressMissing, code: words.sync.central.codeMissing })
  expect(problemOfEntry('central', 'abc', words)).toEqual({ address: words.sync.central.addressWrong, code: words.sync.central.codeShort })
  expect(problemOfEntry('central.example', 'abcd-efgh', words)).toEqual({})
})

test('a refusal is said beside the field it concerns, else above both', () => {
  const place = (code: string) => Object.keys(problemOfRefusal({ code, message: '' }, words, createFormats('en')))
  expect(place('sync.offline')).toEqual(['address'])
  expect(place('enrolment.code-invalid')).toEqual(['code'])
  expect(place('disk.full')).toEqual(['form'])
})

test('every kind of field has its editor; lists and conditions are given as they were', async () => {
  const workbench = await fakeWorkbench(fakeBridge())
  const kind = (field: string, value: never, was?: never) => fieldEditor('partner', { field, value, was }, workbench).kind
  expect([kind('code', 'G' as never), kind('capacity', null as never), kind('notes', 'n' as never), kind('country', 'JP' as never), kind('enabled', true as never), kind('regions', ['JP'] as never)]).toEqual(['text', 'number', 'long', 'choice', 'switch', 'fixed'])
})
