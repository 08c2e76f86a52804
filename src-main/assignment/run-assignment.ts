import type { AssignmentSummary, assignmentScopes } from '#shared/assignment/assignment.contract.ts'
import { outcomes, type AssignmentPlan } from '#shared/assignment/assignment-plan.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import type { GatheredLeads } from '#shared/assignment/gather-leads.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import type { LeadColumns } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { summarise } from '#shared/assignment/summarise-plan.ts'
import { decisionsOf, positionsToWrite } from '#shared/assignment/written-plan.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { abandonBatch } from '../journal/undo-batch.ts'
import type { JobContext } from '../operations/capability.ts'
import { loadLeads } from './load-leads.ts'
import { loadRuleSet, type LoadedRuleSet } from './load-rule-set.ts'

type Scope = (typeof assignmentScopes)[number]

const ASSIGNED = outcomes.indexOf('assigned')
const LEADS_AT_ONCE = 2000
const DECISIONS_AT_ONCE = 1000

interface Planned {
  readonly leads: GatheredLeads
  readonly plan: AssignmentPlan
  readonly summary: AssignmentSummary
  /** The last journal row the plan knows of. */
  readonly snapshot: number
}

/** What a run would do now. */
export async function previewRun(scope: Scope, context: JobContext): Promise<AssignmentSummary> {
  return plan(scope, context).summary
}

/**
 * Decides on a snapshot, then writes the decisions in small commands: one batch, undone as a whole, also when cancelled.
 * The rules may be edited meanwhile; the run goes by the ones it began with.
 */
export async function runAssignment(scope: Scope, context: JobContext): Promise<{ summary: AssignmentSummary; batchId: string }> {
  const started = performance.now()
  const planned = plan(scope, context)
  const { summary } = planned
  const { batchId } = await writePlan(planned, positionsToWrite(planned.leads, planned.plan), scope, context)
  return { summary: { ...summary, ms: Math.round(performance.now() - started) }, batchId }
}

/** Offers leads that have come back to the next partner, as a run of the rules over everything that waits would. @returns how many found one */
export async function offerAgain(ids: ReadonlySet<string>, context: JobContext): Promise<number> {
  const planned = plan('unassigned', context)
  const positions = positionsToWrite(planned.leads, planned.plan).filter((position) => ids.has(planned.leads.columns.ids[position] ?? ''))
  if (positions.length > 0) await writePlan(planned, positions, 'unassigned', context)
  return positions.filter((position) => planned.plan.outcome[position] === ASSIGNED).length
}

async function writePlan({ leads, plan: made, summary, snapshot }: Planned, decided: Uint32Array, scope: Scope, context: JobContext): Promise<{ batchId: string }> {
  const { id: batchId } = await context.write<{ id: string }>('journal.openBatch', { kind: 'assignment', subject: scope, label: made.version, total: decided.length, details: {} })
  try {
    const decisionIds = await recordDecisions(made, decided, batchId, context)
    let applied = 0
    for (let start = 0; start < decided.length; start += LEADS_AT_ONCE) {
      context.heedCancel()
      context.progress('writing', start, decided.length)
      const untouched = withoutChanged(decided.subarray(start, start + LEADS_AT_ONCE), leads.columns, changedSince(snapshot, batchId, context))
      applied += (await context.write<{ applied: number }>('assignment.applyDecisions', decisionsOf(leads.columns, made, untouched, decisionIds, batchId), { batchId, silent: true })).applied
    }
    const assigned = decided.filter((position) => made.outcome[position] === ASSIGNED).length
    await context.write('journal.moveBatch', { id: batchId, state: 'done', total: applied, details: { assigned, unroutable: decided.length - assigned, moved: summary.moved } })
    context.announce('leads', 'partners', 'territories')
    return { batchId }
  } catch (error) {
    await abandonBatch(batchId, context)
    throw error
  }
}

