import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policies, policyNames, policyOf, policyShape } from '#shared/policies/policy-schema.ts'
import { resolvePolicies, SUGGESTIONS } from '#shared/policies/resolve-policies.ts'
import { ofMachine } from '#test/policies/given-policies.ts'

const user = (entries: Readonly<Record<string, unknown>>) => ({ user: { place: 'the user', entries } })

describe('what counts', () => {
  test('is nothing where nothing is set', () => {
    expect(ofMachine({})).toEqual({ set: {}, suggested: {}, standing: [], problems: [], places: ['the machine'] })
  })

  test('is what the machine sets, each with where it comes from', () => {
    const { set, standing, problems } = ofMachine({ ExportAllowed: false, Language: 'ja' })
    expect(set).toEqual({ ExportAllowed: false, Language: 'ja' })
    expect(standing).toEqual([{ name: 'ExportAllowed', value: false, origin: 'machine' }, { name: 'Language', value: 'ja', origin: 'machine' }])
    expect(problems).toEqual([])
  })

  test('is nothing of the user’s, unless the machine lets it, and that is told', () => {
    const { set, problems } = ofMachine({ UserPolicies: false }, user({ Language: 'es' }))
    expect(set).toEqual({ UserPolicies: false })
    expect(problems).toEqual([{ problem: 'user-ignored', place: 'the user', name: null }])
    expect(ofMachine({}, user({})).problems).toEqual([])
  })

  test('is the user’s where the machine lets it and sets none itself', () => {
    const { set } = ofMachine({ UserPolicies: true, Language: 'ja' }, user({ Language: 'es', ExportAllowed: false }))
    expect(set).toEqual({ UserPolicies: true, Language: 'ja', ExportAllowed: false })
  })

  test('is never given to the user by the user', () => {
    const { set, problems } = ofMachine({ UserPolicies: true }, user({ UserPolicies: true }))
    expect(set).toEqual({ UserPolicies: true })
    expect(problems).toEqual([{ problem: 'machine-only', place: 'the user', name: 'UserPolicies' }])
    expect(ofMachine({}, user({ UserPolicies: true, ExportAllowed: true })).set).toEqual({})
  })

  test('keeps what is suggested apart from what is set, and lets only some be suggested', () => {
    const { set, suggested, problems } = ofMachine({ [SUGGESTIONS]: { Language: 'es', CentralAddress: 'https://central.lira.example', ExportAllowed: true, Colour: 'red' } })
    expect(set).toEqual({})
    expect(suggested).toEqual({ Language: 'es', CentralAddress: 'https://central.lira.example' })
    expect(problems.map(({ problem, name }) => [problem, name])).toEqual([['not-suggestible', 'Defaults.ExportAllowed'], ['unknown', 'Defaults.Colour']])
    expect(ofMachine({ Language: 'ja', [SUGGESTIONS]: { Language: 'es' } })).toMatchObject({ set: { Language: 'ja' }, suggested: {} })
  })
})

describe('what cannot be believed (row 92)', () => {
  test.each([
    ['a wrong type', 'ExportAllowed', 'false'],
    ['a number for a switch', 'BackupAllowed', 0],
    ['an address without TLS', 'CentralAddress', 'http://central.lira.example'],
    ['a choice that is none', 'SignIn', 'Company'],
    ['a number out of range', 'OfflineDays', 0],
    ['a broken number', 'OfflineDays', 1.5],
    ['an address that is none', 'UpdateAddress', 'javascript:alert(1)'],
    ['a version that is none', 'UpdateVersion', 'latest'],
    ['null', 'Updates', null],
    ['a list', 'UpdateRing', ['beta']],
  ] as const)('%s closes a policy that guards something', (_, name, value) => {
    const { set, standing, problems } = ofMachine({ [name]: value })
    expect(set).toEqual({ [name]: policies[name].failsTo })
    expect(standing).toEqual([{ name, value: policies[name].failsTo, origin: 'closed' }])
    expect(problems).toEqual([{ problem: 'invalid', place: 'the machine', name }])
  })

  test('leaves out a policy that guards nothing, and tells it', () => {
    expect(ofMachine({ Language: 'xx', ProxyServer: 'somewhere' })).toMatchObject({ set: {}, problems: [{ name: 'Language' }, { name: 'ProxyServer' }] })
  })

  test('an unknown name changes nothing, and is told', () => {
    const { set, problems } = ofMachine(JSON.parse('{"__proto__": 1, "constructor": 2, "exportAllowed": false, "ExportAllowed": true}') as Record<string, unknown>)
    expect(set).toEqual({ ExportAllowed: true })
    expect(problems.map(({ problem, name }) => [problem, name])).toEqual([['unknown', '__proto__'], ['unknown', 'constructor'], ['unknown', 'exportAllowed']])
  })

  test('a place that cannot be read closes everything that guards something, but for what would let nobody work', () => {
    const { set, problems } = resolvePolicies({ machine: { place: '/etc/x', problem: 'not-trusted' } })
    expect(set).toEqual({ CentralAddress: '', SignIn: 'company', OfflineDays: 1, ExportAllowed: false, BackupAllowed: false, Updates: 'off', UpdateAddress: '', UpdateRing: 'stable', UpdateVersion: '', UpdateRollback: false, UserPolicies: false })
    expect(problems).toEqual([{ problem: 'not-trusted', place: '/etc/x', name: null }])
    expect(ofMachine({ EncryptionRequired: 'maybe' }).set).toEqual({ EncryptionRequired: true })
  })

  test('whatever lies there, a policy that the machine sets is never looser than it says', () => {
    const anything = fc.dictionary(fc.constantFrom(...policyNames, SUGGESTIONS, 'other'), fc.oneof(fc.jsonValue(), ...policyNames.map((name) => fc.constant<unknown>(policies[name].example))))
    fc.assert(fc.property(anything, fc.option(anything, { nil: undefined }), (machine, ofUser) => {
      const { set } = ofMachine(machine, ofUser === undefined ? {} : user(ofUser))
      for (const name of policyNames.filter((each) => Object.hasOwn(machine, each))) {
        const { schema, failsTo } = policyOf(name)
        const isGood = schema.safeParse(machine[name]).success
        if (isGood) expect(set[name]).toBe(machine[name])
        else if (failsTo !== undefined) expect(set[name]).toBe(failsTo)
      }
    }))
  })
})

test.each(policyNames)('%s has a shape that forms and files know, and an example that fits', (name) => {
  expect(['switch', 'choice', 'number', 'text']).toContain(policyShape(name).kind)
  expect(policyOf(name).schema.safeParse(policyOf(name).example).success).toBe(true)
})
