import { expect } from 'vitest'
import { specialPrices } from '#shared/catalogue/discount.table.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { acceptanceProofs } from '#shared/quotes/acceptance-proof.table.ts'
import { quoteLines, quotes, quoteSequence } from '#shared/quotes/quote.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'
import { buildApproved, TERMS } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, aSentQuote, linesOf, quoteOf, quotingDesk } from './quoting-desk.ts'

const { create, send, accept, decline, order, expireDue, giveNumbers, linkRegistration, reprice, update, revise, clone } = quotesContract.operations
const by = { acceptedBy: '青柳 美咲', at: NOW }

export const quoteCourseScenarios: Scenarios = {
  'settles the content when it is sent, and knows it again': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await quoteOf(desk, id)).toMatchObject({ status: 'sent', contentHash, sentAt: NOW })
    const { id: twin } = valueOf(await desk.run(clone, { id }))
    expect(valueOf(await desk.run(send, { id: twin, at: NOW })).contentHash).toBe(contentHash)
  },
  'is not sent empty, out of date, at a time to come, or with something that is not sold': async (desk) => {
    const { account } = await quotingDesk(desk)
    const sending = async (id: string, at = NOW) => refusalOf(await desk.run(send, { id, at }))
    expect(await sending(await aQuote(desk, account.id, []))).toEqual({ code: 'quote.empty', details: {} })
    const late = await aQuote(desk, account.id)
    valueOf(await desk.run(update, { id: late, edits: [{ field: 'validUntil', value: '2026-11-21' }] }))
    expect(await sending(late)).toEqual({ code: 'quote.out-of-date', details: {} })
    expect(await sending(late, '2026-11-22T03:10:00.000Z')).toEqual({ code: 'quote.in-future', details: { at: '2026-11-22T03:10:00.000Z' } })
    const id = await aQuote(desk, account.id)
    const [line] = await linesOf(desk, id)
    await desk.put(quoteLines, { ...line!, id: nextId(), place: 9000, terms: { ...line!.terms, problem: 'discontinued' } })
    expect(await sending(id)).toEqual({ code: 'quote.not-sellable', details: { line: 2, because: 'discontinued' } })
    expect(await sending(nextId())).toEqual({ code: 'quote.not-found' })
    expect((await desk.rows(quotes)).every(({ status, contentHash }) => status === 'draft' && contentHash === null)).toBe(true)
  },
  'is not sent before approval where one is needed, nor by copying, revising or editing around it (B4.8)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { discountPercent: '15' })])
    const needs = { code: 'quote.needs-approval', details: { measures: ['lineDiscount', 'blendedDiscount'] } }
    const tooMuch = await aQuote(desk, account.id, [aLine('LEDGER', { discountPercent: '16' })])
    expect(refusalOf(await desk.run(send, { id: tooMuch, at: NOW }))).toEqual(needs)
    const { id: copy } = valueOf(await desk.run(clone, { id: tooMuch }))
    expect(refusalOf(await desk.run(send, { id: copy, at: NOW }))).toEqual(needs)
    const { id: revised } = valueOf(await desk.run(revise, { id: tooMuch }))
    expect(refusalOf(await desk.run(send, { id: revised, at: NOW }))).toEqual(needs)
    valueOf(await desk.run(update, { id, edits: [{ field: 'discountAmount', value: '200' }] }))
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toEqual({ code: 'quote.needs-approval', details: { measures: ['blendedDiscount'] } })
    const dear = await aQuote(desk, account.id, [{ ...aLine(''), code: null, custom: { name: '設置', unit: null, unitPrice: '100', cost: '101', taxCategory: 'standard', isService: true } }])
    expect(refusalOf(await desk.run(send, { id: dear, at: NOW }))).toEqual({ code: 'quote.needs-approval', details: { measures: ['margin'] } })
  },
  'is not sent with the price of a desk that saw another list': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { seenUnitPrice: '900' })])
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toEqual({ code: 'quote.price-moved', details: { line: 1, seen: '900', price: '1000' } })
    valueOf(await desk.run(quotesContract.operations.reprice, { id, on: '2026-11-22' }))
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toBe('accepted')
  },
  'is not sent with a bundle that lacks what it needs (B4.22)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('SUITE')])
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toEqual({ code: 'quote.bundle-invalid', details: { line: 1, product: 'LEDGER', problem: 'requiredMissing' } })
  },
  'pays for a registered deal only while the registration stands (B4.13)': async (desk) => {
    const { account, partner } = await quotingDesk(desk)
    const registration = buildApproved({ partnerId: partner.id, accountId: account.id, terms: { ...TERMS, windowDays: 90, registeredMargin: 10 } })
    await desk.put(registrations, registration)
    const id = await aQuote(desk, account.id, [aLine('LEDGER'), aLine('TRAIN')], { partnerId: partner.id })
    expect(await quoteOf(desk, id)).toMatchObject({ net: 1200 })
    valueOf(await desk.run(linkRegistration, { id, registrationId: registration.id }))
    // 20 % of the tier and 10 % of the registered deal, which is for LEDGER alone.
    expect((await linesOf(desk, id)).map(({ terms }) => terms.registeredPercent)).toEqual(['10', '0'])
    expect(await quoteOf(desk, id)).toMatchObject({ net: 1100, registration: { percent: '10', products: ['LEDGER'], from: '2026-11-21', to: '2027-02-19' } })
    valueOf(await desk.run(dealsContract.operations.withdraw, { id: registration.id }))
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toEqual({ code: 'quote.registration-ended', details: { because: 'withdrawn' } })
    valueOf(await desk.run(reprice, { id, on: '2026-11-22' }))
    expect(await quoteOf(desk, id)).toMatchObject({ net: 1200, registration: null, registrationId: registration.id })
    expect(refusalOf(await desk.run(send, { id, at: NOW }))).toBe('accepted')
  },
  'is accepted by somebody, once, as it was sent': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    expect(refusalOf(await desk.run(accept, { id, contentHash: 'f'.repeat(64), ...by }))).toEqual({ code: 'quote.content-differs' })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by, at: '2026-11-22T04:00:00Z' }))).toEqual({ code: 'quote.in-future', details: { at: '2026-11-22T04:00:00Z' } })
    valueOf(await desk.run(accept, { id, contentHash, ...by }))
    expect(await quoteOf(desk, id)).toMatchObject({ status: 'accepted', acceptedAt: NOW, acceptedBy: '青柳 美咲' })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by }))).toEqual({ code: 'quote.already-accepted', details: { revision: 1 } })
    const draft = await aQuote(desk, account.id)
    expect(refusalOf(await desk.run(accept, { id: draft, contentHash, ...by }))).toEqual({ code: 'quote.not-sent', details: { status: 'draft' } })
    expect(refusalOf(await desk.run(accept, { id: nextId(), contentHash, ...by }))).toEqual({ code: 'quote.not-found' })
  },
  'is accepted with what shows it, kept by its hash; a file of another type, too large or cut off is not taken, and nothing is accepted': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    const withProof = (content: string) => desk.run(accept, { id, contentHash, ...by, proof: { name: '注文書.pdf', content } })
    const pdf = btoa('%PDF-1.7 signed')
    expect(refusalOf(await withProof(''))).toEqual({ code: 'file.empty', details: { name: '注文書.pdf' } })
    expect(refusalOf(await withProof(pdf.slice(1)))).toEqual({ code: 'file.incomplete', details: { name: '注文書.pdf' } })
    expect(refusalOf(await withProof(btoa('MZ, a program')))).toMatchObject({ code: 'file.type-not-taken' })
    expect(refusalOf(await withProof(btoa(`%PDF-${'x'.repeat(1_000_000)}`)))).toEqual({ code: 'file.too-large', details: { name: '注文書.pdf', size: 1_000_005, limit: 1_000_000 } })
    expect((await quoteOf(desk, id)).status).toBe('sent')
    const { entry } = valueOf(await withProof(pdf))
    expect(await desk.rows(acceptanceProofs)).toMatchObject([{ quoteId: id, name: '注文書.pdf', mediaType: 'application/pdf', size: 15, sha256: '281a9b6b403e3fecbd92e4b0504bde1ddac566e0478eb038d63a85aed1a8b418', content: pdf }])
    // Taken back, the acceptance is gone; what is on record stays.
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect([(await quoteOf(desk, id)).status, (await desk.rows(acceptanceProofs)).length]).toEqual(['sent', 1])
  },
  'happened neither before it was sent, nor so long ago that nobody remembers, and is priced for no day of then': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id)
    expect(refusalOf(await desk.run(send, { id, at: '2026-11-08T03:00:00.000Z' }))).toEqual({ code: 'quote.too-long-ago', details: { at: '2026-11-08T03:00:00.000Z', days: 14 } })
    const { contentHash } = valueOf(await desk.run(send, { id, at: '2026-11-20T03:00:00.000Z' }))
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by, at: '2026-11-19T03:00:00.000Z' }))).toEqual({ code: 'quote.before-sent', details: { at: '2026-11-19T03:00:00.000Z', sentAt: '2026-11-20T03:00:00.000Z' } })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by, at: '2026-11-21T03:00:00.000Z' }, { now: '2026-12-06T03:00:00.000Z' }))).toMatchObject({ code: 'quote.too-long-ago' })
    const other = await aQuote(desk, account.id)
    const days = { from: '2026-11-08', to: '2027-11-23' }
    for (const on of ['2026-11-07', '2027-11-24']) {
      expect(refusalOf(await desk.run(reprice, { id: other, on }))).toEqual({ code: 'quote.day-out-of-range', details: { on, ...days } })
      expect(refusalOf(await desk.run(create, { accountId: account.id, name: 'x', currency: 'JPY', pricedOn: on }))).toEqual({ code: 'quote.day-out-of-range', details: { on, ...days } })
    }
    expect(refusalOf(await desk.run(reprice, { id: other, on: '2026-11-08' }))).toBe('accepted')
  },
  'knows when what was sent is not what stands there any more': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    const [line] = await linesOf(desk, id)
    await desk.put(quoteLines, { ...line!, id: nextId(), quantity: '100' })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by }))).toEqual({ code: 'quote.content-differs' })
  },
  'has its older revision accepted only where somebody says so (B4.12)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    const { id: second } = valueOf(await desk.run(revise, { id }))
    valueOf(await desk.run(send, { id: second, at: NOW }))
    expect((await quoteOf(desk, id)).status).toBe('superseded')
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by }))).toEqual({ code: 'quote.superseded', details: { revision: 1, latest: 2 } })
    valueOf(await desk.run(accept, { id, contentHash, ...by, evenIfSuperseded: true }))
    expect([(await quoteOf(desk, id)).status, (await quoteOf(desk, second)).status]).toEqual(['accepted', 'superseded'])
  },
  'expires at the customer’s midnight and not before; what was accepted before counts though it is told the next day (B4.7)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    // NOW is 12:04 on the 22nd in Tokyo; the last day of the first was over at 15:00 UTC, two minutes after its acceptance.
    const quote = await quoteOf(desk, id)
    const over = { ...quote, id: nextId(), rootId: nextId(), validUntil: '2026-11-21' }
    const stillOpen = { ...quote, id: nextId(), rootId: nextId(), validUntil: '2026-11-21', timeZone: 'America/Mexico_City' }
    await desk.put(quotes, over, stillOpen)
    for (const line of await linesOf(desk, id)) await desk.put(quoteLines, { ...line, id: nextId(), quoteId: over.id })
    expect(valueOf(await desk.run(expireDue, { ids: [id, over.id, stillOpen.id, nextId()] }))).toEqual({ expired: 1 })
    expect((await Promise.all([id, over.id, stillOpen.id].map((each) => quoteOf(desk, each)))).map(({ status }) => status)).toEqual(['sent', 'expired', 'sent'])
    expect(refusalOf(await desk.run(accept, { id: over.id, contentHash, ...by }))).toEqual({ code: 'quote.content-differs' })
  },
  'is accepted late only for a time at which it was valid': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id)
    valueOf(await desk.run(update, { id, edits: [{ field: 'validUntil', value: '2026-11-21' }] }))
    const at = '2026-11-21T14:58:00.000Z'
    const { contentHash } = valueOf(await desk.run(send, { id, at }))
    expect(valueOf(await desk.run(expireDue, { ids: [id] }))).toEqual({ expired: 1 })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by, at: '2026-11-21T15:00:00.000Z' }))).toEqual({ code: 'quote.expired', details: { validUntil: '2026-11-21', timeZone: 'Asia/Tokyo' } })
    valueOf(await desk.run(accept, { id, contentHash, ...by, at: '2026-11-21T14:59:59.000Z' }))
    expect((await quoteOf(desk, id)).status).toBe('accepted')
  },
  'is declined for a reason, and not accepted after that': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    valueOf(await desk.run(decline, { id, reason: '予算がない' }))
    expect(await quoteOf(desk, id)).toMatchObject({ status: 'declined', declinedAt: NOW, declineReason: '予算がない' })
    expect(refusalOf(await desk.run(decline, { id, reason: 'x' }))).toEqual({ code: 'quote.not-sent', details: { status: 'declined' } })
    expect(refusalOf(await desk.run(accept, { id, contentHash, ...by }))).toEqual({ code: 'quote.declined', details: { revision: 1 } })
    expect(refusalOf(await desk.run(decline, { id: nextId(), reason: 'x' }))).toEqual({ code: 'quote.not-found' })
  },
  'becomes an order, which uses up what was granted at a special price': async (desk) => {
    const { account } = await quotingDesk(desk)
    const granted = buildSpecialPrice({ accountId: account.id, product: 'LEDGER', unitPrice: '800', maximumQuantity: '10', soldQuantity: '2' })
    await desk.put(specialPrices, granted)
    const { id, contentHash } = await aSentQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' }), aLine('TRAIN')])
    expect(refusalOf(await desk.run(order, { id, orderNumber: 'PO-1' }))).toEqual({ code: 'quote.not-accepted', details: { status: 'sent' } })
    valueOf(await desk.run(accept, { id, contentHash, ...by }))
    valueOf(await desk.run(order, { id, orderNumber: ' PO-1 ' }))
    expect(await quoteOf(desk, id)).toMatchObject({ status: 'ordered', orderNumber: 'PO-1', orderedAt: NOW })
    expect((await desk.row(specialPrices, granted.id))?.soldQuantity).toBe('5')
    expect(refusalOf(await desk.run(order, { id: nextId(), orderNumber: 'PO-1' }))).toEqual({ code: 'quote.not-found' })
  },
  'gets its number once, one for all revisions, and keeps the provisional one (B4.19)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const first = await aQuote(desk, account.id)
    const second = await aQuote(desk, account.id)
    const { id: revised } = valueOf(await desk.run(revise, { id: first }))
    expect(valueOf(await desk.run(giveNumbers, { ids: [first, second, revised, nextId()] }))).toEqual({ given: 2 })
    const { id: third } = valueOf(await desk.run(revise, { id: second }))
    const later = await aQuote(desk, account.id)
    expect(valueOf(await desk.run(giveNumbers, { ids: [first, second, revised, third, later] }))).toEqual({ given: 1 })
    const all = await Promise.all([first, revised, second, third, later].map((id) => quoteOf(desk, id)))
    expect(all.map(({ number }) => number)).toEqual(['Q-000001', 'Q-000001', 'Q-000002', 'Q-000002', 'Q-000003'])
    expect(all[0]!.provisionalNumber).toBe(all[1]!.provisionalNumber)
    expect(new Set(all.map(({ provisionalNumber }) => provisionalNumber)).size).toBe(3)
    expect((await desk.rows(quoteSequence)).map(({ last }) => last)).toEqual([3])
    expect(valueOf(await desk.run(giveNumbers, { ids: [] }))).toEqual({ given: 0 })
  },
}
