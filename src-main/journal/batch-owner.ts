import type Database from 'better-sqlite3'
import { journalContract } from '#shared/journal/journal.contract.ts'

/** Marks a batch that is begun on a connected desk as that desk's: after a crash it alone takes back what was half done. */
export function ownBatch(command: string, input: unknown, clientId: string | null): unknown {
  if (clientId === null || command !== journalContract.operations.openBatch.name) return input
  const { details, ...rest } = input as { details?: unknown }
  return { ...rest, details: { ...(typeof details === 'object' && !Array.isArray(details) ? details : {}), clientId } }
}

/** The condition under which a batch was begun on this desk: its own mark, or none on a desk that is connected to nothing. */
export function begunHere(db: Database.Database): { readonly sql: string; readonly values: readonly string[] } {
  const link = db.prepare('SELECT "connected", "clientId" FROM "_sync"').get() as { connected: number; clientId: string } | undefined
  const own = `"details" ->> '$.clientId' = ?`
  if (link === undefined) return { sql: `"details" ->> '$.clientId' IS NULL`, values: [] }
  return { sql: link.connected === 1 ? own : `("details" ->> '$.clientId' IS NULL OR ${own})`, values: [link.clientId] }
}

/** The batch's details with this desk's mark, for what is about to be taken back here. */
export function ownDetails(batchId: string, db: Database.Database): { readonly details?: unknown } {
  const clientId = db.prepare('SELECT "clientId" FROM "_sync" WHERE "connected" = 1').pluck().get() as string | undefined
  if (clientId === undefined) return {}
  const details = JSON.parse(db.prepare('SELECT "details" FROM "batches" WHERE "id" = ?').pluck().get(batchId) as string) as unknown
  return { details: { ...(typeof details === 'object' && !Array.isArray(details) ? details : {}), clientId } }
}
