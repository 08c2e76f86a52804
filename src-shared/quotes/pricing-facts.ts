import { many, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { exchangeRates, partnerDiscounts, promotions, specialPrices } from '../catalogue/discount.table.ts'
import { priceBooks, prices } from '../catalogue/price-book.table.ts'
import { products } from '../catalogue/product.table.ts'
import { policiesOn, type KeptVersion } from '../taxes/policies-on.ts'
import { taxPolicies } from '../taxes/tax-policy.table.ts'
import type { PricedHead, Product, Quote, QuoteLine } from './quote-rows.ts'
import type { TaxPolicy } from './tax-policy.ts'

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
  readonly taxPolicies: readonly TaxPolicy[]
}

type Head = Pick<PricedHead, 'accountId' | 'currency' | 'partnerTier' | 'country' | 'pricedOn'> & Pick<Quote, 'sellerCountry'>

/** @param kept the taxes that the quote was priced by, where they are to stay */
export function* pricingFacts(head: Head, codes: readonly string[], kept: KeptVersion | null = null): Generator<Question, PricingFacts, unknown> {
  const { accountId, currency, partnerTier } = head
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
    taxPolicies: yield* taxFacts(head, kept),
  }
}

/** The taxes of the seller's country and the buyer's on the day. */
export function* taxFacts({ sellerCountry, country, pricedOn }: Pick<Head, 'sellerCountry' | 'country' | 'pricedOn'>, kept: KeptVersion | null): Generator<Question, readonly TaxPolicy[], unknown> {
  return policiesOn(yield* many(taxPolicies, 'byCountry', ...[...new Set([sellerCountry, country])].map((each) => [each])), pricedOn, kept)
}

/** The version of its seller's taxes that a quote was priced by; null without lines. */
export function keptVersion({ sellerCountry }: Pick<Quote, 'sellerCountry'>, [line]: readonly Pick<QuoteLine, 'terms'>[]): KeptVersion | null {
  return line === undefined ? null : { country: sellerCountry, version: line.terms.tax.policyVersion ?? 0 }
}
