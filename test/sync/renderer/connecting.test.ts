import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { refused, succeeded } from '#shared/foundation/outcome.ts'
import { loadWords } from '#shared/locales/words.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { useCompanyWay } from '#renderer/settings/use-company-way.ts'
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
  expect(problemOfEntry('', undefined, words)).toEqual({ address: words.sync.central.addressMissing })
  expect(problemOfEntry('central.example', undefined, words)).toEqual({})
})

describe('the company’s account', () => {
  const offers = async (...typed: readonly string[]) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const asked: string[] = []
    const address = shallowRef(typed[0] ?? '')
    const scope = effectScope()
    onTestFinished(() => scope.stop())
    const offered = scope.run(() => useCompanyWay(address, async ({ address: at }) => {
      asked.push(at)
      return at.includes('gone') ? refused('sync.offline', '') : succeeded({ company: at.includes('company') })
    }))
    for (const text of typed.slice(1)) {
      address.value = text
      await nextTick()
    }
    await vi.advanceTimersByTimeAsync(1_000)
    return { asked, offered: offered?.value }
  }

  test('is offered where the central API that is typed has it, asked once the typing pauses', async () => {
    expect(await offers('', 'https', 'https://com', 'https://company.example')).toEqual({ asked: ['https://company.example'], offered: true })
    expect(await offers('https://company.example')).toMatchObject({ offered: true })
  })

  test('is not offered where there is none, no answer or no address', async () => {
    expect(await offers('https://company.example', 'https://other.example')).toEqual({ asked: ['https://other.example'], offered: false })
    expect(await offers('https://gone.example')).toMatchObject({ offered: false })
    expect(await offers('https://company.example', 'nowhere')).toEqual({ asked: [], offered: false })
  })
})

test('a refusal is said beside the field it concerns, else above both', () => {
  const place = (code: string) => Object.keys(problemOfRefusal({ code, message: '' }, words, createFormats('en')))
  expect(place('sync.offline')).toEqual(['address'])
  expect(place('enrolment.code-invalid')).toEqual(['code'])
  expect(place('sign-in.other-address')).toEqual(['address'])
  expect(place('sign-in.unknown-person')).toEqual(['form'])
  expect(place('disk.full')).toEqual(['form'])
})

test('every kind of field has its editor; lists and conditions are given as they were', async () => {
  const workbench = await fakeWorkbench(fakeBridge())
  const kind = (field: string, value: never, was?: never) => fieldEditor('partner', { field, value, was }, workbench).kind
  expect([kind('code', 'G' as never), kind('capacity', null as never), kind('notes', 'n' as never), kind('country', 'JP' as never), kind('enabled', true as never), kind('regions', ['JP'] as never)]).toEqual(['text', 'number', 'long', 'choice', 'switch', 'fixed'])
})
