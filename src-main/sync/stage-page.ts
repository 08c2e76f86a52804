import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import type { PulledTable } from '#shared/sync/messages.ts'
import { syncedTables } from './synced-tables.ts'

const known = new Map(syncedTables.map((table) => [table.name, table]))

/** Keeps a page's rows as this program's tables have them: what a newer server has besides is left out. */
export function stagePage(db: Database.Database, data: readonly PulledTable[]): void {
  const keep = db.prepare(`INSERT INTO "_inbox" ("tbl", "pk", "row") VALUES (?, ?, ?) ON CONFLICT ("tbl", "pk") DO UPDATE SET "row" = excluded."row"`)
  for (const { table: name, columns, put, remove } of data) {
    const table = known.get(name)
    if (table === undefined) continue
    for (const id of remove) keep.run(name, id, null)
    const places = table.columnNames.map((column) => columns.indexOf(column))
    const idAt = columns.indexOf('id')
    for (const row of put) keep.run(name, row[idAt], JSON.stringify(places.map((place, at) => stored(row[place], table, at))))
  }
}

/** A value as SQLite holds it; a column that the server does not have yet is what a new row has there. */
function stored(value: string | number | boolean | null | undefined, table: Table, at: number): string | number | null {
  if (value === undefined) return table.columns[table.columnNames[at] ?? '']?.defaultValue ?? null
  return typeof value === 'boolean' ? Number(value) : value
}
