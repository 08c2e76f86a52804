import { product, type Decimal } from '../foundation/decimal.ts'

/** So many percent of an amount, exact. */
export function percentOf(amount: Decimal, percent: Decimal): Decimal {
  return product(product(amount, percent), { digits: 1, scale: 2 })
}
