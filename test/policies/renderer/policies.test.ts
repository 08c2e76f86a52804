import { expect, test, vi } from 'vitest'
import { createFormats } from '#renderer/shell/formats.ts'
import { policyProblemWords, policyValueWords } from '#renderer/settings/policy.presenter.ts'
import { loadWords } from '#shared/locales/words.ts'
import { ofMachine } from '#test/policies/given-policies.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'

const words = await loadWords('en')
const formats = createFormats('en')

function host(entries: Readonly<Record<string, unknown>>, settings: object = {}) {
  let standing = ofMachine(entries)
  const bridge = fakeBridge({ 'policies.standing': () => ({ policies: standing.standing, problems: standing.problems, places: standing.places }), 'settings.all': () => settings, 'settings.set': () => ({ name: 'language' }) })
  return {
    bridge,
    set(changed: Readonly<Record<string, unknown>>) {
      standing = ofMachine(changed)
      bridge.send({ name: 'policies.changed', data: { ids: null } })
    },
  }
}

test('the language that the company has set is spoken, whatever was chosen here, and cannot be changed', async () => {
  const { bridge, set } = host({ Language: 'ja' }, { language: 'es' })
  const { language, policies, preferences } = await fakeWorkbench(bridge)
  await preferences.load()
  expect([language.locale.value, policies.set('Language')]).toEqual(['ja', 'ja'])
  preferences.chooseLocale('en')
  expect(bridge.calls.filter(({ name }) => name === 'settings.set')).toEqual([])
  set({})
  await vi.waitFor(() => expect(language.locale.value).toBe('es'))
})

test('a suggested language is where people begin, and their own choice goes before it', async () => {
  const begun = await fakeWorkbench(host({ Defaults: { Language: 'ja' } }).bridge)
  await begun.preferences.load()
  expect([begun.language.locale.value, begun.policies.set('Language'), begun.policies.suggested('Language')]).toEqual(['ja', undefined, 'ja'])
  const chosen = await fakeWorkbench(host({ Defaults: { Language: 'ja' } }, { language: 'es' }).bridge)
  await chosen.preferences.load()
  expect(chosen.language.locale.value).toBe('es')
})

test('a host that cannot say what is set locks nothing in the window', async () => {
  const { policies, preferences } = await fakeWorkbench(fakeBridge({ 'settings.all': () => ({}) }))
  await preferences.load()
  expect([policies.standing.value, policies.set('ExportAllowed')]).toEqual([undefined, undefined])
})

test('values and what is wrong with them are told in words', () => {
  const value = (given: string | number | boolean) => policyValueWords({ value: given }, words, formats)
  expect([value(true), value(false), value(365), value('company'), value('ja'), value(''), value('https://central.lira.example'), value('constructor')]).toEqual(['yes', 'no', '365', 'by the company’s account only', '日本語', 'nothing', 'https://central.lira.example', 'constructor'])
  expect(policyProblemWords({ problem: 'unknown', place: '/etc/x', name: 'Colour' }, words)).toBe('/etc/x, Colour: is not a policy of this version')
  expect(policyProblemWords({ problem: 'not-json', place: '/etc/x', name: null }, words)).toBe('/etc/x: is not one JSON object')
})
