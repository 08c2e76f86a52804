import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { batchStamp } from '#shared/journal/batch-stamp.ts'

/**
 * The stamp of this subject's ended imports; to be asked before the workspace is read for duplicates, because the batch is opened
 * only while it still holds. Refuses at once while another import of the subject runs.
 */
export function importsSoFar(db: Database.Database, subject: string): string {
  const imports = db.prepare(`SELECT "state", "finishedAt" FROM "batches" WHERE "kind" = 'import' AND "subject" = ?`).all(subject) as { state: string; finishedAt: string | null }[]
  if (imports.some(({ state }) => state === 'running')) throw new RefusedError('import.running', 'another import of this kind is running', { subject })
  return batchStamp(imports)
}
