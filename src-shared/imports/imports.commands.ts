import { accept, command, one, refuse, type Change } from '../foundation/command.ts'
import type { Table } from '../foundation/table.ts'
import { broughtAuthors, broughtRows } from '../journal/brought-rows.ts'
import { batches } from '../journal/batch.table.ts'
import { importsContract } from './imports.contract.ts'

/** @param tableNamed handed in, because the list of tables names this capability */
export function importsCommands(tableNamed: (name: string) => Table) {
  const appendRows = command(importsContract.operations.appendRows, function* (input, context) {
    const batch = yield* one(batches, input.batchId)
    if (batch === undefined || batch.kind !== 'import') return refuse('import.not-found', 'there is no such import')
    if (batch.state !== 'running') return refuse('import.not-running', 'the import has ended', { state: batch.state })
    const table = tableNamed(input.table)
    const unknown = input.columns.find((column) => !table.columnNames.includes(column))
    if (unknown !== undefined) return refuse('import.column-unknown', 'the table has no such column', { column: unknown })
    const rows = broughtRows(table, input.columns, input.rows, context)
    const change: Change = { kind: 'insert', table, columns: [...input.columns, 'importId'], rows: rows.map((row) => [...row, batch.id]) }
    return accept({ appended: rows.length }, [change, ...broughtAuthors(table, input.columns, rows, context)])
  }, ({ batchId, table, columns, rows }) => ({ batchId, table, columns, rows: rows.length }))
  return [appendRows]
}
