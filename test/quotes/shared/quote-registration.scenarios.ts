import { expect } from 'vitest'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildApproved, buildRegistration, TERMS } from '#test/foundation/builders/build-registration.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, quoteOf, quotingDesk } from './quoting-desk.ts'

const { accept, decline, expireDue, linkRegistration, reprice, revise, send, update } = quotesContract.operations

/** A registered deal of the gold partner with the customer that pays 10 %. */
async function aRegisteredDeal(desk: Desk) {
  const setting = await quotingDesk(desk)
  const opportunity = buildOpportunity({ accountId: setting.account.id, partnerId: setting.partner.id, currency: 'JPY' })
  const registration = buildApproved({ partnerId: setting.partner.id, accountId: setting.account.id, opportunityId: opportunity.id, terms: { ...TERMS, registeredMargin: 10 }, products: [] })
  await desk.put(opportunities, opportunity)
  await desk.put(registrations, registration)
  const quote = async (): Promise<string> => {
    const id = await aQuote(desk, setting.account.id, [aLine('LEDGER')], { partnerId: setting.partner.id })
    valueOf(await desk.run(linkRegistration, { id, registrationId: registration.id }))
    return id
  }
  return { ...setting, opportunity, registration, quote, frozenSince: async () => (await desk.row(registrations, registration.id))?.quoteSentAt ?? null }
}

