import type Database from 'better-sqlite3'
import type { PulledTable } from '#shared/sync/messages.ts'
import { pageColumns } from './page-columns.ts'

/** Before the name of a table: what of its rows only a newer program knows. */
export const PARKED = '+'

/** Keeps a page's rows until the pull is complete: as this program's tables have them, and apart from that what it does not know. */
export function stagePage(db: Database.Database, data: readonly PulledTable[]): void {
  const keep = db.prepare(`INSERT INTO "_inbox" ("tbl", "pk", "row") VALUES (?, ?, ?) ON CONFLICT ("tbl", "pk") DO UPDATE SET "row" = excluded."row"`)
  for (const part of data) {
    const { table, idOf, valuesOf, strangeOf } = pageColumns(part)
    for (const id of part.remove) {
      if (table !== undefined) keep.run(part.table, id, null)
      keep.run(PARKED + part.table, id, null)
    }
    for (const row of part.put) {
      const strange = strangeOf(row)
      if (table !== undefined) keep.run(part.table, idOf(row), JSON.stringify(valuesOf(row)))
      if (strange !== null) keep.run(PARKED + part.table, idOf(row), JSON.stringify(strange))
    }
  }
}
