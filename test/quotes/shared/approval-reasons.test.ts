import { expect, test } from 'vitest'
import { approvalReasons } from '#shared/quotes/approval-reasons.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

function reasons(head: Partial<Quote>, ...lines: readonly QuoteLine[]) {
  const quote = buildQuote({ accountId: 'a', ...head })
  const totals = totalQuote(quote, lines)
  if (!totals.ok) throw new Error(totals.error.code)
  return approvalReasons(quote, lines, totals.value)
}

const line = (discountPercent: string, cost?: string) => buildLine({ quoteId: 'q', discountPercent }, cost === undefined ? {} : { cost: { amount: cost, given: cost, currency: 'JPY', rate: null, rateDate: null } })

test('up to fifteen percent nobody is asked, beyond somebody is', () => {
  expect(reasons({}, line('15'), line('15'))).toEqual([])
  expect(reasons({}, line('0'), line('15.01'))).toEqual([{ reason: 'lineDiscount', line: 2, percent: '15.01' }])
})

test('small discounts of lines and one of the whole are told together', () => {
  expect(reasons({ discountAmount: '100' }, line('10'))).toEqual([{ reason: 'blendedDiscount', percent: '20' }])
  expect(reasons({ discountAmount: '50' }, line('10'))).toEqual([])
})

test('nothing is sold below its cost without approval', () => {
  expect(reasons({}, line('0', '1000'))).toEqual([])
  expect(reasons({}, line('10', '1000'))).toEqual([{ reason: 'belowCost', margin: '-11.11' }])
})
