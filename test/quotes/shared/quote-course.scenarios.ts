import { expect } from 'vitest'
import { specialPrices } from '#shared/catalogue/discount.table.ts'
import { quoteLines, quotes, quoteSequence } from '#shared/quotes/quote.table.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, aSentQuote, linesOf, quoteOf, quotingDesk } from './quoting-desk.ts'

const { send, accept, decline, order, expireDue, giveNumbers, update, addLines, revise, clone } = quotesContract.operations
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
    const id = await aQuote(desk, account.id, [], { partnerId: partner.id })
    const registration = { code: 'DR-1', products: null, percent: '10', from: '2026-11-01', to: '2026-11-21' }
    valueOf(await desk.run(update, { id, edits: [{ field: 'registration', value: registration }] }))
    valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('LEDGER')] }))
    expect((await linesOf(desk, id))[0]!.terms.registeredPercent).toBe('0')
    const earlier = await aQuote(desk, account.id, [], { partnerId: partner.id, pricedOn: '2026-11-20' })
    valueOf(await desk.run(update, { id: earlier, edits: [{ field: 'registration', value: registration }] }))
    valueOf(await desk.run(addLines, { quoteId: earlier, lines: [aLine('LEDGER')] }))
    expect(await quoteOf(desk, earlier)).toMatchObject({ net: 700 })
    expect(refusalOf(await desk.run(send, { id: earlier, at: NOW }))).toEqual({ code: 'quote.registration-ended', details: {} })
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