function plan(scope: Scope, context: JobContext): Planned {
  const started = performance.now()
  const { db } = context
  context.progress('reading', 0, 0)
  return db.transaction(() => {
    const ruleSet = loadRuleSet(db, context.today())
    const compiled = compileRuleSet(ruleSet, knowledge)
    const leads = loadLeads(db, compiled.today, compiled.version)
    context.progress('planning', 0, leads.columns.count)
    const made = planAssignment(compiled, leads.columns, scope)
    const snapshot = (db.prepare('SELECT max("_row") FROM "journal"').pluck().get() as number | null) ?? 0
    return { leads, plan: made, snapshot, summary: summaryOf(ruleSet, leads.columns, made, scope, started, context) }
  })()
}

function summaryOf(ruleSet: LoadedRuleSet, leads: LeadColumns, made: AssignmentPlan, scope: Scope, started: number, { db }: JobContext): AssignmentSummary {
  const counted = summarise(made, leads)
  const shares = (today: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): AssignmentSummary['byPartner'] => {
    return [...new Set([...after.keys(), ...today.keys()])]
      .map((id) => ({ id, ...ruleSet.nameOf(id), leads: after.get(id) ?? 0, today: today.get(id) ?? 0 }))
      .toSorted((one, other) => other.leads - one.leads || (one.code < other.code ? -1 : 1))
  }
  return {
    ruleVersion: made.version,
    scope,
    considered: counted.assigned + counted.unroutable + counted.kept,
    assigned: counted.assigned,
    unroutable: counted.unroutable,
    moved: counted.moved,
    unchanged: counted.unchanged,
    kept: counted.kept,
    byTerritory: shares(heldLeadsBy('territoryId', db), new Map(counted.byTerritory.map(({ territoryId, count }) => [territoryId, count]))),
    byPartner: shares(heldLeadsBy('partnerId', db), new Map(counted.byPartner.map(({ partnerId, count }) => [partnerId, count]))),
    moves: counted.moves.map(({ from, to, count }) => ({ from, to, leads: count })),
    ms: Math.round(performance.now() - started),
  }
}

function heldLeadsBy(column: 'territoryId' | 'partnerId', db: JobContext['db']): ReadonlyMap<string, number> {
  const notHeld = notHeldStages.map((stage) => `'${stage}'`).join(', ')
  const rows = db.prepare(`SELECT "${column}", count(*) FROM "leads" WHERE "${column}" IS NOT NULL AND "partnerId" IS NOT NULL AND "stage" NOT IN (${notHeld}) AND ${VISIBLE} GROUP BY 1`).raw().all()
  return new Map(rows as [string, number][])
}

/** Leads that somebody has changed while the run was writing: what a person decided just now stands, and the next run sees it. */
function changedSince(snapshot: number, batchId: string, { db }: JobContext): ReadonlySet<string> {
  const ids = db
    .prepare(`SELECT touched.value FROM "journal", json_each("changes") AS change, json_each(change.value, '$.ids') AS touched
      WHERE "journal"."_row" > ? AND coalesce("batchId", '') <> ? AND json_extract(change.value, '$.table') = 'leads'`)
    .pluck()
    .all(snapshot, batchId) as string[]
  return new Set(ids)
}

function withoutChanged(positions: Uint32Array, leads: LeadColumns, changed: ReadonlySet<string>): Uint32Array {
  return changed.size === 0 ? positions : positions.filter((position) => !changed.has(leads.ids[position] ?? ''))
}

/** Keeps the explanations that these leads have. @returns the id of each, at its place in the plan */
async function recordDecisions(made: AssignmentPlan, positions: Uint32Array, batchId: string, context: JobContext): Promise<readonly string[]> {
  const ids = Array.from({ length: made.decisionCount }, () => '')
  const used = [...new Set(Array.from(positions, (position) => made.decision[position] ?? -1))].filter((at) => at >= 0).toSorted((a, b) => a - b)
  for (let start = 0; start < used.length; start += DECISIONS_AT_ONCE) {
    context.heedCancel()
    const decisions = used.slice(start, start + DECISIONS_AT_ONCE).map((at) => ({ id: (ids[at] = context.newId()), explanation: made.decisionAt(at) }))
    await context.write('assignment.recordDecisions', { runId: batchId, ruleVersion: made.version, decisions }, { batchId, silent: true })
  }
  return ids
}
