import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved, buildRegistration, TERMS, type Registration } from '#test/foundation/builders/build-registration.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { askExtension, decideExtension, touch, setQuoteSent, close, takeSteps, update } = dealsContract.operations
/** A hundred days ago; its window of 90 days is over since ten. */
const LONG_AGO = '2026-08-14T01:00:00.000Z'

async function approved(desk: Desk, given: Partial<Registration> = {}, at?: string, partner: Partner = buildPartner({ products: ['LEDGER'] })): Promise<Registration> {
  if ((await desk.row(partners, partner.id)) === undefined) await desk.put(partners, partner)
  const registration = buildApproved({ partnerId: partner.id, ...given }, at)
  await desk.put(registrations, registration)
  return registration
}
const sweep = (desk: Desk, { id, actAt }: Registration) => desk.run(takeSteps, { due: [{ id, actAt: actAt ?? NOW }] })

export const protectionScenarios: Scenarios = {
  'extends a window: asked with a reason, meanwhile it does not end, granted from its last day on': async (desk) => {
    const registration = await approved(desk)
    valueOf(await desk.run(askExtension, { id: registration.id, days: 30, reason: 'The budget moved.' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'approved', extension: { days: 30, reason: 'The budget moved.', by: '', at: NOW }, actAt: null })
    expect(valueOf(await desk.run(decideExtension, { id: registration.id, grant: true })).protectedUntil).toBe('2027-03-21T15:00:00.000Z')
    expect(await desk.row(registrations, registration.id)).toMatchObject({ extension: null, extensions: 1, protectedUntil: '2027-03-21T15:00:00.000Z', reminded: 0 })
    expect(refusalOf(await desk.run(decideExtension, { id: registration.id, grant: true }))).toEqual({ code: 'registration.no-extension-asked' })
    expect(refusalOf(await desk.run(askExtension, { id: registration.id, days: 30, reason: 'Again.' }))).toEqual({ code: 'registration.no-extensions-left', details: { extensions: 1 } })
  },
  'refuses an extension with a reason: the window ends when it would have': async (desk) => {
    const registration = await approved(desk)
    valueOf(await desk.run(askExtension, { id: registration.id, days: 30, reason: 'More time.' }))
    valueOf(await desk.run(decideExtension, { id: registration.id, grant: false, reasonForPartner: 'Nothing has moved.' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'approved', extension: null, extensions: 0, protectedUntil: registration.protectedUntil, reasonForPartner: 'Nothing has moved.', actAt: registration.actAt })
  },
  'grants more time without deciding on a change that is under review': async (desk) => {
    const registration = await approved(desk)
    valueOf(await desk.run(askExtension, { id: registration.id, days: 30, reason: 'The budget moved.' }))
    valueOf(await desk.run(update, { id: registration.id, edits: [{ field: 'amount', value: 9_000_000, was: 1_000_000 }] }))
    valueOf(await desk.run(decideExtension, { id: registration.id, grant: true }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'submitted', amount: 9_000_000, approved: { amount: 1_000_000 }, extensions: 1, protectedUntil: '2027-03-21T15:00:00.000Z' })
  },
  'extends no longer than the terms allow, nothing that is not approved, nobody who is not active, nothing that a case holds': async (desk) => {
    const registration = await approved(desk)
    const draft = buildRegistration({ partnerId: registration.partnerId })
    const asleep = await approved(desk, {}, undefined, buildPartner({ status: 'suspended' }))
    const held = await approved(desk, { caseId: registration.id, heldAt: NOW, extension: { days: 9, reason: 'x', by: '', at: NOW } })
    await desk.put(registrations, draft)
    const ask = async (id: string, days = 30) => refusalOf(await desk.run(askExtension, { id, days, reason: 'x' }))
    expect(await ask(registration.id, 91)).toEqual({ code: 'registration.extension-too-long', details: { most: 90 } })
    expect(await ask(draft.id)).toEqual({ code: 'registration.not-extendable', details: { status: 'submitted' } })
    expect(await ask(asleep.id)).toMatchObject({ code: 'registration.partner-not-active' })
    expect(refusalOf(await desk.run(decideExtension, { id: held.id, grant: true }))).toEqual({ code: 'registration.held', details: { caseId: registration.id } })
  },
  'says before the end how near it is, each reminder once': async (desk) => {
    const registration = await approved(desk, {}, '2026-09-20T01:00:00.000Z')
    // 19 December is the last day: 30 days before it have passed, 7 have not.
    expect(valueOf(await sweep(desk, registration))).toEqual({ acted: 1, ended: 0 })
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'approved', reminded: 1, actAt: '2026-12-12T15:00:00.000Z' })
    expect(valueOf(await sweep(desk, registration))).toEqual({ acted: 0, ended: 0 })
  },
  'ends when the window is over, and only once': async (desk) => {
    const registration = await approved(desk, {}, LONG_AGO)
    expect(valueOf(await sweep(desk, registration))).toEqual({ acted: 1, ended: 1 })
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'expired', endReason: 'window', endedAt: registration.protectedUntil, reminded: 2, actAt: null, rev: 2 })
    expect(valueOf(await sweep(desk, registration))).toEqual({ acted: 0, ended: 0 })
    expect((await desk.row(registrations, registration.id))?.rev).toBe(2)
  },
  'releases what nothing was heard of; being at work on it begins that time anew': async (desk) => {
    const terms = { ...TERMS, staleDays: 30, reminderDays: [] }
    const [quiet, alive] = [await approved(desk, { terms }, '2026-10-01T00:00:00.000Z'), await approved(desk, { terms }, '2026-10-01T00:00:00.000Z')]
    valueOf(await desk.run(touch, { id: alive.id, note: 'Demo given' }))
    for (const each of [quiet, alive]) await sweep(desk, each)
    expect(await desk.row(registrations, quiet.id)).toMatchObject({ status: 'expired', endReason: 'stale', endedAt: '2026-10-31T00:00:00.000Z' })
    expect(await desk.row(registrations, alive.id)).toMatchObject({ status: 'approved', activeAt: NOW, actAt: '2026-12-22T03:04:05.678Z' })
    expect(refusalOf(await desk.run(touch, { id: quiet.id }))).toEqual({ code: 'registration.not-approved', details: { status: 'expired' } })
  },
  'notes that a review is late, and withdraws what was never answered': async (desk) => {
    const partnerId = (await approved(desk)).partnerId
    const late = buildRegistration({ partnerId, reviewDueAt: '2026-11-20T00:00:00.000Z' })
    const silent = buildRegistration({ partnerId, status: 'actionRequired', reviewDueAt: null, answerDueAt: '2026-11-20T00:00:00.000Z', asked: { fields: ['amount'], note: 'How much?', by: 'Ana', at: NOW } })
    await desk.put(registrations, late, silent)
    for (const each of [late, silent]) await sweep(desk, each)
    expect(await desk.row(registrations, late.id)).toMatchObject({ status: 'submitted', reviewMissed: true, actAt: null })
    expect(await desk.row(registrations, silent.id)).toMatchObject({ status: 'withdrawn', endReason: 'unanswered', endedAt: '2026-11-20T00:00:00.000Z', asked: null })
  },
  'knows of a quote that is out, and of one that is over': async (desk) => {
    const registration = await approved(desk, {}, LONG_AGO)
    valueOf(await desk.run(setQuoteSent, { id: registration.id, sent: true }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ quoteSentAt: NOW, actAt: null })
    expect(refusalOf(await desk.run(setQuoteSent, { id: registration.id, sent: true }))).toBe('accepted')
    valueOf(await desk.run(setQuoteSent, { id: registration.id, sent: false }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ quoteSentAt: null, actAt: registration.actAt })
    const draft = buildRegistration({ partnerId: registration.partnerId })
    await desk.put(registrations, draft)
    expect(refusalOf(await desk.run(setQuoteSent, { id: draft.id, sent: true }))).toEqual({ code: 'registration.not-approved', details: { status: 'submitted' } })
  },
  'closes once, as won or lost; lost ends everything': async (desk) => {
    const registration = await approved(desk)
    valueOf(await desk.run(close, { id: registration.id, outcome: 'lost' }))
    expect(refusalOf(await desk.run(close, { id: registration.id, outcome: 'lost' }))).toBe('accepted')
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'closedLost', endedAt: NOW, priceLockedUntil: null, incumbentUntil: null, actAt: null, rev: 2 })
    expect(refusalOf(await desk.run(close, { id: registration.id, outcome: 'won' }))).toEqual({ code: 'registration.status-not-reachable', details: { from: 'closedLost', to: 'closedWon', allowed: ['approved'] } })
  },
  'follows its opportunity to the end and back': async (desk) => {
    const account = buildAccount()
    const opportunity = buildOpportunity({ accountId: account.id, stage: 'negotiation', contactId: account.id, product: 'LEDGER', amount: 1, currency: 'JPY', expectedCloseOn: '2027-01-01' })
    await desk.put(accounts, account)
    await desk.put(opportunities, opportunity)
    const registration = await approved(desk, { accountId: account.id, opportunityId: opportunity.id })
    const { setStage } = opportunitiesContract.operations
    valueOf(await desk.run(setStage, { id: opportunity.id, stage: 'won' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'closedWon', endedAt: NOW, incumbentUntil: '2027-11-22' })
    expect((await desk.row(accounts, account.id))?.partnerId).toBe(registration.partnerId)
    valueOf(await desk.run(setStage, { id: opportunity.id, stage: 'negotiation' }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'approved', endedAt: null, incumbentUntil: null, actAt: registration.actAt })
  },
}
