import { compareDecimals, decimal, product, quotient, type Decimal } from '../foundation/decimal.ts'
import { addMonths, daysBetween } from '../foundation/calendar-date.ts'
import type { RoundingMode } from '../foundation/integer.ts'

/**
 * How a price for a term becomes one for another. `startedMonths`: each month begun counts whole. `days`: whole terms, and of the one
 * begun the days that fall into it, so that a full term costs its price in leap years too.
 */
export type Proration = 'startedMonths' | 'days'

export interface TermAsked {
  /** First and last day of what is sold. */
  readonly from: string
  readonly to: string
  readonly proration: Proration
}

export interface ProratedPrice {
  readonly unitPrice: Decimal
  /** The price was multiplied by `over` ÷ `under` and rounded to the decimals asked for. */
  readonly over: number
  readonly under: number
  readonly exact: boolean
}

/**
 * The price for the days from `from` to `to` of what costs `unitPrice` for `months` months. Null where it ends before it begins.
 * @param rounding to how many decimals the unit price is rounded, and how
 */
export function prorateTerm(unitPrice: Decimal, months: number, asked: TermAsked, rounding: { readonly decimals: number; readonly mode: RoundingMode }): ProratedPrice | null {
  if (asked.to < asked.from) return null
  const share = asked.proration === 'days' ? termsInDays(asked, months) : startedMonths(asked, months)
  const [over, under] = [decimal(share.over, 0), decimal(share.under, 0)]
  const result = quotient(product(unitPrice, over), under, rounding.decimals, rounding.mode)!
  return { unitPrice: result, ...share, exact: compareDecimals(product(result, under), product(unitPrice, over)) === 0 }
}

type Share = Pick<ProratedPrice, 'over' | 'under'>

function startedMonths(asked: TermAsked, months: number): Share {
  const { count, left } = wholePeriods(asked, 1)
  return { over: left === 0 ? count : count + 1, under: months }
}

/** The days of the term that is begun say what one of them costs. */
function termsInDays(asked: TermAsked, months: number): Share {
  const { count, left } = wholePeriods(asked, months)
  const length = daysBetween(addMonths(asked.from, count * months), addMonths(asked.from, (count + 1) * months))
  return { over: count * length + left, under: length }
}

/** How many periods of so many months lie wholly within, and how many days are left over. */
function wholePeriods({ from, to }: TermAsked, months: number): { readonly count: number; readonly left: number } {
  const days = daysBetween(from, to) + 1
  let count = 0
  while (daysBetween(from, addMonths(from, (count + 1) * months)) <= days) count++
  return { count, left: days - daysBetween(from, addMonths(from, count * months)) }
}
