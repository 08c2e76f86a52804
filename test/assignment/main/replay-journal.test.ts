import { expect, onTestFinished, test } from 'vitest'
import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { loadLeads } from '#main/assignment/load-leads.ts'
import { loadRuleSet } from '#main/assignment/load-rule-set.ts'
import { commands } from '#main/capabilities.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { assignmentContract, type AssignmentSummary } from '#shared/assignment/assignment.contract.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { decisions } from '#shared/assignment/decisions.table.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { decisionsOf, positionsToWrite } from '#shared/assignment/written-plan.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

type Entry = RowOf<typeof journal>
type Applied = z.input<typeof assignmentContract.operations.applyDecisions.input>
type Recorded = z.output<typeof assignmentContract.operations.recordDecisions.input>

const everyLead = { all: [] }
const summaries: Pick<AssignmentSummary, 'assigned' | 'unroutable'>[] = []

/** Two runs, between which partners decline, a person chooses, and the map changes. */
async function distribute({ call }: OpenHost): Promise<void> {
  const partnerIds: string[] = []
  for (const [at, country] of ['GT', 'GT', 'BZ', 'GT'].entries()) partnerIds.push(valueOf(await call(partnersContract.operations.create, { code: `P${at}`, name: `Partner ${at}`, type: 'reseller', country, status: 'active', capacity: 9 })).id)
  const candidates = partnerIds.map((partnerId, at) => ({ partnerId, weight: at + 1 }))
  const { create, createRule, updateRule } = territoriesContract.operations
  const north = valueOf(await call(create, { code: 'N', name: 'North', parentId: null, strategy: 'weighted', candidates: candidates.slice(0, 3) })).id
  const south = valueOf(await call(create, { code: 'S', name: 'South', parentId: null, candidates: candidates.slice(2) })).id
  const rule = valueOf(await call(createRule, { code: 'R1', name: 'Guatemala', territoryId: north, priority: 10, condition: { all: [{ field: 'country', is: ['GT'] }] } })).id
  valueOf(await call(createRule, { code: 'R2', name: 'Belize', territoryId: south, priority: 20, condition: { all: [{ field: 'country', is: ['BZ'] }] } }))
  const leadIds: string[] = []
  for (let at = 0; at < 40; at += 1) leadIds.push(valueOf(await call(leadsContract.operations.create, { company: `Company ${at}`, country: ['GT', 'BZ', 'MX'][at % 3] ?? 'GT' })).id)
  summaries.push(valueOf(await call(assignmentContract.operations.run, {})).summary)
  for (const id of leadIds.slice(0, 6)) await call(leadsContract.operations.setStage, { id, stage: 'declined', reason: 'no time' })
  await call(leadsContract.operations.assignManually, { ids: [leadIds[2] ?? ''], partnerId: partnerIds[3] ?? '', reason: 'knows them', until: null })
  valueOf(await call(updateRule, { id: rule, edits: [{ field: 'condition', value: everyLead }] }))
  summaries.push(valueOf(await call(assignmentContract.operations.run, {})).summary)
}

/** What a run would write on these rows: leads in order, with partner, territory, rule and explanation. */
function decide(db: Database.Database, today: string): readonly unknown[] {
  const compiled = compileRuleSet(loadRuleSet(db, today), knowledge)
  const gathered = loadLeads(db, today, compiled.version)
  const plan = planAssignment(compiled, gathered.columns, 'unassigned')
  const numbers = Array.from({ length: plan.decisionCount }, (_, at) => String(at))
  return written(decisionsOf(gathered.columns, plan, positionsToWrite(gathered, plan), numbers, ''), new Map(numbers.map((id) => [id, plan.decisionAt(Number(id))])))
}

function written({ leadIds, partner, territory, rule, decision, cameBack = [], replaced = [] }: Applied, explanations: ReadonlyMap<string, unknown>): readonly unknown[] {
  const at = (column: Applied['partner'], lead: number): string | undefined => column.ids[column.at[lead] ?? -1]
  return leadIds.map((id, lead) => ({ id, partner: at(partner, lead), territory: at(territory, lead), rule: at(rule, lead), cameBack: cameBack.includes(lead), replaced: replaced.includes(lead), why: JSON.parse(JSON.stringify(explanations.get(at(decision, lead) ?? '') ?? null)) }))
}

test('a workspace made anew from the journal decides each run as it was decided, and ends with the same rows', async () => {
  const desk = await openHost()
  await distribute(desk)
  expect(summaries.every(({ assigned, unroutable }) => assigned > 5 && unroutable >= 0)).toBe(true)
  const db = openForReading(desk.directory)
  const anew = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
    anew.close()
  })
  const entries: readonly Entry[] = selectRows(db, journal, 'ORDER BY "_row"')
  const runner = createCommandRunner(anew)
  let runs = 0
  for (const { id, command: name, input, output, actorId, actorName, at, batchId } of entries) {
    if (name === 'journal.openBatch') {
      runs += 1
      const run = (output as { id: string }).id
      const ofRun = entries.filter((entry) => entry.batchId === run)
      const explanations = new Map(ofRun.filter(({ command }) => command === 'assignment.recordDecisions').flatMap((entry) => (entry.input as Recorded).decisions.map((each) => [each.id, each.explanation] as const)))
      const wrote = ofRun.filter(({ command }) => command === 'assignment.applyDecisions').flatMap((entry) => written(entry.input as Applied, explanations))
      expect(decide(anew, at.slice(0, 10))).toEqual(wrote)
    }
    const command = commands.get(name)
    if (command === undefined) throw new Error(name)
    expect(runner.run(command, { id, input: command.operation.input.parse(input), actor: { id: actorId, name: actorName }, now: at, batchId }).outcome).toMatchObject({ ok: true })
  }
  expect(runs).toBe(2)
  expect(selectRows(anew, leads, 'ORDER BY "id"')).toEqual(selectRows(db, leads, 'ORDER BY "id"'))
  expect(selectRows(anew, decisions, 'ORDER BY "id"')).toEqual(selectRows(db, decisions, 'ORDER BY "id"'))
}, 60_000)
