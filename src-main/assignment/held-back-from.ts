import type Database from 'better-sqlite3'
import { heldBackSql } from '#shared/assignment/held-back.ts'
import type { HeldBackReason } from '#shared/qualification/criterion.ts'
import { loadTerms } from '../qualification/load-terms.ts'

/** Why a lead is not offered to anybody yet; null where nothing holds it back. */
export function heldBackFrom(db: Database.Database, leadId: string): HeldBackReason | null {
  return (db.prepare(`SELECT ${heldBackSql(loadTerms(db))} FROM "leads" WHERE "leads"."id" = ?`).pluck().get(leadId) as HeldBackReason | null | undefined) ?? null
}
