import { expect, test } from 'vitest'
import { ruleProblem } from '#shared/approvals/approval-policy.ts'
import { aRule } from './build-content.ts'

test.each([
  ['nothing', [aRule()], undefined],
  ['a threshold', [aRule({ beyond: null })], { rule: 'rule', lacks: 'threshold' }],
  ['amounts', [aRule({ measure: 'total' })], { rule: 'rule', lacks: 'amounts' }],
  ['a name of its own', [aRule(), aRule()], { rule: 'rule', lacks: 'ownName' }],
  ['a band that goes up', [aRule({ beyond: '15', upTo: '15' })], { rule: 'rule', lacks: 'bandReversed' }],
])('rules that lack %s', (_, rules, problem) => {
  expect(ruleProblem(rules)).toEqual(problem)
})
