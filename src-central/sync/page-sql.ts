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

const rowJson = (table: Table): string => `json_build_array(${quoted(table.columnNames)})`
const weight = (table: Table): string => [`${table.columnNames.length * 12}`, ...[...table.jsonColumns].map((name) => `coalesce(octet_length("${name}"), 0)`)].join(' + ')

/** The next rows of a table by id, at most so many, and so many bytes (but at least one row). */
export async function nextRows(session: Session, table: Table, scopes: Scopes, after: string, maximumRows: number, maximumBytes: number): Promise<{ readonly last: string | null; readonly rows: number; readonly text: string | null }> {
  const within = withinScopes(table, scopes, 4)
  const [page] = await session.query<{ last: string | null; rows: number; text: string | null }>(
    `SELECT max("id") AS "last", count(*) AS "rows", json_agg(${rowJson(table)} ORDER BY "id")::text AS "text" FROM (
       SELECT *, sum(${weight(table)}) OVER (ORDER BY "id") - (${weight(table)}) AS "bytesBefore" FROM (
         SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" > $1 AND ${within.sql} ORDER BY "id" LIMIT $2) AS candidates) AS weighed
     WHERE "bytesBefore" <= $3`,
    [after, maximumRows, maximumBytes, ...within.values],
  )
  return page ?? { last: null, rows: 0, text: null }
}

/** Of the rows with these ids, those that are there for the asker. */
export async function rowsById(session: Session, table: Table, scopes: Scopes, ids: readonly string[]): Promise<RowsText> {
  const within = withinScopes(table, scopes, 2)
  const [found] = await session.query<{ rows: number; ids: string[] | null; text: string | null }>(
    `SELECT count(*) AS "rows", array_agg("id" ORDER BY "id") AS "ids", json_agg(${rowJson(table)} ORDER BY "id")::text AS "text" FROM "${table.name}" WHERE "id" = ANY($1::text[]) AND ${within.sql}`,
    [ids, ...within.values],
  )
  return { rows: found?.rows ?? 0, ids: found?.ids ?? [], text: found?.text ?? null }
}

export async function countRows(session: Session, table: Table, scopes: Scopes): Promise<number> {
  const within = withinScopes(table, scopes, 1)
  const [counted] = await session.query<{ rows: number }>(`SELECT count(*) AS "rows" FROM "${table.name}" WHERE ${within.sql}`, within.values)
  return counted?.rows ?? 0
}
