import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { tableNamed } from '#shared/tables.ts'
import { references } from '../workspace/references.ts'

/** Refuses to take back an import whose records others have come to point at: they would point at nothing. */
export function refuseWhileUsed(importId: string, db: Database.Database): void {
  for (const { table, column, target } of references.filter((reference) => isImported(reference.target))) {
    const others = isImported(table) ? ' AND "importId" IS NOT $1' : ''
    const records = db.prepare(`SELECT count(*) FROM "${table}" WHERE "${column}" IN (SELECT "id" FROM "${target}" WHERE "importId" = $1)${others}`).pluck().get({ 1: importId }) as number
    if (records > 0) throw new RefusedError('batch.still-used', 'other records refer to its records', { table, records })
  }
}

/** Rows of some tables come with no import. */
function isImported(table: string): boolean {
  return tableNamed(table).columnNames.includes('importId')
}
