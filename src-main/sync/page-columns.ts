import type { Table } from '#shared/foundation/table.ts'
import type { PulledTable } from '#shared/sync/messages.ts'
import { syncedTables } from './synced-tables.ts'

type Value = PulledTable['put'][number][number]
type Stored = string | number | null

const known = new Map(syncedTables.map((table) => [table.name, table]))

/** What this program makes of a table on a page: the values it has columns for, and what only a newer program knows. */
export interface PageColumns {
  /** Undefined for a table that this program does not have. */
  readonly table: Table | undefined
  readonly idOf: (row: readonly Value[]) => string
  /** In the order of the table's own columns, as SQLite holds them; what the server does not have is as in a new row. */
  readonly valuesOf: (row: readonly Value[]) => Stored[]
  /** By column; null where this program knows all of them. */
  readonly strangeOf: (row: readonly Value[]) => Readonly<Record<string, Stored>> | null
}

export function pageColumns({ table: name, columns }: PulledTable): PageColumns {
  const table = known.get(name)
  const idAt = columns.indexOf('id')
  const places = table?.columnNames.map((column) => columns.indexOf(column)) ?? []
  const missing = table?.columnNames.map((column) => table.columns[column]?.defaultValue ?? null) ?? []
  const strange = columns.flatMap((column, at) => (table?.columnNames.includes(column) === true ? [] : [[column, at] as const]))
  return {
    table,
    idOf: (row) => String(row[idAt]),
    valuesOf: (row) => places.map((place, at) => (place === -1 ? (missing[at] ?? null) : stored(row[place]))),
    strangeOf: (row) => (strange.length === 0 ? null : Object.fromEntries(strange.map(([column, at]) => [column, stored(row[at])]))),
  }
}

function stored(value: Value | undefined): Stored {
  return typeof value === 'boolean' ? Number(value) : (value ?? null)
}
