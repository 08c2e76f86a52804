import { digitsAt } from '../foundation/decimal.ts'
import { minus, tenTo, times, type Integer } from '../foundation/integer.ts'
import type { LineToPrice, QuoteToPrice } from './quote-to-price.ts'

/** What the lines come to before anything is rounded: line `i` to `digits[i]` ÷ `unit` minor units. */
export interface ExactAmounts {
  readonly digits: readonly Integer[]
  readonly unit: Integer
}

/** Quantity × unit price, less the percentage of that, less the amount (EN 16931: both are allowances on the undiscounted line). */
export function calculateAmounts({ lines, decimals }: Pick<QuoteToPrice, 'lines' | 'decimals'>): ExactAmounts {
  let scale = decimals
  for (const line of lines) scale = Math.max(scale, discountedScale(line), line.discountAmount.scale)
  const digits = lines.map((line) => {
    const { quantity, unitPrice, discountPercent, discountAmount } = line
    const listed = times(quantity.digits, unitPrice.digits)
    const discounted = discountPercent.digits === 0 ? listed : times(listed, minus(tenTo(discountPercent.scale + 2), discountPercent.digits))
    const lacking = scale - discountedScale(line)
    const amount = lacking === 0 ? discounted : times(discounted, tenTo(lacking))
    return discountAmount.digits === 0 ? amount : minus(amount, digitsAt(discountAmount, scale))
  })
  return { digits, unit: tenTo(scale - decimals) }
}

function discountedScale({ quantity, unitPrice, discountPercent }: LineToPrice): number {
  return quantity.scale + unitPrice.scale + (discountPercent.digits === 0 ? 0 : discountPercent.scale + 2)
}
