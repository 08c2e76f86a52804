import { expect, test } from 'vitest'
import { gatherSendProblems } from '#shared/quotes/gather-send-problems.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { NOW } from '#test/foundation/desk.ts'

test('tells what the approval rules in force need besides all else', () => {
  const quote = buildQuote({ accountId: 'account', validUntil: '2026-11-21' })
  const lines = [buildLine({ quoteId: quote.id, discountPercent: '40' })]
  const totals = totalQuote(quote, lines)
  if (!totals.ok) throw new Error(totals.error.code)
  expect(answered(gatherSendProblems({ quote, lines }, totals.value, NOW), { quotes: [quote] }).map(({ problem }) => problem)).toEqual(['outOfDate', 'needsApproval'])
})
