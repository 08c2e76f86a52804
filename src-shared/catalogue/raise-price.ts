import { decimalText, hundred, product, quotient, readDecimal, sum } from '../foundation/decimal.ts'

/** A price raised by a percentage, or lowered by one below zero, rounded half up; one that is not moved keeps all its decimals. */
export function raisePrice(unitPrice: string, percent: string, decimals: number): string {
  const by = readDecimal(percent)!
  return by.digits === 0 ? unitPrice : decimalText(quotient(product(readDecimal(unitPrice)!, sum(hundred, by)), hundred, decimals, 'halfAwayFromZero')!)
}
