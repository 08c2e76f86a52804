import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { quoted } from '../workspace/rows.ts'
import { syncedTables } from './synced-tables.ts'

/**
 * Triggers that keep, of each row, what it was before a pending command first touched it: the server's row, or that there
 * was none. They exist only while the desk is connected and act only while `capture` is on.
 */
export function shadowTriggers(table: Table): readonly { readonly name: string; readonly sql: string }[] {
  const { name } = table
  const before = `json_object('_row', old."_row", ${table.columnNames.map((column) => `'${column}', old."${column}"`).join(', ')})`
  const trigger = (event: string, row: 'old' | 'new', kept: string) => ({
    name: `${name}_shadow_${event.toLowerCase()}`,
    sql: `CREATE TRIGGER "${name}_shadow_${event.toLowerCase()}" BEFORE ${event} ON "${name}" WHEN (SELECT "capture" FROM "_sync") = 1 AND NOT EXISTS (SELECT 1 FROM "_shadow" WHERE "tbl" = '${name}' AND "pk" = ${row}."id") BEGIN
  INSERT INTO "_shadow" ("tbl", "pk", "row") VALUES ('${name}', ${row}."id", ${kept});
END`,
  })
  return [trigger('INSERT', 'new', 'NULL'), trigger('UPDATE', 'old', before), trigger('DELETE', 'old', before)]
}

/** Makes the triggers be there as this program words them, or not at all. */
export function setTriggers(db: Database.Database, wanted: boolean): void {
  const there = new Map(db.prepare(`SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'trigger' AND instr("name", '_shadow_') > 0`).raw().all() as [string, string][])
  const triggers = wanted ? syncedTables.flatMap(shadowTriggers) : []
  const right = new Set(triggers.filter(({ name, sql }) => there.get(name) === sql).map(({ name }) => name))
  for (const name of there.keys()) if (!right.has(name)) db.exec(`DROP TRIGGER "${name}"`)
  for (const { name, sql } of triggers) if (!right.has(name)) db.exec(sql)
}

/** Puts a table's rows back as the shadows have them; a row that stays keeps its number, a removed one comes back under its own. */
export function restoreShadowsSql(table: Table): readonly string[] {
  return [
    `DELETE FROM "${table.name}" WHERE "id" IN (SELECT "pk" FROM "_shadow" WHERE "tbl" = '${table.name}' AND "row" IS NULL)`,
    upsert(table, ['_row', ...table.columnNames], `SELECT ${['_row', ...table.columnNames].map((column) => `"row" ->> '$.${column}'`).join(', ')} FROM "_shadow" WHERE "tbl" = '${table.name}' AND "row" IS NOT NULL ORDER BY "pk"`),
  ]
}

/** Writes a table's staged rows; a row that is as it should be is not written. */
export function putStagedSql(table: Table): readonly string[] {
  return [
    `DELETE FROM "${table.name}" WHERE "id" IN (SELECT "pk" FROM "_inbox" WHERE "tbl" = '${table.name}' AND "row" IS NULL)`,
    upsert(table, table.columnNames, `SELECT ${table.columnNames.map((_, at) => `"row" ->> ${at}`).join(', ')} FROM "_inbox" WHERE "tbl" = '${table.name}' AND "row" IS NOT NULL ORDER BY "_row"`),
  ]
}

function upsert(table: Table, columns: readonly string[], rows: string): string {
  const names = table.columnNames.filter((column) => column !== 'id')
  return `INSERT INTO "${table.name}" (${quoted(columns)}) ${rows}
    ON CONFLICT ("id") DO UPDATE SET ${names.map((name) => `"${name}" = excluded."${name}"`).join(', ')}
    WHERE (${names.map((name) => `"${table.name}"."${name}"`).join(', ')}) IS NOT (${names.map((name) => `excluded."${name}"`).join(', ')})`
}
