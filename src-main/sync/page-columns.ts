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
  /** Whether this program's table takes the row: nothing is empty that may not be. A table it does not have takes none. */
  readonly fits: (row: readonly Value[]) => boolean
  /** What is to be kept aside, by column: what only a newer program knows of the row, all of a row that does not fit; null for nothing. */
  readonly asideOf: (row: readonly Value[]) => Readonly<Record<string, Stored>> | null
}

export function pageColumns({ table: name, columns }: PulledTable): PageColumns {
  const table = known.get(name)
  const idAt = columns.indexOf('id')
  const places = table?.columnNames.map((column) => columns.indexOf(column)) ?? []
  const missing = table?.columnNames.map((column) => table.columns[column]?.defaultValue ?? null) ?? []
  const all = columns.map((column, at) => [column, at] as const)
  const strange = all.filter(([column]) => table?.columnNames.includes(column) !== true)
  /** A column that the server does not have is as in a new row, which may be nothing too. */
  const needed = places.filter((place, at) => table?.columns[table.columnNames[at] ?? '']?.full === true && (place !== -1 || missing[at] === null))
  const fits = (row: readonly Value[]): boolean => table !== undefined && needed.every((place) => (row[place] ?? null) !== null)
  return {
    table,
    idOf: (row) => String(row[idAt]),
    valuesOf: (row) => places.map((place, at) => (place === -1 ? (missing[at] ?? null) : stored(row[place]))),
    fits,
    asideOf: (row) => {
      const aside = table === undefined || fits(row) ? strange : all
      return aside.length === 0 ? null : Object.fromEntries(aside.map(([column, at]) => [column, stored(row[at])]))
    },
  }
}

function stored(value: Value | undefined): Stored {
  return typeof value === 'boolean' ? Number(value) : (value ?? null)
}
