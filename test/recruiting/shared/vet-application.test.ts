import { describe, expect, test } from 'vitest'
import { mailDomain, vetApplication, type Twin } from '#shared/recruiting/vet-application.ts'
import { buildApplication, type Application } from '#test/foundation/builders/build-application.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const twin = (given: Partial<Twin>): Twin => ({ kind: 'partner', id: idNumber(1), name: 'Quetzal', country: 'GT', status: 'active', score: 0.9, verdict: 'likely', evidence: [], ...given })
const mailOf = (given: Partial<Application>) => vetApplication(buildApplication(given), []).find(({ check }) => check === 'mailDomain')?.mail ?? 'fine'
const writes = (email: string | null) => ({ persons: [{ name: 'A', email, phone: null, role: null }] })

describe('vetting', () => {
  test('finds nothing wrong with a company that writes from its own domain', () => {
    expect(vetApplication(buildApplication(), []).every(({ state }) => state === 'fine')).toBe(true)
  })

  test('tells a customer, asks about a partner and an earlier application, and shows whom it means', () => {
    const findings = vetApplication(buildApplication(), [twin({ kind: 'account' }), twin({ kind: 'partner' }), twin({ kind: 'application', verdict: 'different' }), twin({ kind: 'lead' })])
    expect(findings.filter(({ state }) => state !== 'fine').map(({ check, state, twins }) => [check, state, twins.length])).toEqual([['partner', 'asks', 1], ['customer', 'tells', 1], ['lead', 'tells', 1]])
  })

  test('is stopped by a company without name or country', () => {
    expect(vetApplication(buildApplication({ company: ' ', country: null }), []).filter(({ state }) => state === 'stops').map(({ check }) => check)).toEqual(['company', 'country'])
  })

  test('asks for somebody to write to, for who recommended it, and about a number that is none', () => {
    const findings = vetApplication(buildApplication({ persons: [], source: 'referral', country: 'JP', corporateNumber: '7000012050003' }), [])
    expect(findings.filter(({ state }) => state === 'asks').map(({ check }) => check)).toEqual(['person', 'mailDomain', 'corporateNumber', 'referral'])
  })

  test.each([
    ['from a provider that anybody can use', writes('quetzal@gmail.com'), { fault: 'shared', domain: 'gmail.com' }],
    ['from another company’s domain', writes('ines@other.example'), { fault: 'other', domain: 'other.example' }],
    ['without any address', writes(null), { fault: 'none', domain: null }],
    ['from a host of its own domain', writes('ines@mail.quetzal.example'), 'fine'],
    ['with its own domain, of a company without a web site', { ...writes('ines@quetzal.example'), website: null, domain: null }, 'fine'],
  ])('judges mail %s', (_, given, mail) => {
    expect(mailOf(given)).toEqual(mail)
  })

  test('reads the domain of an address', () => {
    expect([mailDomain('A@Shop.Example.CO.JP'), mailDomain('nothing'), mailDomain(null)]).toEqual(['example.co.jp', null, null])
  })
})
