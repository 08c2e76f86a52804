import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'

type Row = Record<string, unknown>

/** Prepared statements by their text: preparing costs more than running. */
export class Statements {
  readonly #db: Database.Database
  readonly #prepared = new Map<string, Database.Statement>()
  readonly #raw = new Map<string, Database.Statement>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  get(sql: string): Database.Statement {
    return this.#kept(this.#prepared, sql, () => this.#db.prepare(sql))
  }

  /** Its rows are arrays. A statement of its own: how rows come is the statement's, not the call's. */
  raw(sql: string): Database.Statement {
    return this.#kept(this.#raw, sql, () => this.#db.prepare(sql).raw())
  }

  #kept(kept: Map<string, Database.Statement>, sql: string, prepare: () => Database.Statement): Database.Statement {
    let statement = kept.get(sql)
    if (statement === undefined) kept.set(sql, (statement = prepare()))
    return statement
  }
}

/** What SQLite holds, as the code knows it: JSON parsed, booleans back. Changes the row in place. */
export function decodeRow(table: Table, row: Row): Row {
  for (const name of table.jsonColumns) if (typeof row[name] === 'string') row[name] = JSON.parse(row[name]) as unknown
  for (const name of table.booleanColumns) if (typeof row[name] === 'number') row[name] = row[name] === 1
  return row
}

export function encodeValue(table: Table, column: string, value: unknown): unknown {
  if (value === undefined) return null
  // In a column that must be full, null is a JSON value like others.
  if (table.jsonColumns.has(column)) return value === null && table.columns[column]?.full !== true ? null : JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

export function decodeValue(table: Table, column: string, value: unknown): unknown {
  if (value === null) return null
  if (table.jsonColumns.has(column)) return JSON.parse(value as string) as unknown
  return table.booleanColumns.has(column) ? value === 1 : value
}

export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

/** Reads whole rows of a table, decoded. @param clauses what follows FROM; values by position */
export function selectRows<R extends object>(db: Database.Database, table: Table<R>, clauses = '', ...values: readonly unknown[]): R[] {
  const rows = db.prepare(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" ${clauses}`).all(...values) as Row[]
  return rows.map((row) => decodeRow(table, row) as R)
}
