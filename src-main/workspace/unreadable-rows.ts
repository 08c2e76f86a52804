import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { tables } from '#shared/tables.ts'

export interface UnreadableRows {
  readonly table: string
  readonly rows: number
}

/** Rows with a JSON column that is no JSON, by table: every reading of such a row fails. */
export function unreadableRows(db: Database.Database): readonly UnreadableRows[] {
  return tables.map((table) => ({ table: table.name, rows: countIn(db, table) })).filter(({ rows }) => rows > 0)
}

/** A file that has had fewer migrations may lack a column or a table. */
function countIn(db: Database.Database, table: Table): number {
  const there = new Set(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name) as string[])
  const columns = [...table.jsonColumns].filter((name) => there.has(name))
  if (columns.length === 0) return 0
  const spoiled = columns.map((name) => `("${name}" IS NOT NULL AND (typeof("${name}") <> 'text' OR NOT json_valid("${name}")))`).join(' OR ')
  return db.prepare(`SELECT count(*) FROM "${table.name}" WHERE ${spoiled}`).pluck().get() as number
}
