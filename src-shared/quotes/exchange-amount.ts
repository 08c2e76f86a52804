import { product, quotient, rounded, type Decimal } from '../foundation/decimal.ts'
import type { RoundingMode } from '../foundation/integer.ts'
import { currencyDecimals } from '../foundation/money.ts'

/** One unit of `from` is so many of `to`, fixed on a day. A quote keeps the rate it was priced with. */
export interface ExchangeRate {
  readonly from: string
  readonly to: string
  readonly rate: Decimal
  readonly date: string
}

export interface ExchangedAmount {
  readonly amount: Decimal
  /** Null where both are one currency. */
  readonly rate: ExchangeRate | null
  /** Whether the rate was used from its `to` to its `from`. */
  readonly inverted: boolean
}

/**
 * An amount in another currency, rounded to its decimals (and `further` ones), at the latest rate of the day or before; where none is stated in this
 * direction, at that of the other. Rates are not chained. Null where none is known.
 */
export function exchangeAmount(amount: Decimal, from: string, to: string, rates: readonly ExchangeRate[], date: string, mode: RoundingMode, further = 0): ExchangedAmount | null {
  if (from === to) return { amount, rate: null, inverted: false }
  const decimals = currencyDecimals(to)
  const known = rates.filter((rate) => rate.date <= date && rate.rate.digits > 0).toSorted((one, other) => other.date.localeCompare(one.date))
  const direct = known.find((rate) => rate.from === from && rate.to === to)
  const rate = direct ?? known.find((rate) => rate.from === to && rate.to === from)
  if (rate === undefined || decimals === null) return null
  const inverted = direct === undefined
  const exchanged = inverted ? quotient(amount, rate.rate, decimals + further, mode) : rounded(product(amount, rate.rate), decimals + further, mode)
  return exchanged === null ? null : { amount: exchanged, rate, inverted }
}
