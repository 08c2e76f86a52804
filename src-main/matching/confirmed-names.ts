import type Database from 'better-sqlite3'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import type { Decisions } from '#shared/matching/decided-pairs.ts'

/** Accounts that people have said names mean, by merging others into them; not those of another number than the company's that bears the name. */
export function confirmedNames(db: Database.Database, { corporateNumber }: { readonly corporateNumber: string | null }): Decisions {
  const meant = db.prepare(`
    SELECT "accountId" FROM "accountAliases" JOIN "accounts" ON "accounts"."id" = "accountId"
    WHERE "key" = $1 AND ($2 IS NULL OR "corporateNumber" IS NULL OR "corporateNumber" = $2)
  `).pluck()
  return { of: (name) => new Map((meant.all({ 1: normaliseCompanyName(name), 2: corporateNumber }) as string[]).map((id) => [id, 'confirmed' as const])) }
}
