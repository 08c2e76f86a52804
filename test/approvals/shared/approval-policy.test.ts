import { expect, test } from 'vitest'
import { ruleProblem } from '#shared/approvals/approval-policy.ts'
import { aRule } from './build-content.ts'

test.each([
  ['nothing', [aRule()], undefined],
  ['a threshold', [aRule({ beyond: null })], { rule: 'rule', lacks: 'threshold' }],
  ['amounts', [aRule({ measure: 'total' })], { rule: 'rule', lacks: 'amounts' }],
  ['a name of its own', [aRule(), aRule()], { rule: 'rule', lacks: 'ownName' }],
  ['a band that goes up', [aRule({ beyond: '15', upTo: '15' })], { rule: 'rule', lacks: 'bandReversed' }],
  ['nothing: bands of margins go down', [aRule({ measure: 'margin', beyond: '20', upTo: '10' })], undefined],
  ['a band of margins that goes down', [aRule({ measure: 'margin', beyond: '10', upTo: '20' })], { rule: 'rule', lacks: 'bandReversed' }],
  ['a band of totals that goes up in every currency', [aRule({ measure: 'total', amounts: [{ currency: 'JPY', amount: '1000' }, { currency: 'USD', amount: '100' }], upTo: '500' })], { rule: 'rule', lacks: 'bandReversed' }],
])('rules that lack %s', (_, rules, problem) => {
  expect(ruleProblem(rules)).toEqual(problem)
})
