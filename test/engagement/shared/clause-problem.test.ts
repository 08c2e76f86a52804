import { expect, test } from 'vitest'
import type { Clause } from '#shared/engagement/clause.ts'
import { clauseProblem } from '#shared/engagement/clause-problem.ts'
import { USUAL_CLAUSES } from '#shared/engagement/usual-rules.ts'

const choice: Clause = { kind: 'customerChoice' }
const split: Clause = { kind: 'split' }

test.each<[string, readonly Clause[], ReturnType<typeof clauseProblem>]>([
  ['the usual rules', USUAL_CLAUSES, undefined],
  ['no clause at all', [], { problem: 'none', position: 0 }],
  ['the same clause twice', [choice, split, choice], { problem: 'twice', position: 2 }],
  ['the same standing twice', [{ kind: 'standing', by: 'tier' }, { kind: 'standing', by: 'tier' }], { problem: 'twice', position: 1 }],
  ['two kinds of standing', [{ kind: 'standing', by: 'tier' }, { kind: 'standing', by: 'territory' }], undefined],
  ['a clause after the split', [split, choice], { problem: 'afterSplit', position: 1 }],
  ['benefits after the split', [split, { kind: 'distributor', share: 100 }, { kind: 'secondBenefit', percent: 50 }], undefined],
])('%s', (_, clauses, problem) => {
  expect(clauseProblem(clauses)).toEqual(problem)
})
