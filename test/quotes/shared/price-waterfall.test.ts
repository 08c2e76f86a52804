import { describe, expect, test } from 'vitest'
import type { PriceBook } from '#shared/quotes/choose-price-book.ts'
import type { SpecialPrice } from '#shared/quotes/find-special-price.ts'
import { marginOf, waterfallMargins } from '#shared/quotes/margins.ts'
import { priceQuote } from '#shared/quotes/price-quote.ts'
import { lineAtStep, priceWaterfall, waterfallSteps, type PriceWaterfall, type PricingRules, type WaterfallAsked } from '#shared/quotes/price-waterfall.ts'
import { d, text } from './decimals.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const book: PriceBook = {
  ...year, code: 'EUROPE', currency: 'EUR', regions: [], partnerTypes: [],
  entries: [
    { product: 'LEDGER', unitPrice: d('100'), months: null, tiers: { kind: 'whole', steps: [{ from: d('10'), percent: d('10') }] } },
    { product: 'CLOUD', unitPrice: d('1200'), months: 12, tiers: null },
  ],
}
const granted: SpecialPrice = { ...year, code: 'SPA-7', state: 'approved', customerId: 'lira', partnerId: null, product: 'LEDGER', currency: 'EUR', unitPrice: d('90'), maximumQuantity: null, soldQuantity: d('0'), stacks: true }
const rules: PricingRules = {
  books: [book], specialPrices: [granted],
  offers: [{ ...year, code: 'SPRING', place: 1, products: null, minimumQuantity: d('0'), discount: { percent: d('5') }, standsAlone: false }],
  partnerDiscounts: [{ ...year, tier: 'gold', product: null, percent: d('20') }],
  registration: { ...year, partnerId: 'ana', customerId: 'lira', approved: true, products: null, percent: d('10'), to: '2026-06-30' },
}
const asked: WaterfallAsked = {
  product: 'LEDGER', currency: 'EUR', country: 'ES', region: null, partnerType: 'reseller', date: '2026-06-30', quantity: d('20'), customerId: 'lira', partnerId: 'ana', partnerTier: 'gold',
  term: null, discountPercent: d('2'), distributorPercent: d('5'), rounding: { decimals: 4, mode: 'halfAwayFromZero' },
}

function waterfall(change: Partial<WaterfallAsked> = {}, changedRules: Partial<PricingRules> = {}): PriceWaterfall {
  const priced = priceWaterfall({ ...asked, ...change }, { ...rules, ...changedRules })
  if (!priced.ok) throw new Error(priced.error.code)
  return priced.value
}

const amounts = ({ steps }: PriceWaterfall): readonly string[] => waterfallSteps.map((step) => text(steps[step].amount))

describe('the waterfall', () => {
  test('goes from list to net, each step the one before less what is named at it', () => {
    const { steps } = waterfall()
    // 20 × 100; 20 × 90; less 10 % for the quantity; less 5 %, then 2 %; less 20 % and 10 % of that; less 5 % of that.
    expect(amounts(waterfall())).toEqual(['2000', '1800', '1620', '1508.22', '1055.754', '1002.9663'])
    expect(waterfallSteps.flatMap((step) => steps[step].taken).map(({ by, code, percent, amount }) => [by, code, percent === null ? null : text(percent), text(amount)])).toEqual([
      ['specialPrice', 'SPA-7', null, '200'], ['volume', null, '10', '180'], ['offer', 'SPRING', null, '81'], ['hand', null, '2', '30.78'], ['tier', null, '20', '301.644'], ['registeredDeal', null, '10', '150.822'], ['distributor', null, '5', '52.7877'],
    ])
  })

  test('pays for a registered deal to its last day', () => {
    const after = waterfall({ date: '2026-07-01' })
    expect([after.registeredDeal.because, text(after.steps.partner.amount)]).toEqual(['ended', '1206.576'])
  })

  test('takes nothing off a special price that is the last word', () => {
    expect(amounts(waterfall({}, { specialPrices: [{ ...granted, stacks: false }] })).slice(0, 4)).toEqual(['2000', '1800', '1800', '1764'])
  })

  test('is the list price where nothing applies', () => {
    const bare = waterfall({ quantity: d('3'), partnerTier: 'registered', discountPercent: d('0'), distributorPercent: d('0') }, { specialPrices: [], offers: [], registration: null })
    expect(new Set(amounts(bare))).toEqual(new Set(['300']))
  })

  test('prices a term, and refuses what has no price, no term or an end before its beginning', () => {
    const half = waterfall({ product: 'CLOUD', term: { from: '2026-07-01', to: '2026-12-31', proration: 'startedMonths' } }, { offers: [], registration: null })
    expect([text(half.unitPrice), half.term?.exact, text(half.steps.list.amount)]).toEqual(['600', true, '12000'])
    const code = (change: Partial<WaterfallAsked>): string => {
      const priced = priceWaterfall({ ...asked, ...change }, rules)
      return priced.ok ? 'priced' : priced.error.code
    }
    expect([code({ product: 'CLOUD' }), code({ product: 'CLOUD', term: { from: '2026-07-01', to: '2026-06-30', proration: 'days' } }), code({ product: 'VAULT' }), code({ currency: 'USD' })]).toEqual(['price.term-missing', 'price.term-reversed', 'price.not-listed', 'price.not-listed'])
  })

  test('sells any step as a line that comes to exactly that', () => {
    const priced = priceQuote({ currency: 'EUR', decimals: 2, rounding: { scope: 'rate', mode: 'halfAwayFromZero' }, lines: waterfallSteps.map((step) => lineAtStep(waterfall(), step, { taxRate: d('21'), taxMode: 'exclusive' })), discountAmount: d('0') })
    expect(priced.ok && priced.value.lines.map(({ net }) => net)).toEqual([200000, 180000, 162000, 150822, 105575, 100297])
  })
})

describe('margins', () => {
  test('stand side by side: partner, distributor, vendor, and all that was given away', () => {
    const { partner, distributor, vendor, givenAway } = waterfallMargins(waterfall(), d('600'))
    expect([partner, distributor, vendor!].map(({ profit, margin, markup }) => [text(profit), text(margin!), text(markup!)])).toEqual([['452.466', '30', '42.86'], ['52.7877', '5', '5.26'], ['402.9663', '40.18', '67.16']])
    expect(text(givenAway!)).toBe('49.85')
    expect(waterfallMargins(waterfall(), null).vendor).toBeNull()
  })

  test('have no percentage of nothing, and may be losses', () => {
    expect(marginOf(d('0'), d('0'))).toMatchObject({ margin: null, markup: null })
    const loss = marginOf(d('80'), d('100'))
    expect([loss.profit, loss.margin!, loss.markup!].map(text)).toEqual(['-20', '-25', '-20'])
  })
})
