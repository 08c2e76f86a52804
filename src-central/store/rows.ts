import type { Table } from '#shared/foundation/table.ts'
import { sqlTypes } from './table-sql.ts'

export type Row = Record<string, unknown>

/** What the database holds, as the code knows it: JSON parsed. Changes the row in place. */
export function decodeRow(table: Table, row: Row): Row {
  for (const name of table.jsonColumns) if (typeof row[name] === 'string') row[name] = JSON.parse(row[name]) as unknown
  return row
}

export function decodeValue(table: Table, column: string, value: unknown): unknown {
  return table.jsonColumns.has(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : (value ?? null)
}

export function encodeValue(table: Table, column: string, value: unknown): unknown {
  if (value === undefined) return null
  // In a column that must be full, null is a JSON value like others.
  if (table.jsonColumns.has(column)) return value === null && table.columns[column]?.full !== true ? null : JSON.stringify(value)
  return value
}

/** A value as it will be read again once it is stored. */
export function asHeld(table: Table, column: string, value: unknown): unknown {
  const stored = encodeValue(table, column, value)
  return table.jsonColumns.has(column) ? decodeValue(table, column, stored) : (stored ?? null)
}

export function quoted(names: readonly string[], prefix = ''): string {
  return names.map((name) => `${prefix}"${name}"`).join(', ')
}

/** Many rows as one array a column: `unnest($1::text[], $2::bigint[])`, and the arrays. */
export function columnArrays(table: Table, columns: readonly string[], rows: readonly (readonly unknown[])[]): { readonly sql: string; readonly values: readonly unknown[][] } {
  const places = columns.map((column, at) => `$${at + 1}::${typeOf(table, column)}[]`)
  return { sql: `unnest(${places.join(', ')})`, values: columns.map((column, at) => rows.map((row) => encodeValue(table, column, row[at]))) }
}

function typeOf(table: Table, column: string): string {
  const kind = table.columns[column]?.kind
  if (kind === undefined) throw new Error(`table ${table.name} has no column ${column}`)
  return sqlTypes[kind]
}
