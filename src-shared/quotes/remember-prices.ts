import { decimalText } from '../foundation/decimal.ts'
import type { Outcome } from '../foundation/outcome.ts'
import { priceLine } from './price-line.ts'
import type { PriceWaterfall } from './price-waterfall.ts'
import type { PricedHead, PricedPart } from './quote-rows.ts'
import type { LinePricer } from './total-quote.ts'

/** Prices each line once for as long as it, and how much of its product is limited, stays what it is. */
export function rememberPrices(head: PricedHead, price: typeof priceLine = priceLine): LinePricer {
  const kept = new WeakMap<PricedPart, { readonly of: string; readonly outcome: Outcome<PriceWaterfall> }>()
  return (line, quantityInQuote) => {
    const of = quantityInQuote === undefined ? '' : decimalText(quantityInQuote)
    const former = kept.get(line)
    if (former?.of === of) return former.outcome
    const outcome = price(head, line, quantityInQuote)
    kept.set(line, { of, outcome })
    return outcome
  }
}
