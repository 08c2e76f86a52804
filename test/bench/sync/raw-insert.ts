import { syncedTables, sharedRow } from '#main/sync/synced-tables.ts'
import type { Table } from '#shared/foundation/table.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { quoted } from '#main/workspace/rows.ts'
import { spentAlone, type Spent } from './spent.ts'

/** What a desk shares, as SQLite's own values. */
export type RawRows = readonly (readonly [Table, readonly (readonly unknown[])[]])[]

export function readRaw(directory: string): RawRows {
  const db = openForReading(directory)
  try {
    return syncedTables.map((table) => [table, db.prepare(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE ${sharedRow(table)}`).raw().all() as unknown[][]])
  } finally {
    db.close()
  }
}

/** R, the unit of the ratios: these rows into a new workspace's tables and indexes, one transaction, synchronous=FULL, nothing else. */
export function insertRaw(directory: string, rows: RawRows): Spent {
  const db = openForWriting(directory)
  try {
    return spentAlone(db.transaction(() => {
      for (const [table, values] of rows) {
        const statement = db.prepare(`INSERT INTO "${table.name}" (${quoted(table.columnNames)}) VALUES (${table.columnNames.map(() => '?').join(', ')})`)
        for (const row of values) statement.run(row)
      }
    }))
  } finally {
    db.close()
  }
}
