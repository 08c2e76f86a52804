import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved, buildDraft, buildRegistration, type Registration } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { submit, update, withdraw, approve, reject, returnForInformation, answer, askExtension, decideExtension, takeSteps } = dealsContract.operations
/** A hundred days ago; a window of 90 days from then is over since ten. */
const LONG_AGO = '2026-08-14T01:00:00.000Z'

async function twoPartners(desk: Desk): Promise<readonly [Partner, Partner]> {
  const both = [buildPartner({ products: ['LEDGER', 'RISK'] }), buildPartner({ products: ['LEDGER', 'RISK'] })] as const
  await desk.put(partners, ...both)
  return both
}

async function submitted(desk: Desk, draft: Registration): Promise<Registration> {
  await desk.put(registrations, draft)
  valueOf(await desk.run(submit, { id: draft.id }))
  return (await desk.row(registrations, draft.id))!
}

const sweep = async (desk: Desk, id: string) => {
  const actAt = (await desk.row(registrations, id))?.actAt
  return actAt == null ? { acted: 0, ended: 0 } : valueOf(await desk.run(takeSteps, { due: [{ id, actAt }] }))
}

/** What a toy gets wrong, by the numbers of field.md B3. */
export const edgeCaseScenarios: Scenarios = {
  '1 a customer is found under another name, by its number first': async (desk) => {
    const [one, other] = await twoPartners(desk)
    await desk.put(registrations, buildRegistration({ partnerId: one.id, company: '(株)北山食品', corporateNumber: '7000012050002' }))
    expect((await submitted(desk, buildDraft({ partnerId: other.id, company: 'KITAYAMA FOODS CO., LTD.', corporateNumber: '7000012050002' }))).overlaps).toBe(1)
    expect((await submitted(desk, buildDraft({ partnerId: other.id, company: '株式会社　北山食品', project: 'Another' }))).overlaps).toBe(1)
  },
  '2 a company of the same name alone stops nobody': async (desk) => {
    const [one, other] = await twoPartners(desk)
    await desk.put(registrations, buildApproved({ partnerId: one.id, company: 'アシスト', corporateNumber: '7000012050002' }))
    const claim = await submitted(desk, buildDraft({ partnerId: other.id, company: 'アシスト', corporateNumber: '1180001108645' }))
    expect(claim.status).toBe('submitted')
    expect(refusalOf(await desk.run(approve, { id: claim.id }))).toBe('accepted')
  },
  '3 the partner’s own domain, and free mail, make no two customers one': async (desk) => {
    const [one, other] = await twoPartners(desk)
    await desk.put(partners, buildPartner({ id: idNumber(0x55), domain: 'reseller.example', products: ['LEDGER'] }))
    await desk.put(registrations, buildRegistration({ partnerId: one.id, company: 'Harbour Foods', website: 'reseller.example', domain: 'reseller.example' }))
    expect((await submitted(desk, buildDraft({ partnerId: idNumber(0x55), company: 'Mountain Steel', website: 'reseller.example', domain: 'reseller.example' }))).overlaps).toBe(0)
    await desk.put(registrations, buildRegistration({ partnerId: one.id, company: 'Green Valley', contactEmail: 'one@gmail.com' }))
    expect((await submitted(desk, buildDraft({ partnerId: other.id, company: 'Blue Ridge', contactEmail: 'two@gmail.com' }))).overlaps).toBe(0)
  },
  '4 another project, product, site or fiscal year of the customer is no conflict': async (desk) => {
    const [one, other] = await twoPartners(desk)
    const customer = { company: 'Kitayama Foods', corporateNumber: '7000012050002' }
    await desk.put(registrations, buildApproved({ partnerId: one.id, ...customer, project: 'Osaka', fiscalYear: 'FY2026', products: ['LEDGER'] }))
    const overlapsOf = async (given: Partial<Registration>) => {
      const claim = await submitted(desk, buildDraft({ partnerId: other.id, ...customer, project: 'Osaka', fiscalYear: 'FY2026', products: ['LEDGER'], ...given }))
      await desk.run(withdraw, { id: claim.id })
      return claim.overlaps
    }
    expect([await overlapsOf({}), await overlapsOf({ project: null, products: ['RISK', 'LEDGER'] })]).toEqual([1, 1])
    expect([await overlapsOf({ project: 'Nagoya' }), await overlapsOf({ fiscalYear: 'FY2027' }), await overlapsOf({ products: ['RISK'] })]).toEqual([0, 0, 0])
  },
  '5 a sister company’s business is shown, not blocked': async (desk) => {
    const [one, other] = await twoPartners(desk)
    const parent = buildAccount({ name: 'Kitayama Holdings' })
    const [sister, subsidiary] = [buildAccount({ parentId: parent.id }), buildAccount({ parentId: parent.id })]
    await desk.put(accounts, parent, sister, subsidiary)
    await desk.put(opportunities, buildOpportunity({ accountId: parent.id }))
    await desk.put(registrations, buildApproved({ partnerId: one.id, accountId: sister.id }))
    const claim = await submitted(desk, buildDraft({ partnerId: other.id, accountId: subsidiary.id }))
    expect(claim.overlaps).toBe(2)
    expect(refusalOf(await desk.run(approve, { id: claim.id }))).toBe('accepted')
  },
  '6 an incomplete submission keeps its time, and so does the moment in which nothing was missing any more': async (desk) => {
    const [one] = await twoPartners(desk)
    const claim = await submitted(desk, buildDraft({ partnerId: one.id, amount: null, currency: null }))
    expect(claim).toMatchObject({ receivedAt: NOW, completeAt: null })
    const earlier = { ...claim, receivedAt: '2026-11-10T00:00:00.000Z' }
    await desk.put(registrations, { ...earlier, id: idNumber(0x60) })
    valueOf(await desk.run(returnForInformation, { id: idNumber(0x60), fields: ['amount', 'currency'], note: 'How much?' }))
    valueOf(await desk.run(answer, { id: idNumber(0x60), edits: [{ field: 'currency', value: 'JPY' }, { field: 'amount', value: 900 }], note: null, deviceAt: '2026-11-22T09:00:00.000Z' }))
    expect(await desk.row(registrations, idNumber(0x60))).toMatchObject({ receivedAt: '2026-11-10T00:00:00.000Z', completeAt: NOW, completeDeviceAt: '2026-11-22T09:00:00.000Z' })
  },
  '8 a window ends at the midnight of the partner’s place, which is said with it': async (desk) => {
    const [tokyo] = await twoPartners(desk)
    const guatemala = buildPartner({ timeZone: 'America/Guatemala', products: ['LEDGER'] })
    await desk.put(partners, guatemala)
    const until = async (partnerId: string) => {
      const claim = buildRegistration({ partnerId })
      await desk.put(registrations, claim)
      valueOf(await desk.run(approve, { id: claim.id }))
      const { protectedUntil, timeZone } = (await desk.row(registrations, claim.id))!
      return [protectedUntil, timeZone]
    }
    // In Tokyo it is the 22nd, in Guatemala still the 21st.
    expect(await until(tokyo.id)).toEqual(['2027-02-20T15:00:00.000Z', 'Asia/Tokyo'])
    expect(await until(guatemala.id)).toEqual(['2027-02-20T06:00:00.000Z', 'America/Guatemala'])
  },
  '9 nothing ends while a conflict, an extension, a change or a quote is open': async (desk) => {
    const [one] = await twoPartners(desk)
    const frozen = [
      buildApproved({ partnerId: one.id, caseId: idNumber(0x77), heldAt: NOW }, LONG_AGO),
      buildApproved({ partnerId: one.id, extension: { days: 30, reason: 'x', by: 'Ana', at: NOW } }, LONG_AGO),
      buildApproved({ partnerId: one.id, quoteSentAt: NOW }, LONG_AGO),
    ]
    const changed = buildApproved({ partnerId: one.id }, LONG_AGO)
    await desk.put(registrations, ...frozen, changed)
    valueOf(await desk.run(update, { id: changed.id, edits: [{ field: 'amount', value: 90_000_000 }] }))
    for (const { id } of frozen) expect([id, await sweep(desk, id)]).toEqual([id, { acted: 0, ended: 0 }])
    // Of the changed one the review is due, not the end.
    expect(await desk.row(registrations, changed.id)).toMatchObject({ status: 'submitted', protectedUntil: changed.protectedUntil, actAt: '2026-11-25T01:00:00.000Z' })
  },
  '10 after the end an extension comes too late once another has claimed the deal': async (desk) => {
    const [one, other] = await twoPartners(desk)
    const customer = { company: 'Kitayama Foods', corporateNumber: '7000012050002' }
    const over = buildApproved({ partnerId: one.id, ...customer }, LONG_AGO)
    await desk.put(registrations, over)
    await sweep(desk, over.id)
    valueOf(await desk.run(askExtension, { id: over.id, days: 30, reason: 'It took longer.' }))
    await desk.put(registrations, buildRegistration({ partnerId: other.id, ...customer }))
    expect(refusalOf(await desk.run(decideExtension, { id: over.id, grant: true }))).toEqual({ code: 'registration.claimed-meanwhile' })
    expect(refusalOf(await desk.run(askExtension, { id: over.id, days: 30, reason: 'Please.' }))).toEqual({ code: 'registration.claimed-meanwhile' })
    const alone = buildApproved({ partnerId: one.id }, LONG_AGO)
    await desk.put(registrations, alone)
    await sweep(desk, alone.id)
    valueOf(await desk.run(askExtension, { id: alone.id, days: 30, reason: 'It took longer.' }))
    valueOf(await desk.run(decideExtension, { id: alone.id, grant: true }))
    expect(await desk.row(registrations, alone.id)).toMatchObject({ status: 'approved', protectedUntil: '2026-12-12T15:00:00.000Z', endedAt: null, endReason: null })
  },
  '11 after a week in which nobody looked each ends once; what was won meanwhile closes, what ended is left alone': async (desk) => {
    const [one] = await twoPartners(desk)
    const customer = buildAccount()
    const won = buildOpportunity({ accountId: customer.id, partnerId: one.id, stage: 'won' })
    await desk.put(accounts, customer)
    await desk.put(opportunities, won)
    const [open, sold, lost] = [buildApproved({ partnerId: one.id }, LONG_AGO), buildApproved({ partnerId: one.id, accountId: customer.id, opportunityId: won.id }, LONG_AGO), buildApproved({ partnerId: one.id, status: 'closedLost', endedAt: NOW }, LONG_AGO)]
    await desk.put(registrations, open, sold, lost)
    const due = [open, sold, lost].flatMap(({ id, actAt }) => (actAt === null ? [] : [{ id, actAt }]))
    expect(valueOf(await desk.run(takeSteps, { due }))).toEqual({ acted: 2, ended: 2 })
    expect(valueOf(await desk.run(takeSteps, { due }))).toEqual({ acted: 0, ended: 0 })
    expect([open, sold, lost].map(({ id }) => id)).toHaveLength(due.length + 1)
    expect(await desk.row(registrations, open.id)).toMatchObject({ status: 'expired', endedAt: open.protectedUntil })
    expect(await desk.row(registrations, sold.id)).toMatchObject({ status: 'closedWon' })
    expect(await desk.row(accounts, customer.id)).toMatchObject({ partnerId: one.id })
    expect(await desk.row(registrations, lost.id)).toEqual(lost)
  },
  '12 an amount ten times as large is approved anew; until then what was approved is protected': async (desk) => {
    const [one] = await twoPartners(desk)
    const approved = buildApproved({ partnerId: one.id })
    await desk.put(registrations, approved)
    expect(valueOf(await desk.run(update, { id: approved.id, edits: [{ field: 'amount', value: 10_000_000 }] })).reopened).toBe(true)
    expect(await desk.row(registrations, approved.id)).toMatchObject({ status: 'submitted', amount: 10_000_000, approved: { amount: 1_000_000 }, protectedUntil: approved.protectedUntil })
    valueOf(await desk.run(approve, { id: approved.id }))
    expect(await desk.row(registrations, approved.id)).toMatchObject({ status: 'approved', approved: { amount: 10_000_000 }, protectedFrom: approved.protectedFrom, protectedUntil: approved.protectedUntil })
  },
  '13 a partner that is suspended keeps what it holds, and gets nothing more': async (desk) => {
    const [one] = await twoPartners(desk)
    const held = buildApproved({ partnerId: one.id })
    const waiting = buildRegistration({ partnerId: one.id, project: 'Second' })
    await desk.put(registrations, held, waiting)
    valueOf(await desk.run(partnersContract.operations.setStatus, { id: one.id, status: 'suspended' }))
    expect(refusalOf(await desk.run(approve, { id: waiting.id }))).toMatchObject({ code: 'registration.partner-not-active' })
    expect(refusalOf(await desk.run(askExtension, { id: held.id, days: 10, reason: 'x' }))).toMatchObject({ code: 'registration.partner-not-active' })
    expect(await desk.row(registrations, held.id)).toEqual(held)
  },
  '18 whoever withdraws and registers again, under whatever spelling, goes on with the window it had': async (desk) => {
    const [one] = await twoPartners(desk)
    const customer = { corporateNumber: '7000012050002' }
    const first = buildApproved({ partnerId: one.id, company: 'Kitayama Foods', ...customer }, '2026-09-20T01:00:00.000Z')
    await desk.put(registrations, first)
    valueOf(await desk.run(withdraw, { id: first.id }))
    const again = await submitted(desk, buildDraft({ partnerId: one.id, company: '株式会社北山食品', ...customer }))
    expect(again.clockFrom).toBe('2026-09-20T01:00:00.000Z')
    valueOf(await desk.run(approve, { id: again.id }))
    expect(await desk.row(registrations, again.id)).toMatchObject({ protectedFrom: NOW, protectedUntil: first.protectedUntil })
    valueOf(await desk.run(withdraw, { id: again.id }))
    const third = await submitted(desk, buildDraft({ partnerId: one.id, company: 'Kitayama Foods', ...customer }))
    expect(third.clockFrom).toBe('2026-09-20T01:00:00.000Z')
  },
  '18 but not with the window of another customer, though the partner writes its own address for both': async (desk) => {
    const partner = buildPartner({ domain: 'reseller.example', products: ['LEDGER'] })
    await desk.put(partners, partner)
    const given = { partnerId: partner.id, country: 'US', contactEmail: 'ana@reseller.example' }
    await desk.put(registrations, buildApproved({ ...given, company: 'Harbour Foods', status: 'withdrawn', endedAt: NOW }))
    expect((await submitted(desk, buildDraft({ ...given, company: 'Mountain Steel' }))).clockFrom).toBeNull()
  },
  '18b a window that is used up is not begun anew before the cool-down is over': async (desk) => {
    const [one] = await twoPartners(desk)
    const first = buildApproved({ partnerId: one.id, corporateNumber: '7000012050002' }, LONG_AGO)
    await desk.put(registrations, first)
    await sweep(desk, first.id)
    const again = await submitted(desk, buildDraft({ partnerId: one.id, corporateNumber: '7000012050002' }))
    expect(refusalOf(await desk.run(approve, { id: again.id }))).toEqual({ code: 'registration.window-used-up', details: { until: first.protectedUntil } })
    const longBefore = buildApproved({ partnerId: one.id, project: 'Old', status: 'expired', endedAt: '2026-08-01T00:00:00.000Z' }, '2026-05-01T00:00:00.000Z')
    await desk.put(registrations, longBefore)
    expect((await submitted(desk, buildDraft({ partnerId: one.id, company: longBefore.company, project: 'Old' }))).clockFrom).toBeNull()
  },
  '19 two managers approve: the second changes nothing; the second who decides otherwise is told who was first': async (desk) => {
    const [one] = await twoPartners(desk)
    const claim = buildRegistration({ partnerId: one.id })
    await desk.put(registrations, claim)
    const first = valueOf(await desk.run(approve, { id: claim.id }))
    const approved = await desk.row(registrations, claim.id)
    expect(valueOf(await desk.run(approve, { id: claim.id, reasonForHouse: 'Fine by me' }))).toMatchObject({ accountId: first.accountId, opportunityId: first.opportunityId })
    expect(await desk.row(registrations, claim.id)).toEqual(approved)
    expect(refusalOf(await desk.run(reject, { id: claim.id, reasonForPartner: 'No.' }))).toEqual({ code: 'registration.decided-already', details: { status: 'approved', by: '', at: NOW } })
    const rejected = buildRegistration({ partnerId: one.id, project: 'Second' })
    await desk.put(registrations, rejected)
    valueOf(await desk.run(reject, { id: rejected.id, reasonForPartner: 'No.', reasonForHouse: 'Ours since May' }))
    expect(refusalOf(await desk.run(reject, { id: rejected.id, reasonForPartner: 'Never.' }))).toBe('accepted')
    expect(refusalOf(await desk.run(approve, { id: rejected.id }))).toEqual({ code: 'registration.decided-already', details: { status: 'rejected', by: '', at: NOW } })
    expect(await desk.row(registrations, rejected.id)).toMatchObject({ status: 'rejected', reasonForPartner: 'No.', reasonForHouse: 'Ours since May', reviewDueAt: null, actAt: null })
  },
  '20 won: exclusivity ends; attribution, the locked price and incumbency stay': async (desk) => {
    const [one] = await twoPartners(desk)
    const account = buildAccount()
    await desk.put(accounts, account)
    const deal = buildApproved({ partnerId: one.id, accountId: account.id })
    await desk.put(registrations, deal)
    valueOf(await desk.run(dealsContract.operations.close, { id: deal.id, outcome: 'won' }))
    expect(await desk.row(registrations, deal.id)).toMatchObject({ status: 'closedWon', endedAt: NOW, attribution: 'sourced', priceLockedUntil: deal.protectedUntil, incumbentUntil: '2027-11-22', actAt: null })
    expect((await desk.row(accounts, account.id))?.partnerId).toBe(one.id)
  },
}
