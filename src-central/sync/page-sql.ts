import type { Table } from '#shared/foundation/table.ts'
import { quoted } from '../store/rows.ts'
import { EVERYBODY, territoryColumn, type Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { journal } from '#shared/journal/journal.table.ts'

/** The JSON text of many rows, made by the database: nobody here parses it. */
export interface RowsText {
  readonly rows: number
  readonly ids: readonly string[]
  /** `[[…],[…]]`, or null without rows. */
  readonly text: string | null
}

/** Which rows somebody may see. Tables that everybody sees are not asked row by row. */
export function withinScopes(table: Table, scopes: Scopes, place: number): { readonly sql: string; readonly values: readonly unknown[] } {
  const alwaysSeen = scopes === 'all' || (table !== journal && territoryColumn(table) === null && scopes.includes(EVERYBODY))
  return alwaysSeen ? { sql: 'true', values: [] } : { sql: `"scopes" && $${place}::text[]`, values: [scopes] }
}

const rowJson = (columns: readonly string[]): string => `json_build_array(${quoted(columns)})`
const weight = (table: Table): string => [`${table.columnNames.length * 12}`, ...[...table.jsonColumns].map((name) => `coalesce(octet_length("${name}"), 0)`)].join(' + ')

export interface NextRows {
  readonly last: string | null
  readonly rows: number
  readonly text: string | null
  /** What the values are of: columns that are empty in all of these rows are left out. */
  readonly columns: readonly string[]
}

/** The next rows of a table by id, at most so many, and so many bytes (but at least one row). */
export async function nextRows(session: Session, table: Table, scopes: Scopes, after: string, maximumRows: number, maximumBytes: number): Promise<NextRows> {
  const within = withinScopes(table, scopes, 3)
  const candidates = `SELECT * FROM "${table.name}" WHERE "id" > $1 AND ${within.sql} ORDER BY "id" LIMIT $2`
  const given = [after, maximumRows, ...within.values]
  const emptiable = table.columnNames.filter((name) => mayBeLeftOut(table, name))
  const [filled] = await session.query<Readonly<Record<string, number>>>(`SELECT count(*) AS "all"${emptiable.map((name) => `, count("${name}") AS "${name}"`).join('')} FROM (${candidates}) AS candidates`, given)
  if (filled === undefined || filled['all'] === 0) return { last: null, rows: 0, text: null, columns: table.columnNames }
  const columns = table.columnNames.filter((name) => filled[name] !== 0)
  const [page] = await session.query<{ last: string; rows: number; text: string }>(
    `SELECT max("id") AS "last", count(*) AS "rows", json_agg(${rowJson(columns)} ORDER BY "id")::text AS "text" FROM (
       SELECT *, sum(${weight(table)}) OVER (ORDER BY "id") - (${weight(table)}) AS "bytesBefore" FROM (${candidates}) AS candidates) AS weighed
     WHERE "bytesBefore" <= $${given.length + 1}`,
    [...given, maximumBytes],
  )
  return { last: null, rows: 0, text: null, ...page, columns }
}

/** What a desk takes to be empty where nothing is said. */
function mayBeLeftOut(table: Table, name: string): boolean {
  const column = table.columns[name]
  return column?.full === false && column.defaultValue === undefined
}

/** Of the rows with these ids, those that are there for the asker. */
export async function rowsById(session: Session, table: Table, scopes: Scopes, ids: readonly string[]): Promise<RowsText> {
  const within = withinScopes(table, scopes, 2)
  const [found] = await session.query<{ rows: number; ids: string[] | null; text: string | null }>(
    `SELECT count(*) AS "rows", array_agg("id" ORDER BY "id") AS "ids", json_agg(${rowJson(table.columnNames)} ORDER BY "id")::text AS "text" FROM "${table.name}" WHERE "id" = ANY($1::text[]) AND ${within.sql}`,
    [ids, ...within.values],
  )
  return { rows: found?.rows ?? 0, ids: found?.ids ?? [], text: found?.text ?? null }
}

export async function countRows(session: Session, table: Table, scopes: Scopes): Promise<number> {
  const within = withinScopes(table, scopes, 1)
  const [counted] = await session.query<{ rows: number }>(`SELECT count(*) AS "rows" FROM "${table.name}" WHERE ${within.sql}`, within.values)
  return counted?.rows ?? 0
}
