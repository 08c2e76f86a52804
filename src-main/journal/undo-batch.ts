import { RefusedError } from '#shared/foundation/outcome.ts'
import { importedTables } from '#shared/imports/imports.contract.ts'
import type { BatchKind, BatchState } from '#shared/journal/batch.table.ts'
import type { JobContext } from '../operations/capability.ts'
import { begunHere, ownDetails } from './batch-owner.ts'
import { refuseWhileUsed } from './still-used.ts'

interface BatchRow {
  readonly id: string
  readonly kind: BatchKind
  readonly state: BatchState
  readonly subject: string
  readonly total: number
}

/**
 * Takes back a whole import or run: all of it, or nothing, when something of it was changed since (`batch.changed-since`) or
 * other records have come to point at it (`batch.still-used`).
 * The rows of an import disappear at once, with the state; erasing them follows in small steps.
 */
export async function undoBatch(id: string, context: JobContext): Promise<{ undone: number }> {
  const batch = batchOf(id, context)
  if (batch.state === 'undone') throw new RefusedError('batch.undone-already', 'it was taken back already')
  if (batch.state === 'running') throw new RefusedError('batch.running', 'it has not ended yet')
  if (batch.state === 'done') {
    const changed = changedSince(batch, context)
    if (changed > 0) throw new RefusedError('batch.changed-since', 'some of its records were changed in the meantime', { changed, total: batch.total })
    if (batch.kind === 'import') refuseWhileUsed(batch.id, context.db)
  }
  return takeBack(batch, context)
}

/** What a crash or a cancel has left running or undoing on this desk; what another desk is at is that desk's. */
export function unfinishedBatches(db: JobContext['db']): readonly BatchRow[] {
  const { sql, values } = begunHere(db)
  return db.prepare(`SELECT "id", "kind", "state", "subject", "total" FROM "batches" WHERE "state" IN ('running', 'undoing') AND ${sql}`).all(...values) as BatchRow[]
}

export async function recoverBatches(context: JobContext): Promise<{ undone: number }> {
  let undone = 0
  for (const batch of unfinishedBatches(context.db)) undone += (await takeBack(batch, context)).undone
  return { undone }
}

/** Ends a batch that was cancelled or refused on the way: everything it wrote goes. */
export async function abandonBatch(id: string, context: JobContext): Promise<void> {
  await takeBack(batchOf(id, context), context)
}

function batchOf(id: string, { db }: JobContext): BatchRow {
  const batch = db.prepare('SELECT "id", "kind", "state", "subject", "total" FROM "batches" WHERE "id" = ?').get(id) as BatchRow | undefined
  if (batch === undefined) throw new RefusedError('batch.not-found', 'there is no such import or run')
  return batch
}

function changedSince(batch: BatchRow, { db }: JobContext): number {
  if (batch.kind === 'assignment') {
    const untouched = db.prepare(`SELECT count(*) FROM "leads" WHERE "runId" = ? AND "stage" IN ('offered', 'unroutable')`).pluck().get(batch.id) as number
    return batch.total - untouched
  }
  const changed = (table: string): number =>
    db.prepare(`SELECT count(*) FROM "${table}" WHERE "importId" = ? AND "rev" > 1 AND "id" IN (
      SELECT touched.value FROM "journal", json_each("journal"."changes") AS change, json_each(change.value, '$.ids') AS touched
      WHERE "journal"."_row" > (SELECT max("_row") FROM "journal" WHERE "batchId" = ?) AND "undoneBy" IS NULL AND "command" NOT IN ('journal.undo', 'journal.undoPart', 'leads.reckonDeadlines', 'leads.score', 'onboarding.reckon', 'care.reckon'))`)
      .pluck().get(batch.id, batch.id) as number
  return importedTables.reduce((sum, table) => sum + changed(table), 0)
}

async function takeBack(batch: BatchRow, context: JobContext): Promise<{ undone: number }> {
  if (batch.state !== 'undoing') await context.write('journal.moveBatch', { id: batch.id, state: 'undoing', ...ownDetails(batch.id, context.db) })
  const tables = batch.kind === 'assignment' ? ['leads'] : importedTables
  context.announce(...tables)
  const entries = context.db.prepare(`SELECT "id" FROM "journal" WHERE "batchId" = ? AND "undoneBy" IS NULL AND "command" <> 'journal.undoPart' ORDER BY "_row" DESC`).pluck().all(batch.id) as string[]
  let undone = 0
  for (const [position, entry] of entries.entries()) {
    context.progress('undoing', position, entries.length)
    undone += (await context.write<{ undone: number }>('journal.undoPart', { entry }, { batchId: batch.id, silent: true })).undone
  }
  await context.write('journal.moveBatch', { id: batch.id, state: 'undone' })
  context.announce(...tables)
  return { undone }
}
