import type Database from 'better-sqlite3'
import type { PulledTable } from '#shared/sync/messages.ts'
import { pageColumns } from './page-columns.ts'
import { syncedTables } from './synced-tables.ts'

/** Before the name of a table: what is kept aside of its rows. */
export const PARKED = '+'

/** @returns how many rows are kept aside whole, because the table that this program has for them does not take them */
export function countAside(db: Database.Database): number {
  return db.prepare(`SELECT count(*) FROM "_parked" WHERE "row" ->> '$.id' IS NOT NULL AND "tbl" IN (SELECT "value" FROM json_each(?))`).pluck().get(JSON.stringify(syncedTables.map(({ name }) => name))) as number
}

/** Keeps a page's rows until the pull is complete: as this program's tables have them, and apart from that what these do not take. */
export function stagePage(db: Database.Database, data: readonly PulledTable[]): void {
  const keep = db.prepare(`INSERT INTO "_inbox" ("tbl", "pk", "row") VALUES (?, ?, ?) ON CONFLICT ("tbl", "pk") DO UPDATE SET "row" = excluded."row"`)
  const aside = db.prepare('SELECT 1 FROM "_parked" WHERE "tbl" = ? AND "pk" = ?')
  const none = db.prepare('SELECT 1 FROM "_parked"').get() === undefined
  const isAside = (table: string, id: string): boolean => !none && aside.get(table, id) !== undefined
  for (const part of data) {
    const { table, idOf, valuesOf, fits, asideOf } = pageColumns(part)
    for (const id of part.remove) {
      if (table !== undefined) keep.run(part.table, id, null)
      keep.run(PARKED + part.table, id, null)
    }
    for (const row of part.put) {
      const aside = asideOf(row)
      if (table !== undefined) keep.run(part.table, idOf(row), fits(row) ? JSON.stringify(valuesOf(row)) : null)
      if (aside !== null || isAside(part.table, idOf(row))) keep.run(PARKED + part.table, idOf(row), aside === null ? null : JSON.stringify(aside))
    }
  }
}
