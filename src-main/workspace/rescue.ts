import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'
import { tables } from '#shared/tables.ts'
import { listBackups, verify } from './backup.ts'
import { openForWriting, refuseUnfit, WORKSPACE_FILE } from './open.ts'
import { moveAside } from './restore.ts'
import { quoted } from './rows.ts'
import { afterRescue, localColumns, salvagedTables, type LocalTable } from '../sync/rescue-sync.ts'

/** Of row numbers in a row that cannot be read: about one destroyed page of pages. */
const MOST_FAILURES = 10_000

export interface RescueReport {
  /** Where the damaged file was moved to; it is never deleted. */
  readonly damaged: string
  readonly backup: string | null
  /** Rows read out of the damaged file that the backup did not have, by table. */
  readonly salvaged: Readonly<Record<string, number>>
}

/**
 * Makes a damaged workspace usable again: moves it aside, starts from the newest sound backup (or empty),
 * and copies over every row that can still be read from the damaged file and is newer than the backup's.
 * Refuses with `workspace.missing`, or `workspace.newer`: what a newer program wrote is not damaged.
 * @param stamp names the folder the damaged file goes to
 */
export function rescueWorkspace(directory: string, stamp: string): RescueReport {
  const path = join(directory, WORKSPACE_FILE)
  if (isNewer(path)) throw new RefusedError('workspace.newer', 'a newer version of Channel Workbench has written this workspace')
  const aside = moveAside(directory, `damaged-${stamp.replaceAll(/[:.]/g, '-')}`)
  if (aside === null) throw new RefusedError('workspace.missing', 'there is no workspace here')
  const backup = listBackups(directory).find(isSound) ?? null
  if (backup !== null) copyFileSync(backup, path)
  const db = openForWriting(directory)
  try {
    return { damaged: aside, backup, salvaged: salvage(db, join(aside, WORKSPACE_FILE)) }
  } finally {
    db.close()
  }
}

function isNewer(path: string): boolean {
  try {
    refuseUnfit(path)
    return false
  } catch (error) {
    return error instanceof RefusedError && error.refusal.code === 'workspace.newer'
  }
}

function isSound(path: string): boolean {
  try {
    verify(path)
    return true
  } catch {
    return false
  }
}

/** Walks each table row by row, stepping over what cannot be read. */
function salvage(db: Database.Database, damagedPath: string): Record<string, number> {
  let damaged: Database.Database
  try {
    damaged = new Database(damagedPath, { readonly: true })
    damaged.pragma('schema_version')
  } catch {
    return {}
  }
  const salvaged: Record<string, number> = {}
  for (const table of tables) salvaged[table.name] = db.transaction(() => salvageTable(db, damaged, table))()
  for (const table of salvagedTables) salvaged[table.name] = db.transaction(() => salvageLocal(db, damaged, table))()
  afterRescue(db)
  damaged.close()
  return salvaged
}

function salvageTable(db: Database.Database, damaged: Database.Database, table: Table): number {
  const columns = quoted(table.columnNames)
  const write = db.prepare(`INSERT INTO "${table.name}" (${columns}) VALUES (${table.columnNames.map(() => '?').join(', ')})
    ON CONFLICT ("id") DO UPDATE SET ${table.columnNames.map((name) => `"${name}" = excluded."${name}"`).join(', ')} WHERE excluded."rev" > "rev"`)
  let count = 0
  for (const row of readableRows(damaged, table.name, columns)) {
    try {
      count += write.run(...row).changes
    } catch (error) {
      // A row with values torn out of it.
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error
    }
  }
  return count
}

/** What the desk keeps for sync has no count of changes: what the damaged file has is the newer. */
function salvageLocal(db: Database.Database, damaged: Database.Database, { name, number }: LocalTable): number {
  const columns = localColumns(db, name)
  const write = db.prepare(`INSERT OR REPLACE INTO "${name}" (${quoted(columns)}) VALUES (${columns.map(() => '?').join(', ')})`)
  let count = 0
  for (const row of readableRows(damaged, name, quoted(columns), number)) {
    try {
      count += write.run(...row).changes
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error
    }
  }
  return count
}

function* readableRows(damaged: Database.Database, table: string, columns: string, number = '_row'): Generator<unknown[]> {
  const nextRow = prepared(damaged, `SELECT "${number}", ${columns} FROM "${table}" WHERE "${number}" > ? ORDER BY "${number}" LIMIT 1`)
  let row = 0
  let failures = 0
  while (nextRow !== undefined && failures < MOST_FAILURES) {
    try {
      const next = nextRow.get(row) as [number, ...unknown[]] | undefined
      if (next === undefined) return
      row = next[0]
      yield next.slice(1)
    } catch {
      row += 1
      failures += 1
    }
  }
}

/** Nothing, where the table itself cannot be found any more. */
function prepared(damaged: Database.Database, sql: string): Database.Statement | undefined {
  try {
    return damaged.prepare(sql).raw()
  } catch {
    return undefined
  }
}
