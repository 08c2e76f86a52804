import { digitsAt } from '../foundation/decimal.ts'
import { opposite, plus, tenTo, times, type Integer } from '../foundation/integer.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import type { LineGroup } from './group-lines.ts'
import type { QuoteToPrice } from './quote-to-price.ts'
import { sumOf } from './round-amounts.ts'
import type { RoundingLog } from './rounding-log.ts'

/**
 * Each line's part of the quote's discount: shared out over the rates by what they come to, then within each rate over its lines, so
 * that a discount of everything leaves nothing anywhere. Null without one.
 */
export function shareDiscount({ discountAmount, decimals }: QuoteToPrice, amounts: readonly Integer[], groups: readonly LineGroup[], log: RoundingLog): Outcome<readonly Integer[] | null> {
  if (discountAmount.digits === 0) return succeeded(null)
  const total = amounts.reduce(plus, 0)
  if (groups.some(({ taxMode }) => taxMode !== groups[0]?.taxMode)) return refused('price.discount-mixed', 'a discount of the whole quote needs prices that are all with the tax or all without it', { field: 'discountAmount' })
  if (total === 0) return refused('price.discount-without-base', 'there is nothing to take the discount from', { field: 'discountAmount' })
  if (discountAmount.digits < 0 && total > 0) return refused('price.discount-negative', 'a discount is not negative', { field: 'discountAmount' })
  const scale = Math.max(discountAmount.scale, decimals)
  const discount = log.round('discount', null, null, digitsAt(discountAmount, scale), tenTo(scale - decimals))
  const sums = groups.map(({ lines }) => sumOf(amounts, lines))
  const byGroup = shareBy(log, discount, groups.map(({ rate }) => ({ rate, line: null })), sums, total)
  const discounts: Integer[] = amounts.map(() => 0)
  for (const [at, { lines }] of groups.entries()) {
    if (sums[at] === 0) continue
    const byLine = shareBy(log, byGroup[at]!, lines.map((line) => ({ rate: null, line })), lines.map((line) => amounts[line]!), sums[at]!)
    for (const [index, line] of lines.entries()) discounts[line] = byLine[index]!
  }
  return succeeded(discounts)
}

/** A discount shared out in proportion to amounts. @param total of the amounts; not zero */
function shareBy(log: RoundingLog, discount: Integer, places: Parameters<RoundingLog['share']>[2], amounts: readonly Integer[], total: Integer): readonly Integer[] {
  const signed = total < 0 ? opposite(discount) : discount
  return log.share('discount', discount, places, amounts.map((amount) => times(amount, signed)), total < 0 ? opposite(total) : total)
}
