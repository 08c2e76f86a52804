import type { Decimal } from '../foundation/decimal.ts'
import { plus, tenTo, times, type Integer } from '../foundation/integer.ts'
import type { LineToPrice, TaxMode } from './quote-to-price.ts'

/** The lines of one rate and tax mode. `10` and `10.0` are one rate. */
export interface LineGroup {
  readonly rate: Decimal
  readonly taxMode: TaxMode
  /** Which lines, in their order. */
  readonly lines: number[]
  /** The part of an amount that is tax: rate ÷ 100 of a price without it, rate ÷ (100 + rate) of one with it. */
  readonly numerator: Integer
  readonly denominator: Integer
}

/** In the order in which they first occur. */
export function groupLines(lines: readonly LineToPrice[]): readonly LineGroup[] {
  const groups: LineGroup[] = []
  lines.forEach((line, at) => groupOf(line, groups).lines.push(at))
  return groups
}

/** The group of a line: a new one for the first of its kind. */
function groupOf({ taxRate, taxMode }: LineToPrice, groups: LineGroup[]): LineGroup {
  for (const group of groups) if (group.taxMode === taxMode && sameRate(group.rate, taxRate)) return group
  const whole = times(100, tenTo(taxRate.scale))
  const group = { rate: taxRate, taxMode, lines: [], numerator: taxRate.digits, denominator: taxMode === 'exclusive' ? whole : plus(whole, taxRate.digits) }
  groups.push(group)
  return group
}

/** Prices with and without a tax of one rate stand together. In the order in which the rates first occur. */
export function groupsByRate(groups: readonly LineGroup[]): readonly (readonly LineGroup[])[] {
  const rates = groups.map(({ rate }) => rate)
  return rates.filter((rate, at) => rates.findIndex((other) => sameRate(other, rate)) === at).map((rate) => groups.filter((group) => sameRate(group.rate, rate)))
}

function sameRate(one: Decimal, other: Decimal): boolean {
  return one === other || (one.digits === other.digits && one.scale === other.scale)
}
