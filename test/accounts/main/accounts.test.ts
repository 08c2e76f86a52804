import { describe, expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const accounts = accountsContract.operations
const leads = leadsContract.operations

const partner = async (desk: OpenHost, code: string, given = {}): Promise<string> => valueOf(await desk.call(partnersContract.operations.create, { code, name: `Partner ${code}`, type: 'reseller', country: 'JP', status: 'active', ...given })).id
const account = async (desk: OpenHost, given: Parameters<typeof desk.call<typeof accounts.create>>[1]): Promise<string> => valueOf(await desk.call(accounts.create, given)).id
const lead = async (desk: OpenHost, given: Parameters<typeof desk.call<typeof leads.create>>[1]): Promise<string> => valueOf(await desk.call(leads.create, given)).id
const matches = async (desk: OpenHost, leadId: string) => valueOf(await desk.call(accounts.matchesOf, { leadId })).map(({ account: { name }, verdict, evidence }) => [name, verdict, ...evidence.filter(({ weight }) => weight > 0.4).map(({ kind }) => kind).toSorted()])
const setStages = async (desk: OpenHost, id: string, ...stages: readonly ('accepted' | 'working' | 'closedLost' | 'new')[]): Promise<void> => {
  for (const stage of stages) valueOf(await desk.call(leads.setStage, { id, stage, ...(stage === 'closedLost' ? { lostReason: 'noBudget' as const } : {}) }))
}

/** Territories and rules that give every lead to these partners in turn. */
async function rota(desk: OpenHost, ...partners: readonly string[]): Promise<void> {
  const { id } = valueOf(await desk.call(territoriesContract.operations.create, { code: 'ALL', name: 'All', strategy: 'roundRobin', candidates: partners.map((partnerId) => ({ partnerId, weight: 1 })) }))
  valueOf(await desk.call(territoriesContract.operations.createRule, { code: 'R', name: 'Rule', territoryId: id, condition: { all: [] } }))
}
const partnerOf = async (desk: OpenHost, id: string): Promise<string | null> => valueOf(await desk.call(leads.get, { id })).partnerId

describe('accounts that a lead may be', () => {
  test('are proposed with their evidence: number and name, domain and name, Latin and Japanese names; a name alone is never called the same', async () => {
    const desk = await openHost()
    await account(desk, { name: '北山食品株式会社', nameEn: 'Kitayama Foods', nameKana: 'キタヤマショクヒン', corporateNumber: '1180301018771', country: 'JP' })
    await account(desk, { name: 'アシスト株式会社', country: 'JP' })
    await account(desk, { name: 'Umbralith Works', website: 'https://umbralith.example', country: 'MX' })
    expect(await matches(desk, await lead(desk, { company: '(株)北山食品', corporateNumber: '1180301018771', country: 'JP' }))).toEqual([['北山食品株式会社', 'same', 'corporateNumber', 'name']])
    expect((await matches(desk, await lead(desk, { company: 'Kitayama Foods KK', country: 'JP' })))[0]?.slice(0, 2)).toEqual(['北山食品株式会社', 'likely'])
    expect(await matches(desk, await lead(desk, { company: '株式会社アシスト', country: 'JP' }))).toEqual([['アシスト株式会社', 'likely', 'name']])
    expect((await matches(desk, await lead(desk, { company: 'Umbralith Works S.A.', website: 'https://umbralith.example', country: 'MX' })))[0]?.slice(0, 2)).toEqual(['Umbralith Works', 'same'])
    expect(await matches(desk, await lead(desk, { company: 'Nobody Knows Ltd', country: 'GB' }))).toEqual([])
  })

  test('follow every change: added, renamed, taken back', async () => {
    const desk = await openHost()
    const id = await lead(desk, { company: 'Umbralith Works', website: 'https://umbralith.example', country: 'MX' })
    expect(await matches(desk, id)).toEqual([])
    const made = valueOf(await desk.call(accounts.create, { name: 'Umbralith Works', website: 'https://umbralith.example', country: 'MX' }))
    expect((await matches(desk, id))[0]?.slice(0, 2)).toEqual(['Umbralith Works', 'same'])
    const renamed = valueOf(await desk.call(accounts.update, { id: made.id, edits: [{ field: 'name', value: 'Completely Different' }, { field: 'website', value: null }] }))
    expect(await matches(desk, id)).toEqual([])
    valueOf(await desk.call(journalContract.operations.undo, { entry: renamed.entry }))
    expect((await matches(desk, id))[0]?.slice(0, 2)).toEqual(['Umbralith Works', 'same'])
    valueOf(await desk.call(journalContract.operations.undo, { entry: made.entry }))
    expect(await matches(desk, id)).toEqual([])
  })

  test('are not found by the domain of a partner, who may only have written in the customer’s name', async () => {
    const desk = await openHost()
    await partner(desk, 'P', { domain: 'reseller.example' })
    await account(desk, { name: 'Kitayama Foods', website: 'https://reseller.example', country: 'JP' })
    const found = await matches(desk, await lead(desk, { company: 'Kitayama Foods', website: 'https://reseller.example', country: 'JP' }))
    expect(found).toEqual([['Kitayama Foods', 'likely', 'name']])
  })
})

describe('B2.8: a lead of an existing customer', () => {
  test('goes to its partner of record, told as the reason, while others take their turns', async () => {
    const desk = await openHost()
    const [one, two] = [await partner(desk, 'ONE'), await partner(desk, 'TWO')]
    await rota(desk, one, two)
    await account(desk, { name: 'Kitayama Foods', corporateNumber: '1180301018771', country: 'JP', partnerId: two })
    await account(desk, { name: 'Umbralith Works', website: 'https://umbralith.example', country: 'MX', partnerId: two })
    await account(desk, { name: 'Assist', country: 'JP', partnerId: two })
    const byNumber = await lead(desk, { company: 'Kitayama Shokuhin', corporateNumber: '1180301018771', country: 'JP' })
    const byNameAndDomain = await lead(desk, { company: 'UMBRALITH WORKS', website: 'https://umbralith.example', country: 'MX' })
    const byNameAlone = await lead(desk, { company: 'Assist', country: 'JP' })
    valueOf(await desk.call(assignmentContract.operations.run, {}))
    expect([await partnerOf(desk, byNumber), await partnerOf(desk, byNameAndDomain), await partnerOf(desk, byNameAlone)]).toEqual([two, two, one])
    expect(valueOf(await desk.call(assignmentContract.operations.explain, { leadId: byNumber })).explanation).toMatchObject({ reservedFor: two, partnerId: two, rule: { code: 'R' }, choice: null })
  })

  test('goes to the next where the partner of record is not active, declined it, or let it lie', async () => {
    const desk = await openHost()
    const [one, two] = [await partner(desk, 'ONE'), await partner(desk, 'TWO')]
    await rota(desk, one)
    const suspended = await partner(desk, 'OFF', { status: 'suspended' })
    await account(desk, { name: 'A', corporateNumber: '1180301018771', partnerId: suspended })
    await account(desk, { name: 'B', corporateNumber: '2180301018778', partnerId: two })
    await account(desk, { name: 'C', corporateNumber: '3180301018775', partnerId: two })
    const [ofSuspended, declined, expired] = [await lead(desk, { company: 'A', corporateNumber: '1180301018771' }), await lead(desk, { company: 'B', corporateNumber: '2180301018778' }), await lead(desk, { company: 'C', corporateNumber: '3180301018775' })]
    valueOf(await desk.call(assignmentContract.operations.run, {}))
    expect([await partnerOf(desk, ofSuspended), await partnerOf(desk, declined), await partnerOf(desk, expired)]).toEqual([one, two, two])
    valueOf(await desk.call(leads.setStage, { id: declined, stage: 'declined', reason: 'no' }))
    valueOf(await desk.call(leads.setStage, { id: expired, stage: 'expired' }))
    valueOf(await desk.call(assignmentContract.operations.run, {}))
    expect([await partnerOf(desk, declined), await partnerOf(desk, expired)]).toEqual([one, one])
  })
})

describe('before leads are given to a partner by hand', () => {
  test('B2.8, 15, 20: a person is told of touches, partners of record, leads lost before, and the partner’s own company', async () => {
    const desk = await openHost()
    const [one, two] = [await partner(desk, 'ONE', { domain: 'one.example' }), await partner(desk, 'TWO')]
    const id = await lead(desk, { company: 'Kitayama Foods', corporateNumber: '1180301018771', country: 'JP' })
    const own = await lead(desk, { company: 'One Group', website: 'https://one.example', country: 'JP' })
    const warnings = async (ids: readonly string[], partnerId: string) => valueOf(await desk.call(leads.beforeAssigning, { ids: [...ids], partnerId })).map(({ kind, company, partnerId: of, lostReason }) => [kind, company, of, lostReason])
    expect(await warnings([id], one)).toEqual([])
    expect(await warnings([id, own], one)).toEqual([['isTheCustomer', 'One Group', one, null]])
    valueOf(await desk.call(leads.assignManually, { ids: [id], partnerId: one, reason: 'x', until: null }))
    await setStages(desk, id, 'accepted')
    valueOf(await desk.call(leads.touch, { id, way: 'call', note: null }))
    expect(await warnings([id], one)).toEqual([])
    expect(await warnings([id], two)).toEqual([['touched', 'Kitayama Foods', one, null]])
    await account(desk, { name: 'Kitayama', corporateNumber: '1180301018771', partnerId: one })
    expect(await warnings([id], two)).toEqual([['touched', 'Kitayama Foods', one, null], ['ofRecord', 'Kitayama Foods', one, null]])
    await setStages(desk, id, 'working', 'closedLost', 'new')
    expect(await warnings([id], one)).toEqual([['lostBefore', 'Kitayama Foods', one, 'noBudget']])
    expect(valueOf(await desk.call(leads.offers, { leadId: id }))).toMatchObject([{ partnerId: one, outcome: 'lost', lostReason: 'noBudget' }])
  })
})

describe('lists', () => {
  test('say how many opportunities are open with an account, and whose an opportunity is', async () => {
    const desk = await openHost()
    const id = await account(desk, { name: 'Kitayama Foods' })
    const { id: contactId } = valueOf(await desk.call(accounts.addContact, { accountId: id, name: '青柳 美咲' }))
    const open = valueOf(await desk.call(opportunitiesContract.operations.create, { accountId: id, name: 'Ledger', contactId, amount: 100, currency: 'JPY' }))
    const lost = valueOf(await desk.call(opportunitiesContract.operations.create, { accountId: id, name: 'Pay' }))
    valueOf(await desk.call(opportunitiesContract.operations.setStage, { id: lost.id, stage: 'lost', lostReason: 'price' }))
    expect(valueOf(await desk.call(accounts.list, { filter: [{ field: 'openOpportunities', operator: 'atLeast', values: [1] }], to: 10 })).rows).toMatchObject([{ id, openOpportunities: 1 }])
    expect(valueOf(await desk.call(opportunitiesContract.operations.list, { filter: [{ field: 'lostReason', operator: 'is', values: ['price'] }], to: 10 })).rows).toMatchObject([{ id: lost.id, accountName: 'Kitayama Foods', contactName: null }])
    expect(valueOf(await desk.call(opportunitiesContract.operations.get, { id: open.id }))).toMatchObject({ accountName: 'Kitayama Foods', contactName: '青柳 美咲' })
    expect(valueOf(await desk.call(opportunitiesContract.operations.list, { search: 'ledg', to: 10 })).total).toBe(1)
    expect(valueOf(await desk.call(accounts.list, { search: 'ｋｉｔａｙａｍａ', to: 10 })).total).toBe(1)
  })

  test('refuse an account and an opportunity that are not there', async () => {
    const desk = await openHost()
    const nobody = '01990000-0000-7000-8000-000000000001'
    for (const [operation, input, code] of [[accounts.get, { id: nobody }, 'account.not-found'], [opportunitiesContract.operations.get, { id: nobody }, 'opportunity.not-found'], [accounts.matchesOf, { leadId: nobody }, 'lead.not-found']] as const) {
      expect(await desk.host.call(operation.name, input, { kind: 'window' })).toMatchObject({ ok: false, error: { code } })
    }
  })
})
