import { decimalText, hundred, product, quotient, readDecimal, sum } from '../foundation/decimal.ts'

/** As many as a row holds. */
const MOST_DECIMALS = 20

/**
 * A price raised by a percentage, or lowered by one below zero, rounded half up. One that is not moved keeps all its decimals, and what costs
 * something costs something still: where rounding would leave nothing, it is not rounded.
 */
export function raisePrice(unitPrice: string, percent: string, decimals: number): string {
  const by = readDecimal(percent)!
  if (by.digits === 0) return unitPrice
  const raised = product(readDecimal(unitPrice)!, sum(hundred, by))
  const rounded = quotient(raised, hundred, decimals, 'halfAwayFromZero')!
  return decimalText(rounded.digits === 0 ? quotient(raised, hundred, MOST_DECIMALS, 'halfAwayFromZero')! : rounded)
}
