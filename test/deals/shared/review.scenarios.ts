import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved, buildRegistration, type Registration } from '#test/foundation/builders/build-registration.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { startReview, returnForInformation, approve, reject, revoke, update } = dealsContract.operations

async function submitted(desk: Desk, given: Partial<Registration> = {}) {
  const partner = buildPartner({ products: ['LEDGER'] })
  await desk.put(partners, partner)
  const registration = buildRegistration({ partnerId: partner.id, ...given })
  await desk.put(registrations, registration)
  return { partner, registration }
}

export const reviewScenarios: Scenarios = {
  'takes one into review, once': async (desk) => {
    const { registration } = await submitted(desk)
    valueOf(await desk.run(startReview, { id: registration.id }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'inReview', reviewDueAt: registration.reviewDueAt, actAt: registration.reviewDueAt, rev: 2 })
    expect(refusalOf(await desk.run(startReview, { id: registration.id }))).toBe('accepted')
    expect((await desk.row(registrations, registration.id))?.rev).toBe(2)
    const { registration: approved } = await submitted(desk, { status: 'approved' })
    expect(refusalOf(await desk.run(startReview, { id: approved.id }))).toMatchObject({ code: 'registration.status-not-reachable' })
  },
  'returns one for information: what is open, why, until when on the clocks of the deal desk; the review waits': async (desk) => {
    const { registration } = await submitted(desk, { status: 'inReview' })
    valueOf(await desk.run(returnForInformation, { id: registration.id, fields: ['contactName', 'contactName', 'amount'], note: 'Who decides?' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({
      status: 'actionRequired', asked: { fields: ['contactName', 'amount'], note: 'Who decides?', by: '', at: NOW }, reviewDueAt: null, answerDueAt: '2026-12-02T07:00:00.000Z', actAt: '2026-12-02T07:00:00.000Z',
    })
  },
  'approves: window, account, contact and opportunity, all new': async (desk) => {
    const { partner, registration } = await submitted(desk, { company: '北山食品', contactName: '青柳 美咲', contactEmail: 'misaki@kitayama.example', project: '大阪工場', notes: 'Met the board.' })
    const { accountId, opportunityId } = valueOf(await desk.run(approve, { id: registration.id, reasonForHouse: 'New to us' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({
      status: 'approved', accountId, opportunityId, attribution: 'sourced', decidedAt: NOW, reasonForHouse: 'New to us', reasonForPartner: null, reviewDueAt: null,
      protectedFrom: NOW, protectedUntil: '2027-02-20T15:00:00.000Z', timeZone: 'Asia/Tokyo', actAt: '2027-01-21T15:00:00.000Z',
      approved: { company: '北山食品', corporateNumber: null, country: 'JP', project: '大阪工場', fiscalYear: null, products: ['LEDGER'], amount: 1_000_000, currency: 'JPY' },
    })
    expect(await desk.rows(accounts)).toMatchObject([{ id: accountId, name: '北山食品', country: 'JP', partnerId: null }])
    const people = await desk.rows(contacts)
    expect(people).toMatchObject([{ accountId, name: '青柳 美咲', email: 'misaki@kitayama.example' }])
    expect(await desk.rows(opportunities)).toMatchObject([{ id: opportunityId, name: '北山食品 – 大阪工場', accountId, contactId: people[0]?.id, partnerId: partner.id, product: 'LEDGER', amount: 1_000_000, currency: 'JPY', stage: 'discovery', notes: 'Met the board.' }])
  },
  'approves with the account and the house’s own opportunity that are there: co-sell': async (desk) => {
    const { partner, registration } = await submitted(desk)
    const account = buildAccount({ territoryId: idNumber(0x20) })
    const opportunity = buildOpportunity({ accountId: account.id, stage: 'proposal' })
    await desk.put(accounts, account)
    await desk.put(opportunities, opportunity)
    valueOf(await desk.run(approve, { id: registration.id, accountId: account.id, opportunityId: opportunity.id }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ attribution: 'coSell', accountId: account.id, opportunityId: opportunity.id, territoryId: idNumber(0x20) })
    expect(await desk.row(opportunities, opportunity.id)).toMatchObject({ partnerId: partner.id, stage: 'proposal' })
  },
  'takes the account that has the customer’s number for its own, whatever the claim calls it': async (desk) => {
    const account = buildAccount({ name: '株式会社北山食品', corporateNumber: '7000012050002' })
    await desk.put(accounts, account)
    const { registration } = await submitted(desk, { company: 'Kitayama Foods', corporateNumber: '7000012050002' })
    expect(valueOf(await desk.run(approve, { id: registration.id })).accountId).toBe(account.id)
  },
  'refuses an account or opportunity that is gone, another’s, closed; a partner that is not active': async (desk) => {
    const { registration } = await submitted(desk)
    const account = buildAccount()
    await desk.put(accounts, account)
    const [closed, rivals, elsewhere] = [buildOpportunity({ accountId: account.id, stage: 'lost' }), buildOpportunity({ accountId: account.id, partnerId: nextId() }), buildOpportunity({ accountId: nextId() })]
    await desk.put(opportunities, closed, rivals, elsewhere)
    const refused = async (accountId: string, opportunityId: string | null) => refusalOf(await desk.run(approve, { id: registration.id, accountId, opportunityId }))
    expect(await refused(nextId(), null)).toEqual({ code: 'account.not-found' })
    expect(await refused(account.id, nextId())).toEqual({ code: 'opportunity.not-found' })
    expect(await refused(account.id, closed.id)).toEqual({ code: 'opportunity.closed', details: { opportunity: closed.name, stage: 'lost' } })
    expect(await refused(account.id, rivals.id)).toEqual({ code: 'opportunity.of-another-partner', details: { opportunity: rivals.name } })
    expect(await refused(account.id, elsewhere.id)).toEqual({ code: 'opportunity.of-another-account', details: { opportunity: elsewhere.name } })
    const asleep = buildPartner({ status: 'suspended' })
    await desk.put(partners, asleep)
    const theirs = buildRegistration({ partnerId: asleep.id })
    const orphan = buildRegistration({ partnerId: nextId() })
    await desk.put(registrations, theirs, orphan)
    expect(refusalOf(await desk.run(approve, { id: theirs.id }))).toEqual({ code: 'registration.partner-not-active', details: { partner: asleep.name, status: 'suspended' } })
    expect(refusalOf(await desk.run(approve, { id: orphan.id }))).toEqual({ code: 'partner.not-found' })
    expect(await desk.row(registrations, registration.id)).toEqual(registration)
  },
  'waits for the case that holds it': async (desk) => {
    const { registration } = await submitted(desk, { caseId: idNumber(0x77), heldAt: NOW })
    expect(refusalOf(await desk.run(approve, { id: registration.id }))).toEqual({ code: 'registration.held', details: { caseId: idNumber(0x77) } })
    expect(refusalOf(await desk.run(reject, { id: registration.id, reasonForPartner: 'No.' }))).toEqual({ code: 'registration.held', details: { caseId: idNumber(0x77) } })
    expect(registration.actAt).toBeNull()
  },
  'rejects the change of an approved one: it stands as it was approved, within its window': async (desk) => {
    const { partner } = await submitted(desk)
    const approved = buildApproved({ partnerId: partner.id })
    await desk.put(registrations, approved)
    valueOf(await desk.run(update, { id: approved.id, edits: [{ field: 'company', value: 'Another' }, { field: 'amount', value: 9_000_000 }] }))
    expect(await desk.row(registrations, approved.id)).toMatchObject({ status: 'submitted', company: 'Another', amount: 9_000_000, protectedUntil: approved.protectedUntil })
    valueOf(await desk.run(reject, { id: approved.id, reasonForPartner: 'Register that apart, please.' }))
    expect(await desk.row(registrations, approved.id)).toMatchObject({ status: 'approved', company: approved.company, customerKey: approved.customerKey, amount: 1_000_000, protectedUntil: approved.protectedUntil, reasonForPartner: 'Register that apart, please.', actAt: approved.actAt })
  },
  'revokes an approval, with its reasons, for good': async (desk) => {
    const { partner } = await submitted(desk)
    const approved = buildApproved({ partnerId: partner.id })
    await desk.put(registrations, approved)
    valueOf(await desk.run(revoke, { id: approved.id, reasonForPartner: 'The customer chose otherwise.', reasonForHouse: 'Letter of 20 November' }))
    expect(await desk.row(registrations, approved.id)).toMatchObject({ status: 'revoked', endedAt: NOW, reasonForPartner: 'The customer chose otherwise.', reasonForHouse: 'Letter of 20 November', actAt: null })
    expect(refusalOf(await desk.run(revoke, { id: approved.id, reasonForPartner: 'Again.' }))).toEqual({ code: 'registration.status-not-reachable', details: { from: 'revoked', to: 'revoked', allowed: [] } })
  },
}
