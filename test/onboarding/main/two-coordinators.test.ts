import { expect, test } from 'vitest'
import type { Desk } from '#test/convergence/desk.ts'
import { end, openDesk } from '#test/convergence/two-desks.ts'

interface Row {
  readonly id: string
}

const rowsOf = (at: Desk, sql: string): unknown[] => at.db.prepare(sql).all()
const LOG = `SELECT "kind", "number" FROM "taskEvents" WHERE "taskKey" = 'company-profile' ORDER BY "number"`
/** The task that is disputed, among the open ones. */
const KEPT = `SELECT "actionRequired", "done", (SELECT open."value" ->> 'state' FROM json_each("openTasks") AS open WHERE open."value" ->> 'task' = 'company-profile') AS "disputed" FROM "checklists"`

test.each(['the one who revokes', 'the one who approves'])('case 11: offline one approves and the other revokes; %s comes first, both are kept, and the desk comes to the same', async (first) => {
  const { server, original: desk } = await openDesk()
  await server.administer({ name: 'partners.create', input: { code: 'P', name: 'Partner', type: 'reseller', country: 'GT', status: 'approved' } })
  await server.administer({ name: 'onboarding.draftTemplate', input: { name: 'Reseller', readyMade: 'reseller' } })
  await end(desk, server)
  const [partner, template] = [rowsOf(desk, 'SELECT "id" FROM "partners"')[0] as Row, rowsOf(desk, 'SELECT "id" FROM "checklistTemplates"')[0] as Row]
  desk.give('onboarding.publishTemplate', { id: template.id })
  desk.give('onboarding.start', { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' })
  const { id } = rowsOf(desk, 'SELECT "id" FROM "checklists"')[0] as Row
  const evidence = { note: 'NIT 1234567-8' }
  desk.give('onboarding.complete', { checklists: [{ id, seen: null }], task: 'company-profile', side: 'partner', evidence })
  await end(desk, server)

  const seen = (rowsOf(desk, `SELECT "id" FROM "taskEvents"`)[0] as Row).id
  desk.give('onboarding.revoke', { checklists: [{ id, seen }], task: 'company-profile', reason: 'Wrong signature' })
  expect(rowsOf(desk, KEPT)).toEqual([{ actionRequired: 1, done: 0, disputed: 'actionRequired' }])
  const other = { name: 'onboarding.approve', input: { checklists: [{ id, seen }], task: 'company-profile', text: 'In order' } }
  if (first === 'the one who revokes') await end(desk, server)
  await server.administer(other)
  await end(desk, server)
  await end(desk, server)

  expect(rowsOf(desk, 'SELECT "id" FROM "_refused"')).toEqual([])
  const order = first === 'the one who revokes' ? ['submitted', 'revoked', 'approved'] : ['submitted', 'approved', 'revoked']
  expect(rowsOf(desk, LOG)).toEqual(order.map((kind, at) => ({ kind, number: at + 1 })))
  expect(rowsOf(desk, KEPT)).toEqual([{ actionRequired: 1, done: 0, disputed: 'actionRequired' }])
})
