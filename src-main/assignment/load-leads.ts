import type Database from 'better-sqlite3'
import { gatherLeads, leadSelection, partnersOfRecord, type GatheredLeads } from '#shared/assignment/gather-leads.ts'
import { leadColumnNames } from '#shared/assignment/lead-columns.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { loadTerms } from '../qualification/load-terms.ts'

/** Offered before the active model, if that leaves such offers where they are. @param today local date */
const heldOver = (today: string): string => `coalesce("assignedAt" < (SELECT max("activatedAt") FROM "territoryModels" WHERE "state" = 'active' AND "holdOver" = 'held' AND coalesce("holdOverUntil", '9') >= '${today}'), 0)`

/**
 * All leads in columns.
 * @param today local date
 * @param version the rule-set version under which a lead's stored decision counts as made by these rules
 */
export function loadLeads(db: Database.Database, today: string, version: string): GatheredLeads {
  const total = db.prepare('SELECT count(*) FROM "leads"').pluck().get() as number
  const rows = db.prepare(`SELECT ${leadSelection('?', loadTerms(db), leadColumnNames, heldOver(today))} FROM "leads" WHERE ${VISIBLE} ORDER BY "_row"`).raw().iterate(version) as IterableIterator<unknown[]>
  return gatherLeads(rows, total, new Map(db.prepare(partnersOfRecord()).raw().all() as [string, string][]))
}
