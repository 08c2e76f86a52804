import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { quotes } from '#shared/quotes/quote.table.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildAccount, buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, aSentQuote, linesOf, quoteOf, quotingDesk } from './quoting-desk.ts'

const { create, update, reprice, revise, clone, setPrimary, addLines, removeLines, accept } = quotesContract.operations
const { setPrice, setExchangeRate, updateProduct } = catalogueContract.operations

export const quotesScenarios: Scenarios = {
  'begins a quote where the customer is: in its language, zone and rounding, for a month': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [])
    expect(await quoteOf(desk, id)).toMatchObject({
      id, rootId: id, revision: 1, revisionOf: null, status: 'draft', number: null, primary: false, audience: 'customer', country: 'JP', sellerCountry: 'JP', roundingScope: 'rate', roundingMode: 'down', language: 'ja', timeZone: 'Asia/Tokyo',
      pricedOn: '2026-11-22', validUntil: '2026-12-22', lineCount: 0, net: 0, tax: 0, gross: 0, margin: null, territoryId: null,
    })
    expect((await quoteOf(desk, id)).provisionalNumber).toMatch(/^P-[2-9A-HJ-NP-Z]{6}$/)
  },
  'takes partner, place and currency from the opportunity, whose first quote is the primary one': async (desk) => {
    const { account, partner } = await quotingDesk(desk)
    const opportunity = buildOpportunity({ accountId: account.id, partnerId: partner.id, currency: 'JPY', territoryId: idNumber(0x20) })
    await desk.put(opportunities, opportunity)
    const first = await aQuote(desk, account.id, [], { opportunityId: opportunity.id })
    const second = await aQuote(desk, account.id, [], { opportunityId: opportunity.id, partnerId: null })
    expect(await quoteOf(desk, first)).toMatchObject({ primary: true, partnerId: partner.id, partnerTier: 'gold', audience: 'partner', territoryId: idNumber(0x20) })
    expect(await quoteOf(desk, second)).toMatchObject({ primary: false, partnerId: null, partnerTier: null, audience: 'customer' })
    expect(refusalOf(await desk.run(create, { accountId: account.id, name: 'A', currency: 'USD', opportunityId: opportunity.id }))).toEqual({ code: 'quote.currency-differs', details: { currency: 'USD', opportunity: 'JPY' } })
    valueOf(await desk.run(setPrimary, { id: second }))
    expect([(await quoteOf(desk, first)).primary, (await quoteOf(desk, second)).primary]).toEqual([false, true])
  },
  'refuses a quote for nobody, from nowhere, in no currency, without a name': async (desk) => {
    const { account } = await quotingDesk(desk)
    const nowhere = buildAccount({ country: null, name: 'Nowhere' })
    const opportunity = buildOpportunity({ accountId: nowhere.id })
    await desk.put(accounts, nowhere)
    await desk.put(opportunities, opportunity)
    const refused = async (given: object) => refusalOf(await desk.run(create, { accountId: account.id, name: 'A', currency: 'JPY', ...given }))
    expect(await refused({ accountId: nextId() })).toEqual({ code: 'account.not-found' })
    expect(await refused({ accountId: nowhere.id })).toEqual({ code: 'quote.country-missing', details: { account: 'Nowhere' } })
    expect(await refused({ currency: 'QQQ' })).toEqual({ code: 'quote.currency-unknown', details: { currency: 'QQQ' } })
    expect(await refused({ name: ' ' })).toEqual({ code: 'quote.name-missing' })
    expect(await refused({ partnerId: nextId() })).toEqual({ code: 'partner.not-found' })
    expect(await refused({ opportunityId: nextId() })).toEqual({ code: 'opportunity.not-found' })
    expect(await refused({ opportunityId: opportunity.id })).toEqual({ code: 'opportunity.of-another-account', details: { opportunity: opportunity.name } })
    expect(await desk.rows(quotes)).toEqual([])
  },
  'edits the head, prices it anew at once, and refuses what cannot be': async (desk) => {
    const { account } = await quotingDesk(desk)
    const stranger = buildContact({ accountId: nextId() })
    await desk.put(contacts, stranger)
    const id = await aQuote(desk, account.id)
    const edit = async (field: string, value: unknown, was?: unknown) => refusalOf(await desk.run(update, { id, edits: [{ field, value, ...(was === undefined ? {} : { was }) }] } as never))
    expect(await edit('discountAmount', '500')).toBe('accepted')
    expect(await quoteOf(desk, id)).toMatchObject({ net: 2500, tax: 250, gross: 2750 })
    expect(await edit('discountAmount', '1', '0')).toEqual({ code: 'quote.stale', details: { field: 'discountAmount', yours: '1', theirs: '500' } })
    expect(await edit('name', ' ')).toEqual({ code: 'quote.name-missing' })
    expect(await edit('timeZone', 'Mars/Olympus')).toEqual({ code: 'quote.time-zone-unknown', details: { timeZone: 'Mars/Olympus' } })
    expect(await edit('distributorPercent', '101')).toEqual({ code: 'quote.percent-out-of-range', details: { value: '101' } })
    expect(await edit('localTaxRate', '-1')).toEqual({ code: 'quote.percent-out-of-range', details: { value: '-1' } })
    expect(await edit('discountAmount', '-5')).toMatchObject({ code: 'price.discount-negative' })
    expect(await edit('contactId', nextId())).toEqual({ code: 'contact.not-found' })
    expect(await edit('contactId', stranger.id)).toEqual({ code: 'contact.of-another-account', details: { contact: stranger.name } })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'quote.not-found' })
  },
  'moves no price when lists, rates and products change, until it is repriced (B4.6)': async (desk) => {
    const { account, book, product } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' }), aLine('TRAIN')])
    const before = [await quoteOf(desk, id), await linesOf(desk, id)] as const
    valueOf(await desk.run(setPrice, { bookId: book.id, productId: product('LEDGER').id, unitPrice: '1100' }))
    valueOf(await desk.run(setPrice, { bookId: book.id, productId: product('TRAIN').id, unitPrice: null }))
    valueOf(await desk.run(setExchangeRate, { from: 'USD', to: 'JPY', rate: '160', date: '2026-11-20' }))
    valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('SUPPORT')] }))
    valueOf(await desk.run(removeLines, { quoteId: id, ids: [(await linesOf(desk, id))[2]!.id] }))
    expect((await linesOf(desk, id)).map(({ terms }) => terms)).toEqual(before[1].map(({ terms }) => terms))
    expect(await quoteOf(desk, id)).toMatchObject({ net: before[0].net, margin: before[0].margin })
    valueOf(await desk.run(reprice, { id, on: '2026-11-25' }))
    const [ledger, training] = await linesOf(desk, id)
    expect(ledger!.terms).toMatchObject({ unitPrice: '1100', cost: { amount: '640', given: '4', currency: 'USD', rate: '160', rateDate: '2026-11-20' } })
    expect(training!.terms).toMatchObject({ unitPrice: '500.5', problem: 'notListed' })
    expect(await quoteOf(desk, id)).toMatchObject({ pricedOn: '2026-11-25', net: 3300 + 500 })
    valueOf(await desk.run(updateProduct, { id: product('LEDGER').id, edits: [{ field: 'sellableTo', value: '2026-11-24' }] }))
    valueOf(await desk.run(reprice, { id, on: '2026-11-25' }))
    expect((await linesOf(desk, id))[0]!.terms.problem).toBe('discontinued')
  },
  'takes the partner’s tier of the day when it is repriced': async (desk) => {
    const { account, partner } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, undefined, { partnerId: partner.id })
    expect(await quoteOf(desk, id)).toMatchObject({ net: 2400 })
    valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'tier', value: 'silver' }] }))
    expect(await quoteOf(desk, id)).toMatchObject({ partnerTier: 'gold', net: 2400 })
    valueOf(await desk.run(reprice, { id, on: '2026-11-22' }))
    expect(await quoteOf(desk, id)).toMatchObject({ partnerTier: 'silver', net: 3000 })
    expect(refusalOf(await desk.run(reprice, { id: nextId(), on: '2026-11-22' }))).toEqual({ code: 'quote.not-found' })
  },
  'revises without cancelling: the draft is superseded, lines and primary go along (B4.11)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const opportunity = buildOpportunity({ accountId: account.id })
    await desk.put(opportunities, opportunity)
    const first = await aQuote(desk, account.id, [aLine('SUITE'), aLine('LEDGER')], { opportunityId: opportunity.id })
    const { id: second } = valueOf(await desk.run(revise, { id: first }))
    expect(await quoteOf(desk, first)).toMatchObject({ status: 'superseded', primary: false })
    expect(await quoteOf(desk, second)).toMatchObject({ status: 'draft', primary: true, rootId: first, revision: 2, revisionOf: first, provisionalNumber: (await quoteOf(desk, first)).provisionalNumber, net: 1200 })
    expect((await linesOf(desk, second)).map(({ code, quantity }) => [code, quantity])).toEqual([['SUITE', '1'], ['LEDGER', '1']])
    expect(new Set([...(await linesOf(desk, first)), ...(await linesOf(desk, second))].map(({ id }) => id)).size).toBe(4)
  },
  'leaves what was sent standing while it is revised, and revises nothing that was accepted': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id, contentHash } = await aSentQuote(desk, account.id)
    const { id: second } = valueOf(await desk.run(revise, { id }))
    const { id: third } = valueOf(await desk.run(revise, { id }))
    expect((await Promise.all([id, second, third].map((each) => quoteOf(desk, each)))).map(({ status, revision }) => [status, revision])).toEqual([['sent', 1], ['superseded', 2], ['draft', 3]])
    valueOf(await desk.run(accept, { id, contentHash, acceptedBy: '青柳', at: NOW }))
    expect((await quoteOf(desk, third)).status).toBe('superseded')
    expect(refusalOf(await desk.run(revise, { id }))).toEqual({ code: 'quote.already-accepted', details: { revision: 1 } })
    expect(refusalOf(await desk.run(revise, { id: nextId() }))).toEqual({ code: 'quote.not-found' })
  },
  'clones into a quote of its own, which knows nothing of the other’s revisions, approval or fate (B4.8, B4.11)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { id } = await aSentQuote(desk, account.id)
    valueOf(await desk.run(revise, { id }))
    const { id: cloned } = valueOf(await desk.run(clone, { id, name: ' Again ' }))
    expect(await quoteOf(desk, cloned)).toMatchObject({ name: 'Again', status: 'draft', rootId: cloned, revision: 1, revisionOf: null, primary: false, number: null, approvedHash: null, contentHash: null, sentAt: null, net: 3000 })
    expect(refusalOf(await desk.run(clone, { id: nextId() }))).toEqual({ code: 'quote.not-found' })
    expect(refusalOf(await desk.run(setPrimary, { id: cloned }))).toEqual({ code: 'quote.without-opportunity' })
    expect(refusalOf(await desk.run(setPrimary, { id: nextId() }))).toEqual({ code: 'quote.not-found' })
  },
}
