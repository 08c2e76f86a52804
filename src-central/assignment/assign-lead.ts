import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { DECIDABLE, gatherLeads, leadSelection, partnersOfRecord, STAYS, stayingLeadColumns, type GatheredLeads } from '#shared/assignment/gather-leads.ts'
import { leadColumnNames } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { decisionsOf, positionsToWrite } from '#shared/assignment/written-plan.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type { Row } from '../store/rows.ts'
import type { CommandGiver } from '../sync/command-giver.ts'
import { readTerms } from './read-terms.ts'
import type { RuleSets } from './rule-sets.ts'

const { recordDecisions, applyDecisions } = assignmentContract.operations

/**
 * Lets the rules decide one lead as a run on a desk would, and records the decision by the same commands. To be called under the
 * tenant's lock: whoever comes next then sees what this lead has taken of a partner's capacity.
 * @param cause the id of the command that made the lead wait; it stands in the place of a run
 * @returns the territory the lead lies in from now on
 */
export async function assignLead(giver: CommandGiver, ruleSets: RuleSets, leadId: string, cause: string): Promise<string | null> {
  const { session, tenantId, now } = giver
  const compiled = await ruleSets.current(session, tenantId, now.slice(0, 10))
  const leads = await readLeads(giver, compiled.version)
  const position = leads.columns.ids.indexOf(leadId)
  const plan = planAssignment(compiled, leads.columns, { only: position })
  const positions = positionsToWrite(leads, plan)
  const decisionIds = Array.from({ length: plan.decisionCount }, () => giver.newId())
  if (positions.length > 0) {
    const decisions = decisionIds.map((id, number) => ({ id, explanation: plan.decisionAt(number) as never }))
    await giver.give(recordDecisions, { runId: cause, ruleVersion: plan.version, decisions })
    await giver.give(applyDecisions, decisionsOf(leads.columns, plan, positions, decisionIds, cause))
  }
  return plan.territoryIds[plan.territory[position] ?? -1] ?? null
}

/** Of most leads only who has them: they are not decided, and the rest of them would be most of the reading. */
async function readLeads({ session }: CommandGiver, version: string): Promise<GatheredLeads> {
  const terms = await readTerms(session)
  const staying = await session.query<Row>(`SELECT ${leadSelection('$1', terms, stayingLeadColumns)} FROM "leads" WHERE ${VISIBLE} AND ${STAYS} ORDER BY "id"`, [version])
  const decidable = await session.query<Row>(`SELECT ${leadSelection('$1', terms)} FROM "leads" WHERE ${VISIBLE} AND ${DECIDABLE} ORDER BY "id"`, [version])
  const reserved = await session.query<{ id: string; partnerId: string }>(partnersOfRecord(), [])
  return gatherLeads(valuesOf(staying, decidable), staying.length + decidable.length, new Map(reserved.map(({ id, partnerId }) => [id, partnerId])))
}

function* valuesOf(...parts: readonly (readonly Row[])[]): Generator<readonly unknown[]> {
  for (const rows of parts) for (const row of rows) yield leadColumnNames.map((name) => row[name])
}
