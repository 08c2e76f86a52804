import { priceQuote, type Amounts } from './price-quote.ts'
import { roundingScopes, type QuoteToPrice, type RoundingScope } from './quote-to-price.ts'

export interface OtherScope extends Amounts {
  readonly scope: RoundingScope
}

/** What the quote would come to if it were rounded elsewhere, where that is not the same: why somebody else's total differs. */
export function compareScopes(quote: QuoteToPrice): readonly OtherScope[] {
  const own = priceQuote(quote)
  return roundingScopes.flatMap((scope) => {
    const other = priceQuote({ ...quote, rounding: { ...quote.rounding, scope } })
    if (!own.ok || !other.ok || (other.value.net === own.value.net && other.value.tax === own.value.tax)) return []
    const { net, tax, gross } = other.value
    return [{ scope, net, tax, gross }]
  })
}
