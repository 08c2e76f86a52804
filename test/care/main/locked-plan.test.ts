import { expect, test } from 'vitest'
import { hashPlan } from '#shared/care/hash-plan.ts'
import type { PlanGoal } from '#shared/care/joint-plan.table.ts'
import { GOAL } from '#test/foundation/builders/build-care.ts'
import type { Desk } from '#test/convergence/desk.ts'
import { end, openDesk } from '#test/convergence/two-desks.ts'

const rowsOf = <T>(at: Desk, sql: string): T[] => at.db.prepare(sql).all() as T[]
const PLAN = 'SELECT "id", "version", "title", "startsOn", "endsOn", "goals", "state" FROM "jointPlans"'

interface PlanRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly goals: string
  readonly state: string
}

const hashOf = (plan: PlanRow): string => hashPlan({ ...plan, goals: JSON.parse(plan.goals) as PlanGoal[] })

test('an edit made offline of a plan that another has locked meanwhile lands in the sync inbox, and the plan stays as the partner was given it', async () => {
  const { server, original: desk } = await openDesk()
  await server.administer({ name: 'partners.create', input: { code: 'P', name: 'Partner', type: 'reseller', country: 'GT', status: 'active' } })
  await end(desk, server)
  const [partner] = rowsOf<{ id: string }>(desk, 'SELECT "id" FROM "partners"')
  desk.give('care.draftPlan', { partnerId: partner?.id, title: 'Plan for Belize', startsOn: '2027-01-01', endsOn: '2027-12-31' })
  const [draft] = rowsOf<PlanRow>(desk, PLAN)
  desk.give('care.updatePlan', { id: draft?.id, edits: [{ field: 'goals', value: [GOAL] }] })
  await end(desk, server)
  const [plan] = rowsOf<PlanRow>(desk, PLAN)
  if (plan === undefined) throw new Error('there is no plan')

  // The desk is offline: it edits what it believes to be a draft.
  desk.give('care.updatePlan', { id: plan.id, edits: [{ field: 'title', value: 'Plan for Belize and Honduras', was: plan.title }] })
  expect(rowsOf<PlanRow>(desk, PLAN)).toMatchObject([{ title: 'Plan for Belize and Honduras', state: 'draft' }])
  const contentHash = hashOf(plan)
  await server.administer({ name: 'care.lockPlan', input: { id: plan.id, contentHash } })
  await end(desk, server)
  await end(desk, server)

  expect(rowsOf<{ code: string; command: string }>(desk, 'SELECT "code", "command" FROM "_refused"')).toEqual([{ code: 'plan.locked', command: 'care.updatePlan' }])
  const [locked] = rowsOf<PlanRow>(desk, PLAN)
  expect(locked).toMatchObject({ title: 'Plan for Belize', state: 'locked' })
  expect(locked === undefined ? '' : hashOf(locked)).toBe(contentHash)
  await server.administer({ name: 'care.approvePlan', input: { id: plan.id, contentHash, personName: 'Jose Lucio', approvedOn: '2026-01-02', means: 'mail' } })
  await end(desk, server)
  expect(rowsOf<PlanRow>(desk, PLAN)).toMatchObject([{ state: 'approved' }])
})

test('a lock given offline of a plan that another has edited meanwhile is refused: it would lock what nobody has looked at', async () => {
  const { server, original: desk } = await openDesk()
  await server.administer({ name: 'partners.create', input: { code: 'P', name: 'Partner', type: 'reseller', country: 'GT', status: 'active' } })
  await end(desk, server)
  const [partner] = rowsOf<{ id: string }>(desk, 'SELECT "id" FROM "partners"')
  desk.give('care.draftPlan', { partnerId: partner?.id, title: 'Plan', startsOn: '2027-01-01', endsOn: '2027-12-31' })
  const [draft] = rowsOf<PlanRow>(desk, PLAN)
  desk.give('care.updatePlan', { id: draft?.id, edits: [{ field: 'goals', value: [GOAL] }] })
  await end(desk, server)
  const [plan] = rowsOf<PlanRow>(desk, PLAN)
  if (plan === undefined) throw new Error('there is no plan')
  desk.give('care.lockPlan', { id: plan.id, contentHash: hashOf(plan) })
  await server.administer({ name: 'care.updatePlan', input: { id: plan.id, edits: [{ field: 'goals', value: [{ ...GOAL, target: 40 }] }] } })
  await end(desk, server)
  await end(desk, server)
  expect(rowsOf<{ code: string }>(desk, 'SELECT "code" FROM "_refused"')).toEqual([{ code: 'plan.content-differs' }])
  expect(rowsOf<PlanRow>(desk, PLAN)).toMatchObject([{ state: 'draft' }])
})
