import { decimal, decimalText, difference, product, quotient } from '../foundation/decimal.ts'
import { amountText } from '../foundation/money.ts'
import type { Rounding } from './rounding-log.ts'

/** How far beyond the currency's decimals an exact amount is written out. */
const FURTHER_DECIMALS = 6

export interface RoundingInNumbers {
  readonly exact: string
  readonly result: string
  /** Result less exact, with its sign. */
  readonly by: string
}

/** What was rounded, to what and by how much, as decimal text. */
export function describeRounding({ numerator, denominator, result }: Rounding, decimals: number): RoundingInNumbers {
  const minorUnits = quotient(decimal(numerator, 0), decimal(denominator, 0), FURTHER_DECIMALS, 'halfEven')!
  const exact = product(minorUnits, { digits: 1, scale: decimals })
  const by = decimalText(difference(decimal(result, decimals), exact))
  return { exact: decimalText(exact), result: amountText(result, decimals), by: by.startsWith('-') ? by : `+${by}` }
}
