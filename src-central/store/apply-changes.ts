import type { Change } from '#shared/foundation/command.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'
import { codeColumn } from '#shared/journal/coded-column.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import { columnArrays, decodeValue, quoted, type Row } from './rows.ts'
import { EVERYBODY, territoryColumn, territoryScope } from './scopes.ts'
import type { Session } from './store.ts'

type Insert = Extract<Change, { kind: 'insert' }>
type Update = Extract<Change, { kind: 'update' }>
type Remove = Extract<Change, { kind: 'remove' }>

export interface Applied {
  readonly recorded: readonly RecordedChange[]
  /** The scopes of the rows written, as they were and as they are. */
  readonly scopes: ReadonlySet<string>
}

/**
 * Writes a command's changes, each in one statement, and records it with the values it replaced.
 * Stamps `createdAt`, `updatedAt` and `rev`, so that no command has to. Must equal what the desk's runner does.
 * @param inBatch of inserted rows, keep the ids alone: a batch is undone as a whole
 */
export async function applyChanges(session: Session, changes: readonly Change[], now: string, inBatch: boolean): Promise<Applied> {
  const scopes = new Set<string>()
  const recorded: RecordedChange[] = []
  for (const change of changes) {
    if (change.kind === 'insert') recorded.push(await applyInsert(session, change, now, inBatch, scopes))
    else if (change.kind === 'remove') recorded.push(await applyRemove(session, change, scopes))
    else if (change.ids.length > 0 && change.columns.length > 0) recorded.push(await applyUpdate(session, change, now, scopes))
  }
  return { recorded, scopes }
}

async function applyInsert(session: Session, change: Insert, now: string, inBatch: boolean, scopes: Set<string>): Promise<RecordedChange> {
  const { table, columns, rows } = change
  const idPosition = columns.indexOf('id')
  const ids = rows.map((row) => String(row[idPosition]))
  noteScopes(table, columns, rows, scopes)
  if (rows.length > 0) await insertRows(session, change, now)
  if (inBatch) return { kind: 'insert', table: table.name, ids }
  const kept = table.columnNames.filter((name) => name !== 'rev' && name !== 'updatedAt')
  const places = kept.map((name) => columns.indexOf(name))
  return { kind: 'insert', table: table.name, ids, columns: kept, rows: rows.map((row) => places.map((place, at) => (place === -1 ? (kept[at] === 'createdAt' ? now : null) : (row[place] ?? null)))) }
}

async function insertRows(session: Session, { table, columns, rows }: Insert, now: string): Promise<void> {
  const used = columns.map((_, at) => at).filter((at) => table.columns[columns[at] ?? '']?.full === true || rows.some((row) => row[at] !== null && row[at] !== undefined))
  const names = used.map((at) => columns[at] ?? '')
  const { sql, values } = columnArrays(table, names, rows.map((row) => used.map((at) => row[at])))
  const stamps = ['createdAt', 'updatedAt'].filter((name) => table.columnNames.includes(name) && !columns.includes(name))
  const stamped = stamps.map(() => `, $${names.length + 1}::text`).join('')
  await session.query(`INSERT INTO "${table.name}" (${quoted([...names, ...stamps])}) SELECT *${stamped} FROM ${sql}`, stamps.length === 0 ? values : [...values, now])
}

async function applyUpdate(session: Session, change: Update, now: string, scopes: Set<string>): Promise<RecordedChange> {
  const { table, columns, ids, rows } = change
  const before: unknown[][] = columns.map(() => [])
  // A row that is named twice is changed twice, one after the other.
  const turns = new Set(ids).size === ids.length ? [{ ids, rows }] : ids.map((id, at) => ({ ids: [id], rows: [rows[at] ?? []] }))
  for (const turn of turns) {
    const old = await updateRows(session, { ...change, ...turn }, now)
    for (const id of turn.ids) {
      const row = old.get(id)
      if (row === undefined) throw new RefusedError('command.row-missing', `a command changes ${table.name} ${id}, which is not there`, { table: table.name, id })
      for (const [at, column] of columns.entries()) before[at]?.push(decodeValue(table, column, row[column]))
      for (const scope of scopesOf(table, row)) scopes.add(scope)
    }
  }
  if (columns.some((column) => column === territoryColumn(table))) noteScopes(table, columns, rows, scopes)
  const after = columns.map((_, at) => codeColumn(rows.map((row) => row[at] ?? null)))
  return { kind: 'update', table: table.name, columns: [...columns], ids: [...ids], before: before.map(codeColumn), after }
}

/** Writes and answers what was there: both parts of the statement read the same snapshot. */
async function updateRows(session: Session, { table, columns, ids, rows }: Update, now: string): Promise<ReadonlyMap<string, Row>> {
  const given = ['id', ...columns]
  const { sql, values } = columnArrays(table, given, ids.map((id, at) => [id, ...columns.map((_, position) => rows[at]?.[position])]))
  const stamped = table.columnNames.includes('updatedAt') && !columns.includes('updatedAt')
  const assignments = [...columns.map((name) => `"${name}" = given."new_${name}"`), ...(stamped ? [`"updatedAt" = $${given.length + 1}::text`] : [])].join(', ')
  const old = await session.query<Row>(
    `WITH given AS (SELECT * FROM ${sql} AS given(${quoted(given.map((name) => `new_${name}`))})),
      old AS (SELECT ${quoted(['id', ...columns.filter((name) => name !== 'id')], 't.')}${extraColumns(table, columns)} FROM "${table.name}" t WHERE t."id" = ANY($1::text[])),
      written AS (UPDATE "${table.name}" t SET ${assignments}, "rev" = t."rev" + 1 FROM given WHERE t."id" = given."new_id")
    SELECT * FROM old`,
    stamped ? [...values, now] : values,
  )
  return new Map(old.map((row) => [String(row['id']), row]))
}

/** What says where the row lies, where the command does not change it. */
function extraColumns(table: Table, columns: readonly string[]): string {
  if (table === journal) return ', t."scopes"'
  const column = territoryColumn(table)
  return column === null || columns.includes(column) ? '' : `, t."${column}"`
}

async function applyRemove(session: Session, { table, ids }: Remove, scopes: Set<string>): Promise<RecordedChange> {
  const gone = ids.length === 0 ? [] : await session.query<Row>(`DELETE FROM "${table.name}" WHERE "id" = ANY($1::text[]) RETURNING ${quoted(table.columnNames)}${table === journal ? ', "scopes"' : ''}`, [ids])
  const byId = new Map(gone.map((row) => [String(row['id']), row]))
  const rows: unknown[][] = []
  for (const id of new Set(ids)) {
    const row = byId.get(id)
    if (row === undefined) continue
    for (const scope of scopesOf(table, row)) scopes.add(scope)
    rows.push(table.columnNames.map((name) => decodeValue(table, name, row[name])))
  }
  return { kind: 'remove', table: table.name, columns: [...table.columnNames], rows }
}

function scopesOf(table: Table, row: Row): readonly string[] {
  if (table === journal) return row['scopes'] as string[]
  const column = territoryColumn(table)
  return [column === null ? EVERYBODY : territoryScope(row[column])]
}

function noteScopes(table: Table, columns: readonly string[], rows: readonly (readonly unknown[])[], scopes: Set<string>): void {
  const column = territoryColumn(table)
  const at = column === null ? -1 : columns.indexOf(column)
  for (const row of rows) scopes.add(at === -1 ? EVERYBODY : territoryScope(row[at]))
}
