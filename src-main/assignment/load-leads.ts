import type Database from 'better-sqlite3'
import { createLeadColumns, leadColumnNames, type LeadColumns } from '#shared/assignment/lead-columns.ts'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import { VISIBLE } from '../workspace/visible.ts'

export interface LoadedLeads {
  readonly columns: LeadColumns
  /** 1 where these very rules have found the lead unroutable already: nothing to write when they do so again. */
  readonly knownUnroutable: Uint8Array
}

const computed: Readonly<Record<string, string>> = {
  sameVersion: `coalesce((SELECT "ruleVersion" = ? FROM "decisions" WHERE "decisions"."id" = "leads"."decisionId"), 0)`,
  reservedFor: 'NULL',
}

const STAGE = leadColumnNames.indexOf('stage')
const SAME_VERSION = leadColumnNames.indexOf('sameVersion')

/**
 * All leads in columns.
 * @param version the rule-set version under which a lead's stored decision counts as made by these rules
 */
export function loadLeads(db: Database.Database, version: string): LoadedLeads {
  const total = db.prepare('SELECT count(*) FROM "leads"').pluck().get() as number
  const builder = createLeadColumns(total, normaliseCompanyName)
  const knownUnroutable = new Uint8Array(total)
  const select = leadColumnNames.map((name) => computed[name] ?? `"${name}"`).join(', ')
  let position = 0
  for (const row of db.prepare(`SELECT ${select} FROM "leads" WHERE ${VISIBLE} ORDER BY "_row"`).raw().iterate(version) as IterableIterator<unknown[]>) {
    if (row[STAGE] === 'unroutable' && row[SAME_VERSION] === 1) knownUnroutable[position] = 1
    builder.push(row)
    position += 1
  }
  return { columns: builder.finish(), knownUnroutable }
}
