import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { syncedTables } from './synced-tables.ts'

type Parked = readonly [id: string, row: string]

/**
 * Puts what an older program had to set aside where this one has a place for it: columns it knows now, tables it has now.
 * So an update needs no fetching. What is still unknown stays aside.
 */
export function unpark(db: Database.Database, tables: readonly Table[] = syncedTables): void {
  if (db.prepare('SELECT 1 FROM "_parked"').get() === undefined) return
  for (const table of tables) {
    const parked = db.prepare('SELECT "pk", "row" FROM "_parked" WHERE "tbl" = ?').raw().all(table.name) as Parked[]
    for (const each of parked) unparkRow(db, table, each)
  }
}

function unparkRow(db: Database.Database, table: Table, [id, text]: Parked): void {
  const row = JSON.parse(text) as Record<string, string | number | null>
  const columns = Object.keys(row).filter((column) => table.columnNames.includes(column))
  if (columns.length === 0) return
  const values = columns.map((column) => row[column])
  const names = columns.map((column) => `"${column}"`)
  if (columns.includes('id')) {
    const { changes } = db.prepare(`INSERT OR IGNORE INTO "${table.name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(values)
    // This program's table does not take it either.
    if (changes === 0 && db.prepare(`SELECT 1 FROM "${table.name}" WHERE "id" = ?`).get(id) === undefined) return
  } else {
    db.prepare(`UPDATE "${table.name}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE "id" = ?`).run(...values, id)
    // The server's side of a row that a pending command has changed.
    db.prepare(`UPDATE "_shadow" SET "row" = json_set("row", ${columns.map((column) => `'$.${column}', ?`).join(', ')}) WHERE "tbl" = ? AND "pk" = ? AND "row" IS NOT NULL`).run(...values, table.name, id)
  }
  const left = Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
  if (Object.keys(left).length === 0) db.prepare('DELETE FROM "_parked" WHERE "tbl" = ? AND "pk" = ?').run(table.name, id)
  else db.prepare('UPDATE "_parked" SET "row" = ? WHERE "tbl" = ? AND "pk" = ?').run(JSON.stringify(left), table.name, id)
}
