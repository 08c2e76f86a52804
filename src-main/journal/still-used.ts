import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { references } from '../workspace/references.ts'

/** Refuses to take back an import whose records others have come to point at: they would point at nothing. */
export function refuseWhileUsed(importId: string, db: Database.Database): void {
  for (const { table, column, target } of references) {
    const records = db.prepare(`SELECT count(*) FROM "${table}" WHERE "${column}" IN (SELECT "id" FROM "${target}" WHERE "importId" = ?) AND "importId" IS NOT ?`).pluck().get(importId, importId) as number
    if (records > 0) throw new RefusedError('batch.still-used', 'other records refer to its records', { table, records })
  }
}
