import { scaledText } from '../foundation/decimal.ts'
import { divide, minus, tenTo, times } from '../foundation/integer.ts'
import { amountText } from '../foundation/money.ts'
import type { Rounding } from './rounding-log.ts'

/** How far beyond the currency's decimals an exact amount is written out. */
const FURTHER_DECIMALS = 6
const PARTS = tenTo(FURTHER_DECIMALS)

export interface RoundingInNumbers {
  readonly exact: string
  readonly result: string
  /** Result less exact, with its sign. */
  readonly by: string
}

/** What was rounded, to what and by how much, as decimal text. */
export function describeRounding({ numerator, denominator, result }: Rounding, decimals: number): RoundingInNumbers {
  const exact = divide(times(numerator, PARTS), denominator, 'halfEven')
  const by = minus(times(result, PARTS), exact)
  const text = (parts: typeof exact): string => scaledText(parts, decimals + FURTHER_DECIMALS).replace(/\.?0+$/, '')
  return { exact: text(exact), result: amountText(result, decimals), by: by < 0 ? text(by) : `+${text(by)}` }
}
