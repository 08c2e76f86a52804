import { plus, type Integer } from '../foundation/integer.ts'
import type { ExactAmounts } from './calculate-amounts.ts'
import type { LineGroup } from './group-lines.ts'
import { taxModes, type RoundingScope } from './quote-to-price.ts'
import type { RoundingLog } from './rounding-log.ts'

/**
 * The lines' amounts in whole minor units. By line and by rate each is rounded, as EN 16931 has it. By document the sum alone is rounded,
 * and rates and lines are shown so that they add up to it; prices with and without the tax are two sums.
 */
export function roundAmounts(scope: RoundingScope, { digits, unit }: ExactAmounts, groups: readonly LineGroup[], log: RoundingLog): readonly Integer[] {
  if (scope !== 'document') return digits.map((amount, line) => log.round('amount', null, line, amount, unit))
  const amounts: Integer[] = digits.map(() => 0)
  for (const mode of taxModes) {
    const pool = groups.filter(({ taxMode }) => taxMode === mode)
    if (pool.length === 0) continue
    const shares = log.roundTogether('amount', pool.map(({ rate }) => ({ rate, line: null })), pool.map(({ lines }) => sumOf(digits, lines)), unit)
    for (const [at, { lines }] of pool.entries()) {
      const shown = log.share('amount', shares[at]!, lines.map((line) => ({ rate: null, line })), lines.map((line) => digits[line]!), unit)
      for (const [index, line] of lines.entries()) amounts[line] = shown[index]!
    }
  }
  return amounts
}

/** The sum of some of the amounts. */
export function sumOf(amounts: readonly Integer[], lines: readonly number[]): Integer {
  return lines.reduce<Integer>((sum, line) => plus(sum, amounts[line]!), 0)
}
