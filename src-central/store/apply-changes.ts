import type { Change } from '#shared/foundation/command.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'
import { codeColumn } from '#shared/journal/coded-column.ts'
import type { RecordedChange } from '#shared/journal/journal.table.ts'
import { leaveOutPersonal } from '#shared/journal/leave-out-personal.ts'
import type { RowBook } from './row-book.ts'
import { asHeld, type Row } from './rows.ts'
import { territoryColumn } from './scopes.ts'

type Insert = Extract<Change, { kind: 'insert' }>
type Update = Extract<Change, { kind: 'update' }>
type Remove = Extract<Change, { kind: 'remove' }>

export interface Applied {
  readonly recorded: readonly RecordedChange[]
  /** The scopes of the rows written, as they were and as they are. */
  readonly scopes: ReadonlySet<string>
}

/**
 * Enters a command's changes in the book and records each with the values it replaced.
 * Stamps `createdAt`, `updatedAt` and `rev`, so that no command has to. Must equal what the desk's runner does.
 * @param inBatch of inserted rows, keep the ids alone: a batch is undone as a whole
 */
export async function applyChanges(book: RowBook, changes: readonly Change[], now: string, inBatch: boolean): Promise<Applied> {
  const scopes = new Set<string>()
  const recorded: RecordedChange[] = []
  const record = (change: RecordedChange, table: Table): void => void recorded.push(leaveOutPersonal(change, table))
  for (const change of changes) {
    if (change.kind === 'insert') record(applyInsert(book, change, now, inBatch, scopes), change.table)
    else if (change.kind === 'remove') record(await applyRemove(book, change, scopes), change.table)
    else if (change.ids.length > 0 && change.columns.length > 0) record(await applyUpdate(book, change, now, scopes), change.table)
  }
  return { recorded, scopes }
}

function applyInsert(book: RowBook, { table, columns, rows }: Insert, now: string, inBatch: boolean, scopes: Set<string>): RecordedChange {
  const idPosition = columns.indexOf('id')
  const ids = rows.map((row) => String(row[idPosition]))
  const stamps: Row = Object.fromEntries(['createdAt', 'updatedAt'].filter((name) => table.columnNames.includes(name)).map((name) => [name, now]))
  const empty: Row = { ...Object.fromEntries(table.columnNames.map((name) => [name, table.columns[name]?.defaultValue ?? null])), ...stamps }
  const given = columns.filter((name, at) => table.columns[name]?.full === true || rows.some((row) => row[at] !== null && row[at] !== undefined))
  const places = given.map((name) => columns.indexOf(name))
  for (const [at, id] of ids.entries()) {
    book.insert(table, id, { ...empty, ...patchOf(table, given, places.map((place) => rows[at]?.[place])) })
    noteScopes(book, table, id, scopes)
  }
  if (inBatch) return { kind: 'insert', table: table.name, ids }
  const kept = table.columnNames.filter((name) => name !== 'rev' && name !== 'updatedAt')
  const keptAt = kept.map((name) => columns.indexOf(name))
  return { kind: 'insert', table: table.name, ids, columns: kept, rows: rows.map((row) => keptAt.map((place, at) => (place === -1 ? (kept[at] === 'createdAt' ? now : null) : (row[place] ?? null)))) }
}

async function applyUpdate(book: RowBook, { table, columns, ids, rows }: Update, now: string, scopes: Set<string>): Promise<RecordedChange> {
  await book.load(table, ids)
  const before: unknown[][] = columns.map(() => [])
  const stamp: Row = table.columnNames.includes('updatedAt') && !columns.includes('updatedAt') ? { updatedAt: now } : {}
  const moves = columns.some((column) => column === territoryColumn(table))
  for (const [at, id] of ids.entries()) {
    const row = book.row(table, id)
    if (row === undefined) throw new RefusedError('command.row-missing', `a command changes ${table.name} ${id}, which is not there`, { table: table.name, id })
    for (const [position, column] of columns.entries()) before[position]?.push(row[column])
    noteScopes(book, table, id, scopes)
    book.update(table, id, { ...stamp, ...patchOf(table, columns, rows[at] ?? []) })
    if (moves) noteScopes(book, table, id, scopes)
  }
  const after = columns.map((_, at) => codeColumn(rows.map((row) => row[at] ?? null)))
  return { kind: 'update', table: table.name, columns: [...columns], ids: [...ids], before: before.map(codeColumn), after }
}

async function applyRemove(book: RowBook, { table, ids }: Remove, scopes: Set<string>): Promise<RecordedChange> {
  await book.load(table, ids)
  const rows: unknown[][] = []
  for (const id of ids) {
    const row = book.row(table, id)
    if (row === undefined) continue
    noteScopes(book, table, id, scopes)
    rows.push(table.columnNames.map((name) => row[name]))
    book.remove(table, id)
  }
  return { kind: 'remove', table: table.name, columns: [...table.columnNames], rows }
}

function patchOf(table: Table, columns: readonly string[], values: readonly unknown[]): Row {
  return Object.fromEntries(columns.map((column, at) => [column, asHeld(table, column, values[at])]))
}

function noteScopes(book: RowBook, table: Table, id: string, scopes: Set<string>): void {
  for (const scope of book.scopesOf(table, id)) scopes.add(scope)
}
