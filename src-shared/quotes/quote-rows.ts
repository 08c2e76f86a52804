import type { RowOf } from '../foundation/table.ts'
import type { products } from '../catalogue/product.table.ts'
import type { quoteLines, quotes } from './quote.table.ts'

export type Quote = RowOf<typeof quotes>
export type QuoteLine = RowOf<typeof quoteLines>
export type Product = RowOf<typeof products>

/** What of a quote its lines' prices depend on. */
export type PricedHead = Pick<Quote, 'accountId' | 'partnerId' | 'partnerType' | 'partnerTier' | 'country' | 'region' | 'currency' | 'taxMode' | 'roundingScope' | 'roundingMode' | 'pricedOn' | 'audience' | 'distributorPercent' | 'discountAmount'>
/** And of a line. */
export type PricedPart = Pick<QuoteLine, 'code' | 'quantity' | 'discountPercent' | 'termFrom' | 'termTo' | 'terms'>
