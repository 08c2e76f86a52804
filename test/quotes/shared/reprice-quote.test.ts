import { expect, test } from 'vitest'
import type { Question } from '#shared/foundation/command.ts'
import { repriceQuote } from '#shared/quotes/reprice-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { NOW } from '#test/foundation/desk.ts'

/** Where nothing is known any more. */
function inTheVoid<T>(asking: Generator<Question, T, unknown>): T {
  let step = asking.next()
  while (step.done !== true) step = asking.next(step.value.kind === 'one' ? undefined : [])
  return step.value
}

test('a line whose product is gone keeps its terms and says so; a custom item and a partner who is gone stay as they were', () => {
  const quote = buildQuote({ accountId: 'a', partnerId: 'p', partnerTier: 'gold', partnerType: 'reseller', sellerNumber: 'T1234567890123' })
  const lines = [buildLine({ quoteId: quote.id, seenUnitPrice: '1' }), buildLine({ quoteId: quote.id, code: null })]
  const then = inTheVoid(repriceQuote({ quote, lines }, '2027-01-01', NOW))
  expect(then.quote).toEqual({ ...quote, pricedOn: '2027-01-01' })
  expect(then.lines).toEqual([{ ...lines[0]!, terms: { ...lines[0]!.terms, problem: 'discontinued' }, seenUnitPrice: null }, lines[1]])
})
