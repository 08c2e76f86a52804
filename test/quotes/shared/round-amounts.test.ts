import { expect, test } from 'vitest'
import { calculateAmounts } from '#shared/quotes/calculate-amounts.ts'
import { groupLines } from '#shared/quotes/group-lines.ts'
import { roundingScopes, type RoundingScope } from '#shared/quotes/quote-to-price.ts'
import { roundAmounts } from '#shared/quotes/round-amounts.ts'
import { RoundingLog } from '#shared/quotes/rounding-log.ts'
import { buildInput } from './build-input.ts'
import { readWritten } from './price-written.ts'

function amounts(scope: RoundingScope, ...lines: readonly (readonly [unitPrice: string, taxRate: string])[]) {
  const quote = readWritten(buildInput(lines.map(([unitPrice, taxRate]) => ({ unitPrice, taxRate })), { currency: 'JPY' }))
  return roundAmounts(scope, calculateAmounts(quote), groupLines(quote.lines), new RoundingLog('halfAwayFromZero', false))
}

test('rounds each line by line and by rate; by document the sum, over rates and then over lines', () => {
  const lines = [['100.4', '10'], ['100.4', '8'], ['100.4', '10']] as const
  // Together 301.2; the rates' 200.8 and 100.4 are shown as 201 and 100, and 201 as 101 and 100.
  expect(roundingScopes.map((scope) => amounts(scope, ...lines))).toEqual([[100, 100, 100], [100, 100, 100], [101, 100, 100]])
})
