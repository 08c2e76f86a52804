import { describe, expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const conflicts = conflictsContract.operations
const deals = dealsContract.operations
const NUMBER = '1180301018771'
const complete = { products: ['LEDGER'], country: 'JP', amount: 1_000_000, currency: 'JPY', expectedCloseOn: '2027-03-31' }

const partner = async (desk: OpenHost, code: string): Promise<string> => valueOf(await desk.call(partnersContract.operations.create, { code, name: `Partner ${code}`, type: 'reseller', country: 'JP', status: 'active', products: ['LEDGER'] })).id

async function registered(desk: OpenHost, partnerId: string, given: { readonly company: string; readonly corporateNumber?: string }): Promise<string> {
  const { id } = valueOf(await desk.call(deals.saveDraft, { id: null, claim: { ...complete, ...given, partnerId } }))
  valueOf(await desk.call(deals.submit, { id }))
  return id
}

/** Settles the conflict that two claims have come into: there is none. */
async function settleAsNone(desk: OpenHost): Promise<void> {
  const [{ id } = { id: '' }] = valueOf(await desk.call(conflicts.list, { to: 1 })).rows
  const { case: { claims } } = valueOf(await desk.call(conflicts.get, { id }))
  valueOf(await desk.call(conflicts.take, { id }))
  valueOf(await desk.call(conflicts.decide, { id, seen: 0, verdict: { kind: 'none', shares: [] }, reasonForHouse: 'Two departments', reasons: claims.map((claim) => ({ claimId: claim.id, text: 'Two departments' })) }))
  valueOf(await desk.call(conflicts.finalise, { id, agreed: true }))
}

describe('what is said of a claim while it is typed', () => {
  test('finds rivals, accounts, leads and the house’s own business under other names, and follows every change', async () => {
    const desk = await openHost()
    const [mine, theirs] = [await partner(desk, 'MINE'), await partner(desk, 'THEIRS')]
    const found = async (claim: { readonly company: string; readonly corporateNumber?: string; readonly products?: readonly string[] }) => {
      const { findings } = valueOf(await desk.call(deals.check, { id: null, claim: { ...complete, ...claim, products: [...(claim.products ?? complete.products)], partnerId: mine } }))
      return (findings.find(({ check }) => check === 'overlap')?.overlaps ?? []).map(({ kind, weight, partnerId }) => `${kind} ${weight} ${partnerId === theirs ? 'theirs' : (partnerId ?? 'ours')}`).toSorted()
    }
    expect(await found({ company: '(株)北山食品', corporateNumber: NUMBER })).toEqual([])
    const rival = await registered(desk, theirs, { company: '北山食品株式会社', corporateNumber: NUMBER })
    expect(await found({ company: '(株)北山食品', corporateNumber: NUMBER })).toEqual(['registration conflict theirs'])
    expect(await found({ company: '(株)北山食品', corporateNumber: NUMBER, products: ['RISK'] })).toEqual([])
    const account = valueOf(await desk.call(accountsContract.operations.create, { name: '北山食品', nameEn: 'Kitayama Foods', corporateNumber: NUMBER, country: 'JP', partnerId: theirs }))
    valueOf(await desk.call(opportunitiesContract.operations.create, { name: 'Ledger', accountId: account.id, product: 'LEDGER' }))
    const lead = valueOf(await desk.call(leadsContract.operations.create, { company: 'Kitayama Foods', companyEn: 'Kitayama Foods', corporateNumber: NUMBER, country: 'JP' }))
    valueOf(await desk.call(leadsContract.operations.assignManually, { ids: [lead.id], partnerId: theirs, reason: 'x', until: null }))
    expect(await found({ company: '北山食品', corporateNumber: NUMBER })).toEqual(['account look theirs', 'lead look theirs', 'opportunity conflict ours', 'registration conflict theirs'])
    valueOf(await desk.call(deals.withdraw, { id: rival }))
    expect(await found({ company: '北山食品', corporateNumber: NUMBER })).toEqual(['account look theirs', 'lead look theirs', 'opportunity conflict ours'])
  })

  test('says which account the customer is, and how long the window of an earlier claim would still last', async () => {
    const desk = await openHost()
    const mine = await partner(desk, 'MINE')
    const account = valueOf(await desk.call(accountsContract.operations.create, { name: '北山食品', corporateNumber: NUMBER, country: 'JP', partnerId: mine }))
    const id = await registered(desk, mine, { company: '(株)北山食品', corporateNumber: NUMBER })
    const before = valueOf(await desk.call(deals.check, { id, claim: { partnerId: mine } }))
    expect(before.customers.map(({ id: found, verdict }) => [found, verdict])).toEqual([[account.id, 'same']])
    expect([before.resumesUntil, before.findings.every(({ state }) => state === 'fine')]).toEqual([null, true])
    valueOf(await desk.call(deals.approve, { id, accountId: account.id }))
    const { protectedUntil } = valueOf(await desk.call(deals.get, { id }))
    valueOf(await desk.call(deals.withdraw, { id }))
    const again = valueOf(await desk.call(deals.check, { id: null, claim: { ...complete, partnerId: mine, company: 'Kitayama Shokuhin', corporateNumber: NUMBER } }))
    expect(again.resumesUntil).toBe(protectedUntil)
    // Likely the same, by its name alone: what is said beforehand is what submitting decides.
    const byName = await registered(desk, mine, { company: '北山食品' })
    expect(valueOf(await desk.call(deals.get, { id: byName })).clockFrom).not.toBeNull()
    expect(valueOf(await desk.call(deals.check, { id: null, claim: { ...complete, partnerId: mine, company: '北山食品' } })).resumesUntil).toBe(protectedUntil)
    expect(refusalOf(await desk.call(deals.check, { id: null, claim: { partnerId: account.id } }))).toEqual({ code: 'partner.not-found' })
  })
})

describe('registrations', () => {
  test('are listed with their own status and the opportunity’s stage, which move apart; the partner’s view names nobody', async () => {
    const desk = await openHost()
    const [mine, theirs] = [await partner(desk, 'MINE'), await partner(desk, 'THEIRS')]
    const id = await registered(desk, mine, { company: '北山食品', corporateNumber: NUMBER })
    const rival = await registered(desk, theirs, { company: '(株)北山食品', corporateNumber: NUMBER })
    await settleAsNone(desk)
    const { opportunityId } = valueOf(await desk.call(deals.approve, { id, reasonForHouse: 'They know the board' }))
    valueOf(await desk.call(opportunitiesContract.operations.setStage, { id: opportunityId!, stage: 'lost', lostReason: 'price' }))
    const { rows } = valueOf(await desk.call(deals.list, { sort: [{ field: 'stage', direction: 'ascending' }], filter: [{ field: 'stage', operator: 'is', values: ['lost'] }], to: 10 }))
    expect(rows.map((row) => [row.id, row.status, row.stage])).toEqual([[id, 'closedLost', 'lost']])
    expect(valueOf(await desk.call(deals.timeline, { id })).map(({ registrationId, kind }) => [registrationId, kind])).toEqual([[id, 'claims'], [rival, 'claims'], [id, 'holds']])
    expect(JSON.stringify(valueOf(await desk.call(deals.partnerView, { id })))).not.toContain('They know the board')
    const gone = { id: theirs }
    for (const asked of [deals.get, deals.timeline, deals.partnerView]) expect(refusalOf(await desk.call(asked, gone))).toEqual({ code: 'registration.not-found' })
  })

  test('an approval is taken back whole, as long as nothing stands on it', async () => {
    const desk = await openHost()
    const id = await registered(desk, await partner(desk, 'MINE'), { company: '北山食品' })
    const { entry } = valueOf(await desk.call(deals.approve, { id }))
    valueOf(await desk.call(journalContract.operations.undo, { entry }))
    expect(valueOf(await desk.call(deals.get, { id }))).toMatchObject({ status: 'submitted', accountId: null, opportunityId: null, protectedUntil: null })
    expect(valueOf(await desk.call(opportunitiesContract.operations.list, { to: 1 })).total).toBe(0)
    expect(valueOf(await desk.call(deals.keep, {}))).toEqual({ acted: 0, ended: 0 })
    expect(desk.logged).toEqual([])
  })
})
