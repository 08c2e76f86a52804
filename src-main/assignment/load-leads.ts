import type Database from 'better-sqlite3'
import { gatherLeads, leadSelection, partnersOfRecord, type GatheredLeads } from '#shared/assignment/gather-leads.ts'
import { VISIBLE } from '#shared/journal/visible.ts'

/**
 * All leads in columns.
 * @param version the rule-set version under which a lead's stored decision counts as made by these rules
 */
export function loadLeads(db: Database.Database, version: string): GatheredLeads {
  const total = db.prepare('SELECT count(*) FROM "leads"').pluck().get() as number
  const rows = db.prepare(`SELECT ${leadSelection('?')} FROM "leads" WHERE ${VISIBLE} ORDER BY "_row"`).raw().iterate(version) as IterableIterator<unknown[]>
  return gatherLeads(rows, total, new Map(db.prepare(partnersOfRecord()).raw().all() as [string, string][]))
}
