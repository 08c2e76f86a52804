import { expect, test } from 'vitest'
import { askRules } from '#shared/engagement/ask-rules.ts'
import { USUAL_RULES } from '#shared/engagement/engagement-rules.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildRules } from '#test/foundation/builders/build-case.ts'

test('the usual rules hold until somebody has published others', () => {
  expect(answered(askRules(), {})).toEqual(USUAL_RULES)
})

test('of two that were published at once, on two desks, the later number holds', () => {
  const [one, other] = [buildRules({ state: 'published', number: 3, clauses: [{ kind: 'split' }] }), buildRules({ state: 'published', number: 2 })]
  expect(answered(askRules(), { engagementRules: [other, one] })).toEqual({ id: one.id, number: 3, clauses: [{ kind: 'split' }], times: one.times })
})
