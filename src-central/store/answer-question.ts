import type { Key, Question } from '#shared/foundation/command.ts'
import { indexColumns, type Table } from '#shared/foundation/table.ts'
import { decodeRow, quoted, type Row } from './rows.ts'
import type { Session } from './store.ts'

/** Answers a command's question from PostgreSQL, inside the runner's transaction and of its tenant alone. */
export async function answerQuestion(session: Session, question: Question): Promise<unknown> {
  const { table } = question
  if (question.kind === 'one') {
    const [row] = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = $1`, [question.id])
    return row === undefined ? undefined : decodeRow(table, row)
  }
  const columns = indexColumns(table, question.index)
  const [column] = columns
  const { keys } = question
  if (keys.length > 1 && keys.every((key) => key.length === 1 && key[0] !== null)) return atOnce(session, table, column, keys)
  const rows: Row[] = []
  for (const key of keys) rows.push(...(await underKey(session, table, columns, key)))
  return rows
}

async function underKey(session: Session, table: Table, columns: readonly string[], key: Key): Promise<readonly Row[]> {
  const values = key.filter((value) => value !== null)
  let place = 0
  const where = key.map((value, position) => `"${columns[position] ?? ''}" ${value === null ? 'IS NULL' : `= $${(place += 1)}`}`).join(' AND ')
  const rows = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}"${where === '' ? '' : ` WHERE ${where}`}`, values)
  return rows.toSorted(byId).map((row) => decodeRow(table, row))
}

/** All keys in one question to the database, the answer in the order of the keys. */
async function atOnce(session: Session, table: Table, column: string, keys: readonly Key[]): Promise<readonly Row[]> {
  const type = typeof keys[0]?.[0] === 'number' ? 'bigint' : 'text'
  const rows = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "${column}" = ANY($1::${type}[])`, [keys.map(([value]) => value)])
  const byKey = new Map<unknown, Row[]>()
  for (const row of rows.toSorted(byId)) {
    const held = byKey.get(row[column])
    if (held === undefined) byKey.set(row[column], [row])
    else held.push(row)
  }
  return keys.flatMap(([value]) => (byKey.get(value) ?? []).map((row) => decodeRow(table, { ...row })))
}

/** Sorted here: asked to sort, the database may read a whole tenant by the primary key rather than a few rows by the index. */
function byId(a: Row, b: Row): number {
  return String(a['id']) < String(b['id']) ? -1 : 1
}
