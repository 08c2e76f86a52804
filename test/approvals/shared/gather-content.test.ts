import { expect, test } from 'vitest'
import { approvedBefore, gatherContent, policyInForce } from '#shared/approvals/gather-content.ts'
import { USUAL_RULES } from '#shared/approvals/usual-rules.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { answered } from '#test/foundation/answered.ts'
import { aContent, aRule } from './build-content.ts'

const quote = buildQuote({ accountId: 'account' })
const odd = { ...quote, currency: 'QQQ' }
const lines = [buildLine({ quoteId: quote.id })]

test('a quote with the hash that binds what is decided about it; none where there is none, or no price', () => {
  expect(answered(gatherContent(quote.id), { quotes: [quote], quoteLines: lines })?.hash).toBe(hashContent(quote, lines))
  expect(answered(gatherContent('gone'), { quotes: [quote] })).toBeNull()
  expect(answered(gatherContent(quote.id), { quotes: [odd], quoteLines: lines })).toBeNull()
})

test('the usual rules until others are published', () => {
  expect(answered(policyInForce(), {})).toEqual({ id: null, rules: USUAL_RULES })
  expect(answered(policyInForce(), { approvalPolicies: [{ id: 'p', rules: [aRule()] } as never] })).toMatchObject({ id: 'p', rules: [aRule()] })
})

test('approvals of earlier forms count for the same parties and the same money alone', () => {
  const steps = [{ id: 'step' } as never]
  const before = (given: Parameters<typeof aContent>[0]) => answered(approvedBefore(quote, aContent()), { approvalRequests: [{ id: 'request', content: aContent(given) } as never], approvalSteps: steps }).length
  expect([before({}), before({ accountId: 'x' }), before({ partnerId: null }), before({ currency: 'USD' }), before({ taxMode: 'inclusive' })]).toEqual([1, 0, 0, 0, 0])
})
