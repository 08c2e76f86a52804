import { accept, command, refuse, type Change } from '../foundation/command.ts'
import { leads } from '../leads/lead.table.ts'
import { assignmentContract } from './assignment.contract.ts'
import { decisions } from './decisions.table.ts'

const { operations } = assignmentContract

const recordDecisions = command(operations.recordDecisions, function* ({ runId, ruleVersion, decisions: made }) {
  const rows = made.map(({ id, explanation }) => [id, runId, ruleVersion, explanation])
  const change: Change = { kind: 'insert', table: decisions, columns: ['id', 'runId', 'ruleVersion', 'explanation'], rows }
  return accept({ recorded: rows.length }, [change])
})

const applyDecisions = command(operations.applyDecisions, function* ({ runId, leadIds, partner, territory, rule, decision, cameBack }, { now }) {
  if ([partner, territory, rule, decision].some((column) => column.at.length !== leadIds.length)) return refuse('assignment.columns-uneven', 'every lead needs a value in each column')
  const foundNobody = new Set(cameBack)
  const rows = leadIds.map((_, position) => {
    const named = idAt(partner, position)
    const given = named !== null && !foundNobody.has(position)
    return [named, idAt(territory, position), idAt(rule, position), idAt(decision, position), given ? 'offered' : 'unroutable', runId, given ? 'rules' : null, given ? now : null, null, null]
  })
  const change: Change = {
    kind: 'update',
    table: leads,
    columns: ['partnerId', 'territoryId', 'ruleId', 'decisionId', 'stage', 'runId', 'assignmentOrigin', 'assignedAt', 'manualReason', 'manualUntil'],
    ids: leadIds,
    rows,
  }
  return accept({ applied: leadIds.length }, [change])
})

export const assignmentCommands = [recordDecisions, applyDecisions]

function idAt(column: { readonly ids: readonly string[]; readonly at: readonly number[] }, position: number): string | null {
  return column.ids[column.at[position] ?? -1] ?? null
}
