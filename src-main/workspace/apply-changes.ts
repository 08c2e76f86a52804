import type { Change } from '#shared/foundation/command.ts'
import type { Table } from '#shared/foundation/table.ts'
import type { RecordedChange } from '#shared/journal/journal.table.ts'
import { codeColumn } from '#shared/journal/coded-column.ts'
import { leaveOutPersonal } from '#shared/journal/leave-out-personal.ts'
import { decodeValue, encodeValue, quoted, type Statements } from './rows.ts'

const ROWS_PER_STATEMENT = 20

/**
 * Writes a command's changes and records each with the values it replaced.
 * Stamps `createdAt`, `updatedAt` and `rev`, so that no command has to.
 * @param inBatch of inserted rows, keep the ids alone: a batch is undone as a whole
 */
export function applyChanges(statements: Statements, changes: readonly Change[], now: string, inBatch: boolean): RecordedChange[] {
  return changes.filter((change) => change.kind !== 'update' || (change.ids.length > 0 && change.columns.length > 0)).map((change) => leaveOutPersonal(applyChange(statements, change, now, inBatch), change.table))
}

function applyChange(statements: Statements, change: Change, now: string, inBatch: boolean): RecordedChange {
  switch (change.kind) {
    case 'insert':
      return applyInsert(statements, change, now, inBatch)
    case 'update':
      return applyUpdate(statements, change, now)
    case 'remove':
      return applyRemove(statements, change)
  }
}

function applyInsert(statements: Statements, change: Extract<Change, { kind: 'insert' }>, now: string, inBatch: boolean): RecordedChange {
  const { table, columns, rows } = change
  const idPosition = columns.indexOf('id')
  const ids = rows.map((row) => String(row[idPosition]))
  insertRows(statements, change, now)
  if (inBatch) return { kind: 'insert', table: table.name, ids }
  const kept = table.columnNames.filter((name) => name !== 'rev' && name !== 'updatedAt')
  const read = statements.raw(`SELECT ${quoted(kept)} FROM "${table.name}" WHERE "id" = ?`)
  const written = ids.map((id) => (read.get(id) as unknown[]).map((value, at) => decodeValue(table, kept[at] ?? '', value)))
  return { kind: 'insert', table: table.name, ids, columns: kept, rows: written }
}

/** Several rows to a statement, and no columns that are empty in all of them: binding values is most of the work. */
function insertRows(statements: Statements, { table, columns, rows }: Extract<Change, { kind: 'insert' }>, now: string): void {
  const stamps = ['createdAt', 'updatedAt'].filter((name) => table.columnNames.includes(name) && !columns.includes(name))
  const used = columns.map((_, at) => at).filter((at) => table.columns[columns[at] ?? '']?.full === true || rows.some((row) => row[at] !== null && row[at] !== undefined))
  const names = [...used.map((at) => columns[at] ?? ''), ...stamps]
  const places = `(${names.map(() => '?').join(', ')})`
  const encoded = used.map((at) => needsEncoding(table, columns[at] ?? ''))
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT)
    const values: unknown[] = []
    for (const row of part) {
      for (const [position, at] of used.entries()) values.push(encoded[position] === true ? encodeValue(table, columns[at] ?? '', row[at]) : (row[at] ?? null))
      for (let stamp = 0; stamp < stamps.length; stamp += 1) values.push(now)
    }
    statements.get(`INSERT INTO "${table.name}" (${quoted(names)}) VALUES ${part.map(() => places).join(', ')}`).run(values)
  }
}

function applyUpdate(statements: Statements, change: Extract<Change, { kind: 'update' }>, now: string): RecordedChange {
  const { table, columns, ids, rows } = change
  const stamped = table.columnNames.includes('updatedAt') && !columns.includes('updatedAt')
  const assignments = [...columns, ...(stamped ? ['updatedAt'] : [])].map((name) => `"${name}" = ?`).join(', ')
  const write = statements.get(`UPDATE "${table.name}" SET ${assignments}, "rev" = "rev" + 1 WHERE "id" = ?`)
  const read = statements.raw(`SELECT ${quoted(columns)} FROM "${table.name}" WHERE "id" = ?`)
  const encode = encoderOf(table, columns)
  const before: unknown[][] = columns.map(() => [])
  for (const [position, id] of ids.entries()) {
    const old = read.get(id) as unknown[] | undefined
    if (old === undefined) throw new Error(`a command changes ${table.name} ${id}, which is not there`)
    for (const [at, column] of columns.entries()) before[at]?.push(decodeValue(table, column, old[at]))
    const values = encode(rows[position] ?? [])
    if (stamped) values.push(now)
    values.push(id)
    write.run(...values)
  }
  const after = columns.map((_, at) => codeColumn(rows.map((row) => row[at] ?? null)))
  return { kind: 'update', table: table.name, columns: [...columns], ids: [...ids], before: before.map(codeColumn), after }
}

function applyRemove(statements: Statements, change: Extract<Change, { kind: 'remove' }>): RecordedChange {
  const { table, ids } = change
  const read = statements.raw(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = ?`)
  const erase = statements.get(`DELETE FROM "${table.name}" WHERE "id" = ?`)
  const rows: unknown[][] = []
  for (const id of ids) {
    const old = read.get(id) as unknown[] | undefined
    if (old === undefined) continue
    rows.push(old.map((value, column) => decodeValue(table, table.columnNames[column] ?? '', value)))
    erase.run(id)
  }
  return { kind: 'remove', table: table.name, columns: [...table.columnNames], rows }
}

/** Most columns go to SQLite as they are; only JSON and booleans need work. */
function encoderOf(table: Table, columns: readonly string[]): (row: readonly unknown[]) => unknown[] {
  const special = columns.map((column) => needsEncoding(table, column))
  if (!special.includes(true)) return (row) => row.map((value) => value ?? null)
  return (row) => row.map((value, position) => (special[position] === true ? encodeValue(table, columns[position] ?? '', value) : (value ?? null)))
}

function needsEncoding(table: Table, column: string): boolean {
  return table.jsonColumns.has(column) || table.booleanColumns.has(column)
}
