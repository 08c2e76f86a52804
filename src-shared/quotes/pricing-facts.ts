import { many, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { exchangeRates, partnerDiscounts, promotions, specialPrices } from '../catalogue/discount.table.ts'
import { priceBooks, prices } from '../catalogue/price-book.table.ts'
import { products } from '../catalogue/product.table.ts'
import type { PricedHead, Product } from './quote-rows.ts'

/** Everything that prices of some products follow from, for one account and currency. */
export interface PricingFacts {
  /** By code. */
  readonly products: ReadonlyMap<string, Product>
  readonly books: readonly RowOf<typeof priceBooks>[]
  /** By product. */
  readonly prices: ReadonlyMap<string, readonly RowOf<typeof prices>[]>
  readonly promotions: readonly RowOf<typeof promotions>[]
  readonly partnerDiscounts: readonly RowOf<typeof partnerDiscounts>[]
  readonly specialPrices: readonly RowOf<typeof specialPrices>[]
  readonly exchangeRates: readonly RowOf<typeof exchangeRates>[]
}

export function* pricingFacts({ accountId, currency, partnerTier }: Pick<PricedHead, 'accountId' | 'currency' | 'partnerTier'>, codes: readonly string[]): Generator<Question, PricingFacts, unknown> {
  const found = yield* many(products, 'byCode', ...[...new Set(codes)].map((code) => [code]))
  const foreign = new Set(found.flatMap(({ costCurrency }) => (costCurrency === null || costCurrency === currency ? [] : [costCurrency])))
  return {
    products: new Map(found.toReversed().map((product) => [product.code, product])),
    books: yield* many(priceBooks, 'byCurrency', [currency]),
    prices: Map.groupBy(yield* many(prices, 'byProduct', ...found.map(({ id }) => [id])), ({ productId }) => productId),
    promotions: yield* many(promotions, 'byCode', []),
    partnerDiscounts: partnerTier === null ? [] : yield* many(partnerDiscounts, 'byTier', [partnerTier]),
    specialPrices: yield* many(specialPrices, 'byAccount', [accountId]),
    exchangeRates: yield* many(exchangeRates, 'byPair', ...[...foreign].flatMap((other) => [[other, currency], [currency, other]])),
  }
}
