import type Database from 'better-sqlite3'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import type { Decisions } from '#shared/matching/decided-pairs.ts'

/** Accounts that people have said names mean, by merging others into them. */
export function confirmedNames(db: Database.Database): Decisions {
  const meant = db.prepare('SELECT "accountId" FROM "accountAliases" WHERE "key" = ?').pluck()
  return { of: (name) => new Map((meant.all(normaliseCompanyName(name)) as string[]).map((id) => [id, 'confirmed' as const])) }
}
