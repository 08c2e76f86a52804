import { closedStages, releasedStages, type LeadStage } from '../leads/lead.ts'
import { knowledge } from './knowledge.ts'
import { createLeadColumns, leadColumnNames, type LeadColumns } from './lead-columns.ts'

export interface GatheredLeads {
  readonly columns: LeadColumns
  /** 1 where these very rules have found the lead unroutable already: nothing to write when they do so again. */
  readonly knownUnroutable: Uint8Array
}

const STAGE = leadColumnNames.indexOf('stage')
const SAME_VERSION = leadColumnNames.indexOf('sameVersion')

const stageIn = (stages: readonly LeadStage[]): string => `"stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`

/** Leads that a run over the unassigned may decide; see `standingsOf`. */
export const DECIDABLE = `NOT ${stageIn(closedStages)} AND ("partnerId" IS NULL OR ${stageIn(releasedStages)} OR coalesce("assignmentOrigin", '') = 'manual')`
/** Leads that stay where they are, and count: for somebody's capacity, or for a turn of the rotation. */
export const STAYS = `NOT (${DECIDABLE}) AND NOT (${stageIn(closedStages)} AND coalesce("assignmentOrigin", '') <> 'rules')`
/** All that is asked of a lead that stays. */
export const stayingLeadColumns: readonly string[] = ['id', 'stage', 'partnerId', 'territoryId', 'assignmentOrigin', 'pinReason', 'sameVersion']

/**
 * What to select from the leads, in SQLite and in PostgreSQL.
 * @param version the statement's parameter: the rule-set version under which a stored decision counts as made by these rules
 * @param heldOver says of a lead whether it is held over
 */
export function leadSelection(version: '?' | '$1', names: readonly string[] = leadColumnNames, heldOver = 'NULL'): string {
  const computed: Readonly<Record<string, string>> = {
    sameVersion: `"decisionId" IN (SELECT "id" FROM "decisions" WHERE "ruleVersion" = ${version})`,
    reservedFor: 'NULL',
    heldOver,
  }
  return names.map((name) => `${computed[name] ?? `"${name}"`} AS "${name}"`).join(', ')
}

/** Leads in columns, from values in the order of `leadColumnNames` as the database holds them. @param count how many there are, at most */
export function gatherLeads(rows: Iterable<readonly unknown[]>, count: number): GatheredLeads {
  const builder = createLeadColumns(count, knowledge.foldCompany)
  const knownUnroutable = new Uint8Array(count)
  let position = 0
  for (const row of rows) {
    if (row[STAGE] === 'unroutable' && row[SAME_VERSION]) knownUnroutable[position] = 1
    builder.push(row)
    position += 1
  }
  return { columns: builder.finish(), knownUnroutable }
}
