import type { WorkClock } from '../calendars/work-clock.ts'
import { askClock, askPolicies } from '../deadlines/deadline-facts.ts'
import { NO_DEADLINE, reckonDeadline, type ReckonedDeadline } from '../deadlines/reckon-deadline.ts'
import { accept, command, many, refuse, type Change, type CommandContext, type Question } from '../foundation/command.ts'
import { isHeld } from '../leads/lead.ts'
import { endedOffer } from '../leads/lead-journey.ts'
import { leads } from '../leads/lead.table.ts'
import { assignmentContract } from './assignment.contract.ts'
import { decisions } from './decisions.table.ts'

const { operations } = assignmentContract

const recordDecisions = command(operations.recordDecisions, function* ({ runId, ruleVersion, decisions: made }) {
  const rows = made.map(({ id, explanation }) => [id, runId, ruleVersion, explanation])
  const change: Change = { kind: 'insert', table: decisions, columns: ['id', 'runId', 'ruleVersion', 'explanation'], rows }
  return accept({ recorded: rows.length }, [change])
})

const applyDecisions = command(operations.applyDecisions, function* ({ runId, leadIds, partner, territory, rule, decision, cameBack, replaced }, context) {
  const { now } = context
  if ([partner, territory, rule, decision].some((column) => column.at.length !== leadIds.length)) return refuse('assignment.columns-uneven', 'every lead needs a value in each column')
  const foundNobody = new Set(cameBack)
  const partnerAt = leadIds.map((_, position) => (foundNobody.has(position) ? null : idAt(partner, position)))
  const deadlines = yield* acceptDeadlines(leadIds, partnerAt, now)
  const rows = leadIds.map((_, position) => {
    const given = partnerAt[position] !== null
    return [idAt(partner, position), idAt(territory, position), idAt(rule, position), idAt(decision, position), given ? 'offered' : 'unroutable', runId, given ? 'rules' : null, given ? now : null, null, null, ...(deadlines?.[position] ?? [])]
  })
  const change: Change = {
    kind: 'update',
    table: leads,
    columns: ['partnerId', 'territoryId', 'ruleId', 'decisionId', 'stage', 'runId', 'assignmentOrigin', 'assignedAt', 'manualReason', 'manualUntil', ...(deadlines === null ? [] : dueColumns)],
    ids: leadIds,
    rows,
  }
  return accept({ applied: leadIds.length }, [...(yield* offersReplaced(replaced.map((position) => leadIds[position] ?? ''), context)), change])
})

const dueColumns = Object.keys(NO_DEADLINE) as (keyof ReckonedDeadline)[]

/** Until when each lead is to be accepted, in the order of `dueColumns`; null where nobody reckons with that. */
function* acceptDeadlines(leadIds: readonly string[], partnerAt: readonly (string | null)[], now: string): Generator<Question, readonly (readonly unknown[])[] | null, unknown> {
  const policies = (yield* askPolicies()).filter(({ kind, enabled }) => kind === 'accept' && enabled)
  if (policies.length === 0) return null
  const rows = new Map((yield* many(leads, 'id', ...leadIds.map((id) => [id]))).map((lead) => [lead.id, lead]))
  const clocks = new Map<string, WorkClock>()
  for (const id of new Set(partnerAt)) if (id !== null) clocks.set(id, yield* askClock(id))
  return leadIds.map((id, position) => {
    const lead = rows.get(id)
    const clock = clocks.get(partnerAt[position] ?? '')
    const due = lead === undefined || clock === undefined ? NO_DEADLINE : reckonDeadline({ ...lead, ...NO_DEADLINE, stage: 'offered', assignedAt: now, pauses: null }, policies, clock)
    return dueColumns.map((column) => due[column])
  })
}

/** A run that gives a lead to somebody else ends the offer that was there. */
function* offersReplaced(ids: readonly string[], context: CommandContext): Generator<Question, readonly Change[], unknown> {
  const held = ids.length === 0 ? [] : yield* many(leads, 'id', ...ids.map((id) => [id]))
  return held.filter(isHeld).map((lead) => endedOffer(lead, 'replaced', null, context))
}

export const assignmentCommands = [recordDecisions, applyDecisions]

function idAt(column: { readonly ids: readonly string[]; readonly at: readonly number[] }, position: number): string | null {
  return column.ids[column.at[position] ?? -1] ?? null
}
