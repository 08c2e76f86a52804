import { compareDecimals, decimal, decimalText, hundred, product, quotient, sum, zero, type Decimal } from '../foundation/decimal.ts'
import { currencyDecimals } from '../foundation/money.ts'
import { plus, type Integer } from '../foundation/integer.ts'
import { decimalOf } from './price-line.ts'
import type { PricedHead, PricedPart } from './quote-rows.ts'
import type { QuoteTotals } from './total-quote.ts'

/** Up to so many percent a seller gives by hand without asking anybody (field.md B4: auto-approve below 15 %). */
const FREE_PERCENT = decimal(15, 0)

export type ApprovalReason =
  | { readonly reason: 'lineDiscount'; readonly line: number; readonly percent: string }
  | { readonly reason: 'blendedDiscount'; readonly percent: string }
  | { readonly reason: 'belowCost'; readonly margin: string }

/** Why a quote may not be sent before somebody has approved it; none: it may. */
export function approvalReasons(head: PricedHead, lines: readonly PricedPart[], totals: QuoteTotals): readonly ApprovalReason[] {
  const reasons: ApprovalReason[] = lines.flatMap(({ discountPercent }, at) => (compareDecimals(decimalOf(discountPercent), FREE_PERCENT) > 0 ? [{ reason: 'lineDiscount', line: at + 1, percent: discountPercent }] : []))
  const blended = blendedPercent(head, totals)
  if (reasons.length === 0 && compareDecimals(blended, FREE_PERCENT) > 0) reasons.push({ reason: 'blendedDiscount', percent: decimalText(blended) })
  if (totals.vendor !== null && totals.vendor.profit.digits < 0) reasons.push({ reason: 'belowCost', margin: decimalText(totals.vendor.margin ?? zero) })
  return reasons
}

/** All that was given by hand, on lines and on the whole, in percent of what the quote would be without. */
function blendedPercent(head: PricedHead, { waterfalls, lines }: QuoteTotals): Decimal {
  const decimals = currencyDecimals(head.currency) ?? 0
  const byHand = waterfalls.reduce((total, { steps }) => steps.customer.taken.filter(({ by }) => by === 'hand').reduce((left, { amount }) => sum(left, amount), total), zero)
  const ofWhole = decimal(lines.reduce<Integer>((total, { discount }) => plus(total, discount), 0), decimals)
  const quoted = waterfalls.reduce((total, { steps }) => sum(total, steps[head.audience].amount), zero)
  const given = sum(byHand, ofWhole)
  return quotient(product(given, hundred), sum(quoted, byHand), 2, 'halfAwayFromZero') ?? zero
}