export const quoteRegistrationScenarios: Scenarios = {
  'are the deal’s: the first is its primary quote, and the link can be taken away': async (desk) => {
    const { quote, opportunity, registration } = await aRegisteredDeal(desk)
    const [first, second] = [await quote(), await quote()]
    expect(await quoteOf(desk, first)).toMatchObject({ opportunityId: opportunity.id, primary: true, registrationId: registration.id, net: 700 })
    expect(await quoteOf(desk, second)).toMatchObject({ opportunityId: opportunity.id, primary: false })
    valueOf(await desk.run(linkRegistration, { id: first, registrationId: null }))
    expect(await quoteOf(desk, first)).toMatchObject({ opportunityId: opportunity.id, primary: true, registrationId: null, registration: null, net: 800 })
  },
  'take no registration that does not stand, or is not theirs': async (desk) => {
    const { account, partner, quote, registration } = await aRegisteredDeal(desk)
    const id = await quote()
    const other = buildPartner()
    const [theirs, elsewhere, waiting, over] = [
      buildApproved({ partnerId: other.id, accountId: account.id }), buildApproved({ partnerId: partner.id, accountId: nextId() }), buildRegistration({ partnerId: partner.id, accountId: account.id }),
      buildApproved({ partnerId: partner.id, accountId: account.id, protectedUntil: '2026-11-22T03:00:00.000Z' }),
    ]
    await desk.put(registrations, theirs, elsewhere, waiting, over)
    const linked = async (registrationId: string) => refusalOf(await desk.run(linkRegistration, { id, registrationId }))
    expect(await linked(nextId())).toEqual({ code: 'registration.not-found' })
    for (const [row, because] of [[theirs, 'otherPartner'], [elsewhere, 'otherCustomer'], [waiting, 'submitted'], [over, 'expired']] as const) expect(await linked(row.id)).toEqual({ code: 'quote.registration-not-standing', details: { because } })
    const second = buildApproved({ partnerId: partner.id, accountId: account.id, opportunityId: nextId(), company: '別の商談' })
    await desk.put(registrations, second)
    expect(await linked(second.id)).toEqual({ code: 'quote.registration-of-another-deal', details: { company: '別の商談' } })
    expect((await quoteOf(desk, id)).registrationId).toBe(registration.id)
    valueOf(await desk.run(send, { id, at: NOW }))
    expect(await linked(registration.id)).toEqual({ code: 'quote.not-editable', details: { status: 'sent' } })
  },
  'are not sent at a margin that fell, whatever became of the deal, and say what; repriced they are': async (desk) => {
    const { revoke, close, withdraw } = dealsContract.operations
    const ends = {
      revoked: (at: Desk, id: string) => at.run(revoke, { id, reasonForPartner: '条件が変わりました' }),
      closedLost: (at: Desk, id: string) => at.run(close, { id, outcome: 'lost' }),
      withdrawn: (at: Desk, id: string) => at.run(withdraw, { id }),
    }
    const { account, partner, opportunity } = await aRegisteredDeal(desk)
    for (const [because, end] of Object.entries(ends)) {
      const registration = buildApproved({ partnerId: partner.id, accountId: account.id, opportunityId: opportunity.id, terms: { ...TERMS, registeredMargin: 10 }, products: [] })
      await desk.put(registrations, registration)
      const id = await aQuote(desk, account.id, [aLine('LEDGER')], { partnerId: partner.id })
      valueOf(await desk.run(linkRegistration, { id, registrationId: registration.id }))
      expect((await quoteOf(desk, id)).net).toBe(700)
      expect((await end(desk, registration.id)).ok).toBe(true)
      expect(refusalOf(await desk.run(send, { id, at: NOW }))).toEqual({ code: 'quote.registration-ended', details: { because } })
      valueOf(await desk.run(reprice, { id, on: '2026-11-22' }))
      expect(await quoteOf(desk, id)).toMatchObject({ net: 800, registration: null })
      expect(refusalOf(await desk.run(send, { id, at: NOW }))).toBe('accepted')
    }
  },
  'are not sent at the margin of a window that ended overnight, though nobody has said so yet': async (desk) => {
    const { quote } = await aRegisteredDeal(desk)
    const id = await quote()
    const later = '2027-02-20T00:00:00.000Z'
    valueOf(await desk.run(update, { id, edits: [{ field: 'validUntil', value: '2027-03-10' }] }))
    expect(refusalOf(await desk.run(send, { id, at: later }, { now: later }))).toEqual({ code: 'quote.registration-ended', details: { because: 'expired' } })
  },
  'keep the window from ending while the customer has one, and let it go on when the last is declined, expired or superseded': async (desk) => {
    const { quote, registration, frozenSince } = await aRegisteredDeal(desk)
    const [first, second] = [await quote(), await quote()]
    for (const id of [first, second]) valueOf(await desk.run(send, { id, at: NOW }))
    expect(await frozenSince()).toBe(NOW)
    valueOf(await desk.run(decline, { id: first, reason: '予算がない' }))
    expect(await frozenSince()).toBe(NOW)
    // Its window is over by then, and waits: the deal goes on being paid for.
    const later = '2027-03-01T00:00:00.000Z'
    valueOf(await desk.run(dealsContract.operations.takeSteps, { due: [{ id: registration.id, actAt: later }] }, { now: later }))
    expect((await desk.row(registrations, registration.id))?.status).toBe('approved')
    const next = valueOf(await desk.run(revise, { id: second }, { now: later })).id
    valueOf(await desk.run(update, { id: next, edits: [{ field: 'validUntil', value: '2027-03-10' }] }, { now: later }))
    expect(refusalOf(await desk.run(send, { id: next, at: later }, { now: later }))).toBe('accepted')
    expect(await frozenSince()).toBe(NOW)
    valueOf(await desk.run(expireDue, { ids: [next] }, { now: '2027-03-11T00:00:00.000Z' }))
    expect(await frozenSince()).toBeNull()
    expect((await desk.row(registrations, registration.id))?.actAt).not.toBeNull()
  },
  'let nobody else’s window wait: an accepted one holds its own, and frees that of the revision it supersedes': async (desk) => {
    const { account, partner, quote, registration, frozenSince, opportunity } = await aRegisteredDeal(desk)
    const id = await quote()
    const { contentHash } = valueOf(await desk.run(send, { id, at: NOW }))
    const other = buildApproved({ partnerId: partner.id, accountId: account.id, opportunityId: opportunity.id })
    await desk.put(registrations, other)
    const next = valueOf(await desk.run(revise, { id })).id
    valueOf(await desk.run(linkRegistration, { id: next, registrationId: other.id }))
    valueOf(await desk.run(send, { id: next, at: NOW }))
    expect([await frozenSince(), (await desk.row(registrations, other.id))?.quoteSentAt]).toEqual([null, NOW])
    valueOf(await desk.run(accept, { id, contentHash, acceptedBy: '青柳 美咲', at: NOW, evenIfSuperseded: true }))
    expect([(await desk.row(registrations, registration.id))?.quoteSentAt, (await desk.row(registrations, other.id))?.quoteSentAt]).toEqual([NOW, null])
  },
}
