import { expect, test } from 'vitest'
import { calculateTaxes } from '#shared/quotes/calculate-taxes.ts'
import { groupLines } from '#shared/quotes/group-lines.ts'
import { roundingScopes, type TaxMode } from '#shared/quotes/quote-to-price.ts'
import { RoundingLog } from '#shared/quotes/rounding-log.ts'
import { buildInput } from './build-input.ts'
import { readWritten } from './price-written.ts'

function taxes(taxMode: TaxMode, ...lines: readonly (readonly [amount: number, taxRate: string])[]) {
  const groups = groupLines(readWritten(buildInput(lines.map(([, taxRate]) => ({ taxRate })), { currency: 'JPY', taxMode })).lines)
  return roundingScopes.map((scope) => calculateTaxes(scope, { digits: lines.map(([amount]) => amount), unit: 1 }, groups, new RoundingLog('halfAwayFromZero', false)))
}

test('rounds by line, by rate and by document, and shows lines that add up', () => {
  // 10.4 + 10.4 at 10 % and 8.48 at 8 %: 21 and 8 by rate; 29.28 by document, of which 20.8 are shown as 21 and 8.48 as 8.
  expect(taxes('exclusive', [104, '10'], [106, '8'], [104, '10'])).toEqual([[10, 8, 10], [11, 8, 10], [11, 8, 10]])
})

test('adds parts that do not end exactly: a half that is made of a sixth and a third rounds up', () => {
  // 1 ÷ 6 at 20 % and 1 ÷ 3 at 50 % are 0.5 together.
  expect(taxes('inclusive', [1, '20'], [1, '50'])).toEqual([[0, 0], [0, 0], [0, 1]])
})
