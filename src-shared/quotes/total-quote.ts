import { decimal, decimalOf, product, quotient, sum, zero, type Decimal } from '../foundation/decimal.ts'
import { currencyDecimals } from '../foundation/money.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { marginOf, type Margin } from './margins.ts'
import { priceLine } from './price-line.ts'
import { priceQuote, type PricedQuote } from './price-quote.ts'
import { lineAtStep, type PriceWaterfall } from './price-waterfall.ts'
import type { PricedHead, PricedPart } from './quote-rows.ts'
import type { QuoteToPrice } from './quote-to-price.ts'

/** Beyond the currency's decimals, where a part of a price does not end. */
const FURTHER_DECIMALS = 6

export interface QuoteTotals extends PricedQuote {
  /** By line. */
  readonly waterfalls: readonly PriceWaterfall[]
  /** What the vendor earns, after all that was given away and without tax; null where the cost of a line is not known. */
  readonly vendor: Margin | null
  /** What the partner earns between the customer's price and its own; null where no partner sells. */
  readonly partner: Margin | null
  readonly toPrice: QuoteToPrice
}

/** @param quantityInQuote of the line's product, where a special price is limited */
export type LinePricer = (line: PricedPart, quantityInQuote: Decimal | undefined) => Outcome<PriceWaterfall>

/**
 * What a quote comes to, and who earns what. Refuses as `priceLine` and `priceQuote` do, with the line from 1.
 * @param price one line; whoever prices again and again may keep what has not changed
 */
export function totalQuote(head: PricedHead, lines: readonly PricedPart[], price: LinePricer = (line, quantityInQuote) => priceLine(head, line, quantityInQuote)): Outcome<QuoteTotals> {
  const decimals = currencyDecimals(head.currency)
  if (decimals === null) return refused('price.currency-unknown', 'there is no such currency', { field: 'currency', value: head.currency })
  const limited = limitedQuantities(lines)
  const waterfalls: PriceWaterfall[] = []
  for (const [at, line] of lines.entries()) {
    const waterfall = price(line, limited.get(line.code))
    if (!waterfall.ok) return refused(waterfall.error.code, waterfall.error.message, { line: at + 1, product: line.code })
    waterfalls.push(waterfall.value)
  }
  const toPrice: QuoteToPrice = {
    currency: head.currency,
    decimals,
    rounding: { scope: head.roundingScope, mode: head.roundingMode },
    lines: waterfalls.map((waterfall, at) => lineAtStep(waterfall, head.audience, { taxRate: decimalOf(lines[at]!.terms.tax.rate), taxMode: head.taxMode })),
    discountAmount: decimalOf(head.discountAmount),
  }
  const priced = priceQuote(toPrice)
  if (!priced.ok) return priced
  return succeeded({ ...priced.value, waterfalls, toPrice, vendor: vendorMargin(head, lines, waterfalls, priced.value, decimals), partner: partnerMargin(head, waterfalls) })
}

/** How much of each product is sold whose special prices are limited, by code; credits give nothing back. */
function limitedQuantities(lines: readonly PricedPart[]): ReadonlyMap<string | null, Decimal> {
  const quantities = new Map<string | null, Decimal>()
  for (const { code, quantity, terms } of lines) {
    if (!terms.specials.some(({ left }) => left !== null)) continue
    const own = decimalOf(quantity)
    quantities.set(code, sum(quantities.get(code) ?? zero, own.digits > 0 ? own : zero))
  }
  return quantities
}

/** Of each line's net amount the part that reaches the vendor, and what the line costs. */
function vendorMargin(head: PricedHead, lines: readonly PricedPart[], waterfalls: readonly PriceWaterfall[], priced: PricedQuote, decimals: number): Margin | null {
  let earned = zero
  let costs = zero
  for (const [at, { steps, quantity }] of waterfalls.entries()) {
    const { cost } = lines[at]!.terms
    if (cost === null) return null
    const part = quotient(product(decimal(priced.lines[at]!.net, decimals), steps.net.amount), steps[head.audience].amount, decimals + FURTHER_DECIMALS, 'halfAwayFromZero')
    earned = sum(earned, part ?? zero)
    costs = sum(costs, product(quantity, decimalOf(cost.amount)))
  }
  return marginOf(earned, costs)
}

function partnerMargin({ partnerId }: PricedHead, waterfalls: readonly PriceWaterfall[]): Margin | null {
  if (partnerId === null) return null
  const total = (step: 'customer' | 'partner'): Decimal => waterfalls.reduce((whole, { steps }) => sum(whole, steps[step].amount), zero)
  return marginOf(total('customer'), total('partner'))
}
