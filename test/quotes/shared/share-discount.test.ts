import { describe, expect, test } from 'vitest'
import { groupLines } from '#shared/quotes/group-lines.ts'
import { RoundingLog } from '#shared/quotes/rounding-log.ts'
import { shareDiscount } from '#shared/quotes/share-discount.ts'
import { buildInput } from './build-input.ts'
import { d } from './decimals.ts'
import { readWritten } from './price-written.ts'

/** The discount of a quote in yen whose lines come to these amounts at these rates. */
function shared(discountAmount: string, ...lines: readonly (readonly [amount: number, taxRate: string])[]) {
  const quote = { ...readWritten(buildInput(lines.map(([, taxRate]) => ({ taxRate })), { currency: 'JPY' })), discountAmount: d(discountAmount) }
  const discount = shareDiscount(quote, lines.map(([amount]) => amount), groupLines(quote.lines), new RoundingLog('halfAwayFromZero', false))
  return discount.ok ? discount.value : discount.error.code
}

describe('the quote’s discount', () => {
  test('goes over the rates first, then over the lines of each', () => {
    // 6.67 and 3.33 by rate; the 7 of the first are 3.5 and 3.5.
    expect(shared('10', [100, '10'], [100, '8'], [100, '10'])).toEqual([4, 3, 3])
    // 1.2 and 2.8 by rate; the 3 of the second are 1.29, 1.29 and 0.43. Line by line 1.2, 1.2, 1.2 and 0.4 come to the same.
    expect(shared('4', [3, '10'], [3, '8'], [3, '8'], [1, '8'])).toEqual([1, 1, 1, 1])
  })

  test('takes from credits what they would give, and all of everything', () => {
    expect(shared('30', [100, '10'], [-40, '8'])).toEqual([50, -20])
    expect(shared('60', [100, '10'], [-40, '8'])).toEqual([100, -40])
    expect(shared('-30', [-100, '10'], [40, '8'])).toEqual([-50, 20])
  })

  test('leaves rates alone that come to nothing', () => {
    expect(shared('10', [100, '10'], [5, '8'], [-5, '8'])).toEqual([10, 0, 0])
  })

  test('is refused where there is nothing to take it from, and below zero', () => {
    expect(shared('10', [100, '10'], [-100, '8'])).toBe('price.discount-without-base')
    expect(shared('10')).toBe('price.discount-without-base')
    expect(shared('-10', [100, '10'])).toBe('price.discount-negative')
    expect(shared('0')).toBeNull()
  })
})
