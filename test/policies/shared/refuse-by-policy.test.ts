import { describe, expect, test } from 'vitest'
import { capabilities } from '#shared/capabilities.ts'
import { policyNames, type PolicyValues } from '#shared/policies/policy-schema.ts'
import { refuseByPolicy, refuseToExchange, type DeskFacts } from '#shared/policies/refuse-by-policy.ts'
import { filesBelow, textOf } from '#test/boundaries/sources.ts'

const alone: DeskFacts = { connectedTo: null, daysOffline: null }
const code = (set: PolicyValues, operation: string, input: unknown = {}, desk = alone) => refuseByPolicy(set, operation, input, desk)?.code
const central = 'https://central.lira.example'
const all = capabilities.flatMap(({ contract }) => Object.values(contract.operations).map(({ name }) => name))

describe('without policies', () => {
  test.each(all)('%s is let be', (name) => {
    expect(code({}, name, { address: 'https://other.example' }, { connectedTo: central, daysOffline: 4000 })).toBeUndefined()
  })
})

describe('a company that allows no export', () => {
  test('has every operation refused that writes a list to a file, and no other', () => {
    const refused = all.filter((name) => code({ ExportAllowed: false }, name) !== undefined)
    expect(refused).toEqual(all.filter((name) => /export/i.test(name)))
    expect(refused).toContain('imports.export')
    expect(code({ ExportAllowed: true }, 'imports.export')).toBeUndefined()
  })

  test('has the lines of a quote refused as a table, and its document on paper written', () => {
    const written = ['csv', 'xlsx', 'pdf', 'html'].map((format) => code({ ExportAllowed: false }, 'documents.write', { format }))
    expect(written).toEqual(['policy.export-off', 'policy.export-off', undefined, undefined])
  })

  test('has copies by hand refused by a policy of their own', () => {
    expect([code({ BackupAllowed: false }, 'workspace.backUp'), code({ ExportAllowed: false }, 'workspace.backUp')]).toEqual(['policy.backup-off', undefined])
  })
})

describe('a company that has set its central API', () => {
  test.each([central, `${central}/`, 'HTTPS://Central.Lira.Example', `${central}:443`, ` ${central} `])('lets %j be connected to', (address) => {
    expect(code({ CentralAddress: central }, 'sync.connect', { address, code: 'x' })).toBeUndefined()
    expect(code({ CentralAddress: `${central}/` }, 'sync.signIn', { address })).toBeUndefined()
  })

  test.each(['https://other.example', `${central}.evil.example`, `${central}@evil.example`, `${central}/elsewhere`, `${central}:8443`, 'http://central.lira.example', '', null, 7, undefined])('refuses %j', (address) => {
    for (const operation of ['sync.connect', 'sync.signIn']) expect(refuseByPolicy({ CentralAddress: central }, operation, { address }, alone)).toMatchObject({ code: 'policy.other-address', details: { address: central } })
  })

  test('exchanges nothing with another that the desk was connected to before', () => {
    expect(code({ CentralAddress: central }, 'sync.now', {}, { connectedTo: 'https://old.example', daysOffline: 0 })).toBe('policy.other-address')
    expect(code({ CentralAddress: central }, 'sync.now', {}, { connectedTo: central, daysOffline: 0 })).toBeUndefined()
    expect(refuseToExchange({ CentralAddress: central }, 'https://old.example')?.code).toBe('policy.other-address')
  })

  test('connects to nothing where the setting could not be read', () => {
    expect(['', central, 'https://'].map((address) => code({ CentralAddress: '' }, 'sync.connect', { address }))).toEqual(Array(3).fill('policy.other-address'))
  })
})

test('people connect in the way that the company has set', () => {
  const ways = (SignIn: PolicyValues['SignIn'] & string) => ['sync.connect', 'sync.signIn'].map((name) => code({ SignIn }, name, { address: central }))
  expect([ways('any'), ways('company'), ways('code')]).toEqual([[undefined, undefined], ['policy.company-only', undefined], [undefined, 'policy.code-only']])
})

test('nobody changes the language that is set, and other settings are their own', () => {
  const set = { Language: 'ja' } as const
  expect(code(set, 'settings.set', { name: 'language', value: 'en' })).toBe('policy.language-fixed')
  expect(code(set, 'settings.set', { name: 'language', value: 'ja' })).toBeUndefined()
  expect(code(set, 'settings.set', { name: 'theme', value: 'dark' })).toBeUndefined()
})

describe('a desk that has not heard from its central API for too long', () => {
  const late: DeskFacts = { connectedTo: central, daysOffline: 30 }

  test('can connect, sync, leave and see how it stands, and nothing else', () => {
    const goesOn = all.filter((name) => code({ OfflineDays: 30 }, name, {}, late) === undefined)
    expect(goesOn.toSorted()).toEqual(['policies.standing', 'settings.all', 'settings.set', 'sync.connect', 'sync.inbox', 'sync.now', 'sync.outbox', 'sync.pause', 'sync.signIn', 'sync.signOut', 'sync.status', 'sync.ways', 'workspace.status'])
  })

  test('goes on as ever the day before, and where it is connected to nothing', () => {
    expect(code({ OfflineDays: 30 }, 'leads.list', {}, { ...late, daysOffline: 29 })).toBeUndefined()
    expect(code({ OfflineDays: 1 }, 'leads.list', {}, alone)).toBeUndefined()
  })

  test('is not bound by a clock that was set back', () => {
    expect(code({ OfflineDays: 30 }, 'leads.list', {}, { ...late, daysOffline: -400 })).toBeUndefined()
  })
})

test('every policy is honoured somewhere', () => {
  const code = filesBelow('src-main').concat('src-shared/policies/refuse-by-policy.ts', 'src-shared/policies/resolve-policies.ts').filter((path) => path.endsWith('.ts') && !path.includes('/templates/')).map(textOf).join('\n')
  expect(policyNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
})
