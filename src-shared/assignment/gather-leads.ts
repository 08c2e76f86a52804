import { knowledge } from './knowledge.ts'
import { createLeadColumns, leadColumnNames, type LeadColumns } from './lead-columns.ts'

export interface GatheredLeads {
  readonly columns: LeadColumns
  /** 1 where these very rules have found the lead unroutable already: nothing to write when they do so again. */
  readonly knownUnroutable: Uint8Array
}

const STAGE = leadColumnNames.indexOf('stage')
const SAME_VERSION = leadColumnNames.indexOf('sameVersion')

/**
 * What to select from the leads, in the order and by the names of `leadColumnNames`, in SQLite and in PostgreSQL.
 * @param version the statement's parameter: the rule-set version under which a stored decision counts as made by these rules
 */
export function leadSelection(version: '?' | '$1'): string {
  const computed: Readonly<Record<string, string>> = {
    sameVersion: `"decisionId" IN (SELECT "id" FROM "decisions" WHERE "ruleVersion" = ${version})`,
    reservedFor: 'NULL',
  }
  return leadColumnNames.map((name) => (computed[name] === undefined ? `"${name}"` : `${computed[name]} AS "${name}"`)).join(', ')
}

/** Leads in columns, from rows of `leadSelection` as the database holds them. @param count how many rows there are, at most */
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
