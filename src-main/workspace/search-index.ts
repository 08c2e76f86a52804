import type Database from 'better-sqlite3'
import { foldText } from '#shared/foundation/fold-text.ts'
import type { Table } from '#shared/foundation/table.ts'
import { searchedText, searchTable } from './search-index-sql.ts'

const SLICE = 500

/**
 * The condition under which a row contains every word of the search. Words of three letters and more ask the trigram
 * index; shorter ones (two kanji are a whole name) and rows not indexed yet are scanned.
 */
export function searchCondition(db: Database.Database, table: Table, search: string): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const words = foldText(search).split(/[\s\0]+/u).filter((word) => word !== '').slice(0, 8)
  if (words.length === 0) return { sql: '1', values: [] }
  const text = searchedText(table)
  const scans = words.map(() => `(${text}) LIKE ? ESCAPE '\\'`).join(' AND ')
  const scanValues = words.map((word) => `%${escapeLike(word)}%`)
  const long = words.filter((word) => [...word].length >= 3)
  if (long.length === 0) return { sql: scans, values: scanValues }
  const upTo = db.prepare('SELECT "upTo" FROM "_searchWatermark" WHERE "table" = ?').pluck().get(table.name) as number
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
  const short = words.filter((word) => [...word].length < 3)
  const shortScans = short.map(() => ` AND (${text}) LIKE ? ESCAPE '\\'`).join('')
  return {
    sql: `("${table.name}"."_row" IN (SELECT rowid FROM "${searchTable(table)}" WHERE "text" MATCH ?)${shortScans}) OR ("${table.name}"."_row" > ? AND ${scans})`,
    values: [match, ...short.map((word) => `%${escapeLike(word)}%`), upTo, ...scanValues],
  }
}

/**
 * Indexes the next rows of a table, and lets go of what is to be forgotten; called when the writer is idle.
 * @returns whether rows are left
 */
export function indexSomeRows(db: Database.Database, table: Table): boolean {
  const upTo = db.prepare('SELECT "upTo" FROM "_searchWatermark" WHERE "table" = ?').pluck().get(table.name) as number
  const next = db.prepare(`SELECT max("_row") FROM (SELECT "_row" FROM "${table.name}" WHERE "_row" > ? ORDER BY "_row" LIMIT ${SLICE})`).pluck().get(upTo) as number | null
  if (next === null) return forgetErased(db, table)
  db.transaction(() => {
    db.prepare(`INSERT INTO "${searchTable(table)}" (rowid, "text") SELECT "_row", ${searchedText(table)} FROM "${table.name}" WHERE "_row" > ? AND "_row" <= ?`).run(upTo, next)
    db.prepare('UPDATE "_searchWatermark" SET "upTo" = ? WHERE "table" = ?').run(next, table.name)
  }).immediate()
  return true
}

/** Writes the index anew without what is only marked as gone: the letters of an erased name. */
function forgetErased(db: Database.Database, table: Table): false {
  const toForget = db.prepare('SELECT "toForget" FROM "_searchWatermark" WHERE "table" = ?').pluck().get(table.name) === 1
  if (!toForget) return false
  db.transaction(() => {
    const index = searchTable(table)
    db.prepare(`INSERT INTO "${index}" ("${index}") VALUES ('optimize')`).run()
    db.prepare('UPDATE "_searchWatermark" SET "toForget" = 0 WHERE "table" = ?').run(table.name)
  }).immediate()
  return false
}

export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}
