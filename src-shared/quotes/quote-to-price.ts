import type { Decimal } from '../foundation/decimal.ts'
import type { RoundingMode } from '../foundation/integer.ts'

/** Whether the prices of a line are without the tax or with it: 税抜 / 税込. */
export const taxModes = ['exclusive', 'inclusive'] as const
export type TaxMode = (typeof taxModes)[number]

/**
 * Where things are rounded. `line`: each line’s amount and its tax. `rate`: each line’s amount, and the tax once for each rate (Japan’s
 * qualified invoice, EN 16931). `document`: once for the whole quote. What is shown in more detail adds up to what was rounded.
 */
export const roundingScopes = ['line', 'rate', 'document'] as const
export type RoundingScope = (typeof roundingScopes)[number]

export interface RoundingPolicy {
  readonly scope: RoundingScope
  readonly mode: RoundingMode
}

/** A line: quantity × unit price, less the percentage of that, less the amount. */
export interface LineToPrice {
  readonly quantity: Decimal
  /** May have more decimals than the currency. */
  readonly unitPrice: Decimal
  /** 0 to 100. */
  readonly discountPercent: Decimal
  readonly discountAmount: Decimal
  /** In percent, from 0. */
  readonly taxRate: Decimal
  readonly taxMode: TaxMode
}

export interface QuoteToPrice {
  /** An ISO 4217 code, and the decimals of its amounts. */
  readonly currency: string
  readonly decimals: number
  readonly rounding: RoundingPolicy
  readonly lines: readonly LineToPrice[]
  /** Off the whole quote; with the tax where the lines' prices are. */
  readonly discountAmount: Decimal
}
