import { accept, command, refuse, type Change, type Question } from '../foundation/command.ts'
import type { Table } from '../foundation/table.ts'
import { broughtAuthors, broughtRows } from '../journal/brought-rows.ts'
import { syncContract } from './sync.contract.ts'

/** @param tables the list of tables; handed in, because other capabilities' tables are in it */
export function syncCommands(tables: readonly Table[]) {
  const synced = new Map(tables.filter((table) => table.options.visibility !== 'owner').map((table) => [table.name, table]))

  const adopt = command(syncContract.operations.adopt, function* (input, context) {
    const table = synced.get(input.table)
    if (table === undefined) return refuse('sync.table-unknown', 'no table of this name is synced', { table: input.table })
    const unknown = input.columns.find((column) => !table.columnNames.includes(column))
    if (unknown !== undefined) return refuse('sync.column-unknown', 'the table has no such column', { table: table.name, column: unknown })
    const schemas = input.columns.map((column) => table.shape[column])
    const idAt = input.columns.indexOf('id')
    const given = new Map<string, readonly unknown[]>()
    for (const row of input.rows) {
      const wrong = row.length === input.columns.length ? schemas.findIndex((schema, at) => schema?.safeParse(row[at]).success !== true) : 0
      const id = row[idAt]
      if (wrong >= 0 || typeof id !== 'string') return refuse('sync.row-invalid', 'a row does not fit the table', { table: table.name, id: typeof id === 'string' ? id : null, column: input.columns[wrong] ?? null })
      if (!given.has(id)) given.set(id, row)
    }
    const there = (yield { kind: 'many', table, index: 'id', keys: [...given.keys()].map((id) => [id]) } satisfies Question) as readonly { readonly id: string }[]
    for (const { id } of there) given.delete(id)
    const rows = broughtRows(table, input.columns, [...given.values()], context)
    const changes: readonly Change[] = rows.length === 0 ? [] : [{ kind: 'insert', table, columns: input.columns, rows }, ...broughtAuthors(table, input.columns, rows, context)]
    return accept({ adopted: rows.length }, changes)
  }, ({ table, columns, rows }) => ({ table, columns, rows: rows.length }))

  return [adopt]
}
