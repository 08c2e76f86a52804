import { decimalOf, zero } from '../foundation/decimal.ts'
import { currencyDecimals } from '../foundation/money.ts'
import type { Outcome } from '../foundation/outcome.ts'
import type { LineTerms } from './line-terms-schema.ts'
import { priceWaterfall, type PriceWaterfall, type PricingRules } from './price-waterfall.ts'
import type { PricedHead, PricedPart } from './quote-rows.ts'

/** Unit prices that do not end have so many decimals more than the currency. */
const FURTHER_DECIMALS = 4

/**
 * What a line of a quote comes to by its own terms, at every step. Refuses with `price.term-missing` or `price.term-reversed`.
 * @param quantityInQuote of its product on all lines, which a special price must cover
 */
export function priceLine(head: PricedHead, line: PricedPart, quantityInQuote = decimalOf(line.quantity)): Outcome<PriceWaterfall> {
  const product = line.code ?? ''
  const term = line.termFrom === null || line.termTo === null ? null : { from: line.termFrom, to: line.termTo, proration: 'days' as const }
  return priceWaterfall(
    {
      product, currency: head.currency, country: head.country, region: head.region, partnerType: head.partnerType, date: head.pricedOn, quantity: decimalOf(line.quantity), quantityInQuote, customerId: head.accountId,
      partnerId: head.partnerId, partnerTier: head.partnerTier, term, discountPercent: decimalOf(line.discountPercent), distributorPercent: decimalOf(head.distributorPercent),
      rounding: { decimals: (currencyDecimals(head.currency) ?? 0) + FURTHER_DECIMALS, mode: head.roundingMode },
    },
    rulesOf(head, product, line.terms),
  )
}

/** The terms of a line as rules that hold on the day of the quote. */
function rulesOf(head: PricedHead, product: string, { book, unitPrice, months, tiers, specials, offers, tierPercent, registeredPercent }: LineTerms): PricingRules {
  const always = { from: head.pricedOn, to: null }
  const steps = tiers === null ? null : { kind: tiers.kind, steps: tiers.steps.map(({ from, percent }) => ({ from: decimalOf(from), percent: decimalOf(percent) })) }
  const registered = decimalOf(registeredPercent)
  return {
    books: [{ ...always, code: book ?? '', currency: head.currency, regions: [], partnerTypes: [], entries: [{ product, unitPrice: decimalOf(unitPrice), months, tiers: steps }] }],
    specialPrices: specials.map(({ code, unitPrice: special, left, stacks }) => ({
      ...always, code, state: 'approved', customerId: head.accountId, partnerId: null, product, currency: head.currency, unitPrice: decimalOf(special), maximumQuantity: left === null ? null : decimalOf(left), soldQuantity: zero, stacks,
    })),
    offers: offers.map(({ code, place, minimumQuantity, percent, amount, standsAlone }) => ({
      ...always, code, place, products: null, minimumQuantity: decimalOf(minimumQuantity), discount: percent === null ? { amount: decimalOf(amount ?? '0') } : { percent: decimalOf(percent) }, standsAlone,
    })),
    partnerDiscounts: head.partnerTier === null ? [] : [{ ...always, tier: head.partnerTier, product: null, percent: decimalOf(tierPercent) }],
    registration: head.partnerId === null || registered.digits === 0 ? null : { ...always, partnerId: head.partnerId, customerId: head.accountId, approved: true, products: null, percent: registered },
  }
}
