import { divideDown, leastCommonMultiple, times, type Integer } from '../foundation/integer.ts'
import type { ExactAmounts } from './calculate-amounts.ts'
import { groupsByRate, type LineGroup } from './group-lines.ts'
import { sumOf } from './round-amounts.ts'
import type { RoundingScope } from './quote-to-price.ts'
import type { RoundingLog } from './rounding-log.ts'

/**
 * Each line's tax. By line each is rounded; by rate one is for all lines of a rate; by document one for all. The lines' taxes are then
 * for reference, and shown so that they add up.
 * @param taxable by line and by rate the rounded amounts, so that whoever reads the quote can work the tax out from what it shows; by
 *   document the exact ones
 */
export function calculateTaxes(scope: RoundingScope, { digits, unit }: ExactAmounts, groups: readonly LineGroup[], log: RoundingLog): readonly Integer[] {
  const taxes: Integer[] = digits.map(() => 0)
  if (scope === 'line') {
    for (const { lines, numerator, denominator } of groups) {
      const whole = times(denominator, unit)
      for (const line of lines) taxes[line] = log.round('tax', null, line, times(digits[line]!, numerator), whole)
    }
    return taxes
  }
  for (const pool of scope === 'rate' ? groupsByRate(groups) : [groups]) {
    const common = pool.reduce<Integer>((multiple, { denominator }) => leastCommonMultiple(multiple, denominator), 1)
    const sums = pool.map(({ lines, numerator, denominator }) => times(times(sumOf(digits, lines), numerator), divideDown(common, denominator)))
    const shares = log.roundTogether('tax', pool.map(({ rate }) => ({ rate, line: null })), sums, times(common, unit))
    for (const [at, { lines, numerator, denominator }] of pool.entries()) {
      const shown = log.share('tax', shares[at]!, lines.map((line) => ({ rate: null, line })), lines.map((line) => times(digits[line]!, numerator)), times(denominator, unit))
      for (const [index, line] of lines.entries()) taxes[line] = shown[index]!
    }
  }
  return taxes
}
