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
  for (const [at, { taxRate, taxMode }] of lines.entries()) {
    const group = groups.find((group) => sameRate(group.rate, taxRate) && group.taxMode === taxMode)
    if (group !== undefined) group.lines.push(at)
    else {
      const whole = times(100, tenTo(taxRate.scale))
      groups.push({ rate: taxRate, taxMode, lines: [at], numerator: taxRate.digits, denominator: taxMode === 'exclusive' ? whole : plus(whole, taxRate.digits) })
    }
  }
  return groups
}

/** Prices with and without a tax of one rate stand together. In the order in which the rates first occur. */
export function groupsByRate(groups: readonly LineGroup[]): readonly (readonly LineGroup[])[] {
  const rates = groups.map(({ rate }) => rate)
  return rates.filter((rate, at) => rates.findIndex((other) => sameRate(other, rate)) === at).map((rate) => groups.filter((group) => sameRate(group.rate, rate)))
}

function sameRate(one: Decimal, other: Decimal): boolean {
  return one === other || (one.digits === other.digits && one.scale === other.scale)
}
