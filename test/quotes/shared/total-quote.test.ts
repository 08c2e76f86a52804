import { describe, expect, test } from 'vitest'
import { compareScopes } from '#shared/quotes/compare-scopes.ts'
import { explainRoundings } from '#shared/quotes/price-quote.ts'
import { totalQuote, type QuoteTotals } from '#shared/quotes/total-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import type { LineTerms } from '#shared/quotes/line-terms-schema.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { text } from './decimals.ts'

const tax = (rate: string): LineTerms['tax'] => ({ category: 'standard', rate, notices: [] })
const cost = (amount: string): LineTerms['cost'] => ({ amount, given: amount, currency: 'JPY', rate: null, rateDate: null })
const line = (given: Partial<QuoteLine>, terms: Partial<LineTerms> = {}) => buildLine({ quoteId: 'q', ...given }, terms)

function totals(head: Partial<Quote>, ...lines: readonly QuoteLine[]): QuoteTotals {
  const priced = totalQuote(buildQuote({ accountId: 'a', ...head }), lines)
  if (!priced.ok) throw new Error(priced.error.code)
  return priced.value
}

describe('a quote', () => {
  test('takes a discount of the whole from each rate by what it comes to: 700 and 300 (B4.4)', () => {
    const { taxes, net } = totals({ discountAmount: '1000' }, line({}, { unitPrice: '7777', tax: tax('10') }), line({}, { unitPrice: '3333', tax: tax('8') }))
    expect([taxes.map(({ base }) => base), net]).toEqual([[7077, 3033], 10110])
  })
  test('has lines whose prices are finer than the yen, and says what each rounding became (B4.2, B4.3)', () => {
    const { lines, net, toPrice } = totals({}, line({ quantity: '1' }, { unitPrice: '100.5' }), line({ quantity: '1' }, { unitPrice: '100.5' }))
    expect([lines.map((each) => each.net), net]).toEqual([[100, 100], 200])
    expect(explainRoundings(toPrice).map(({ what, line: at, result }) => [what, at, result])).toEqual([['amount', 0, 100], ['amount', 1, 100]])
    expect(compareScopes(toPrice).map(({ scope, net: other }) => [scope, other])).toEqual([['document', 201]])
  })
  test('of prices with the tax in them keeps what was promised, and earns what is left without it', () => {
    const { gross, tax: taxed, net, vendor } = totals({ taxMode: 'inclusive', roundingMode: 'halfAwayFromZero' }, line({ quantity: '2' }, { unitPrice: '13582', cost: cost('10000') }))
    expect([gross, net, taxed]).toEqual([27164, 24695, 2469])
    expect([text(vendor!.price), text(vendor!.margin!)]).toEqual(['24695', '19.01'])
  })
  test('prints the stacking of its discounts, for their order changes the result (B4.14)', () => {
    const offers: LineTerms['offers'] = [
      { code: 'TENTH', name: 'A tenth', place: 1, minimumQuantity: '0', percent: '10', amount: null, standsAlone: false },
      { code: 'HUNDRED', name: 'A hundred', place: 2, minimumQuantity: '0', percent: null, amount: '100', standsAlone: false },
    ]
    const inOrder = totals({}, line({}, { offers }))
    const other = totals({}, line({}, { offers: offers.map((offer) => ({ ...offer, place: 3 - offer.place })) }))
    expect([inOrder.net, other.net]).toEqual([800, 810])
    expect(inOrder.waterfalls[0]!.steps.customer.taken.map(({ by, code, amount }) => [by, code, text(amount)])).toEqual([['offer', 'TENTH', '100'], ['offer', 'HUNDRED', '100']])
  })
  test('for a partner states the partner’s price, and both margins side by side', () => {
    const head = { partnerId: 'p', partnerTier: 'gold', audience: 'partner' } as const
    const { net, partner, vendor } = totals(head, line({ discountPercent: '10' }, { tierPercent: '30', registeredPercent: '5', cost: cost('500') }))
    // 1000 less 10 % is the customer's 900; less 30 % and 5 % of that is the partner's 585.
    expect([net, text(partner!.price), text(partner!.profit), text(vendor!.profit), text(vendor!.margin!)]).toEqual([585, '900', '315', '85', '14.53'])
    const forCustomer = totals({ ...head, audience: 'customer' }, line({ discountPercent: '10' }, { tierPercent: '30', registeredPercent: '5', cost: cost('500') }))
    expect([forCustomer.net, text(forCustomer.vendor!.profit)]).toEqual([900, '85'])
  })
  test('does not know the vendor’s margin where the cost of a line is not known, nor a partner’s without a partner', () => {
    expect(totals({}, line({}, { cost: cost('1') }), line({}))).toMatchObject({ vendor: null, partner: null })
  })
  test('is refused with the line that cannot be priced', () => {
    const refused = totalQuote(buildQuote({ accountId: 'a' }), [line({}), line({}, { months: 12 })])
    expect(refused).toMatchObject({ ok: false, error: { code: 'price.term-missing', details: { line: 2, product: 'LEDGER' } } })
  })
})
