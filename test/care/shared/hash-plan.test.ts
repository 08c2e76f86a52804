import { expect, test } from 'vitest'
import { hashPlan } from '#shared/care/hash-plan.ts'
import { GOAL } from '#test/foundation/builders/build-care.ts'

const PLAN = { version: 1, title: 'Plan', startsOn: '2027-01-01', endsOn: '2027-12-31', goals: [GOAL] }

test('two plans have one hash only if they say the same, member for member', () => {
  expect(hashPlan({ ...PLAN, goals: [{ side: GOAL.side, dueOn: GOAL.dueOn, target: GOAL.target, measure: GOAL.measure, title: GOAL.title }] })).toBe(hashPlan(PLAN))
  const others = [{ version: 2 }, { title: 'Plan ' }, { startsOn: '2027-01-02' }, { endsOn: '2027-12-30' }, { goals: [] }, { goals: [GOAL, GOAL] }, ...(['title', 'measure', 'target', 'dueOn', 'side'] as const).map((field) => ({ goals: [{ ...GOAL, [field]: { title: 'x', measure: 'other', target: 1, dueOn: '2027-07-01', side: 'both' }[field] }] }))]
  expect(new Set([PLAN, ...others.map((other) => ({ ...PLAN, ...other }))].map(hashPlan)).size).toBe(others.length + 1)
})
