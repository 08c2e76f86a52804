import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { decodeValue, quoted } from '../workspace/rows.ts'
import type { Outbox } from './outbox.ts'
import { sharedRow, syncedTables } from './synced-tables.ts'

const MOST_ROWS = 2000
/** Half of what a single command may weigh. */
const MOST_CHARACTERS = 4_000_000

/**
 * Puts what the desk made before it was connected into the outbox, as commands that bring rows. They share a batch id,
 * so that journals keep their ids alone and nobody takes one of them back.
 * @returns how many rows
 */
export function adoptRows(db: Database.Database, outbox: Outbox, now: string, newId: () => string): number {
  const { name, version } = syncContract.operations.adopt
  const batchId = newId()
  let count = 0
  for (const table of syncedTables) {
    for (const rows of chunksOf(db, table)) {
      outbox.put(name, version, { id: newId(), input: { table: table.name, columns: table.columnNames, rows }, now, batchId })
      count += rows.length
    }
  }
  return count
}

export function hasRows(db: Database.Database): boolean {
  return syncedTables.some((table) => db.prepare(`SELECT 1 FROM "${table.name}" WHERE ${sharedRow(table)} LIMIT 1`).get() !== undefined)
}

function* chunksOf(db: Database.Database, table: Table): Generator<readonly (readonly unknown[])[]> {
  const read = db.prepare(`SELECT "_row", ${quoted(table.columnNames)} FROM "${table.name}" WHERE "_row" > ? AND ${sharedRow(table)} ORDER BY "_row" LIMIT 200`).raw()
  let last = 0
  let chunk: (readonly unknown[])[] = []
  let characters = 0
  for (let slice = read.all(last) as unknown[][]; slice.length > 0; slice = read.all(last) as unknown[][]) {
    for (const [number, ...values] of slice) {
      const size = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length + 3 : 8), 0)
      if (chunk.length > 0 && (chunk.length >= MOST_ROWS || characters + size > MOST_CHARACTERS)) {
        yield chunk
        chunk = []
        characters = 0
      }
      chunk.push(values.map((value, at) => decodeValue(table, table.columnNames[at] ?? '', value)))
      characters += size
      last = number as number
    }
  }
  if (chunk.length > 0) yield chunk
}
