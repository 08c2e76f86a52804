import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'
import { tables } from '#shared/tables.ts'
import { listBackups } from './backup.ts'
import { openDatabase } from './cipher.ts'
import { copyWorkspace } from './copy-workspace.ts'
import { openForWriting, refuseUnfit, WORKSPACE_FILE } from './open.ts'
import { quoted } from './rows.ts'
import { afterRescue, localColumns, salvagedTables, type LocalTable } from '../sync/rescue-sync.ts'
import { replaceWorkspace, settleSwap } from './swap.ts'

/** Row numbers of one table that are tried in vain before the rest of it is given up. */
const MOST_FAILURES = 200_000

/** What a backup is passed over for; anything else is about the disk that is written to. */
const UNSOUND = /^(backup\.|workspace\.(newer|corrupt)|file\.(not-found|not-a-file|not-allowed|unreadable))/

export interface RescueReport {
  /** Where the damaged file was moved to; it is never deleted. */
  readonly damaged: string
  readonly backup: string | null
  /** How many rows could be read out of the damaged file at all. */
  readonly read: number
  /** Rows read out of the damaged file that the backup did not have, by table. */
  readonly salvaged: Readonly<Record<string, number>>
}

/**
 * Makes a damaged workspace usable again: from the newest sound backup (or from nothing) and every row that can still be read
 * from the damaged file and is newer than the backup's, a new workspace is made; then it takes the damaged one's place.
 * Refuses with `workspace.missing`, or `workspace.newer`: what a newer program wrote is not damaged. All is then as it was.
 * @param stamp names the folder the damaged file goes to
 */
export function rescueWorkspace(directory: string, stamp: string): RescueReport {
  settleSwap(directory)
  const path = join(directory, WORKSPACE_FILE)
  if (!existsSync(path)) throw new RefusedError('workspace.missing', 'there is no workspace here')
  if (isNewer(path)) throw new RefusedError('workspace.newer', 'a newer version of Channel Workbench has written this workspace')
  const { kept, built } = replaceWorkspace(directory, `damaged-${stamp.replaceAll(/[:.]/g, '-')}`, (draft) => {
    const backup = listBackups(directory).find((copy) => isTaken(copy, join(draft, WORKSPACE_FILE))) ?? null
    const db = openForWriting(draft)
    try {
      return { backup, ...salvage(db, path) }
    } finally {
      db.close()
    }
  })
  return { damaged: kept ?? directory, ...built }
}

function isNewer(path: string): boolean {
  try {
    refuseUnfit(path)
    return false
  } catch (error) {
    return error instanceof RefusedError && error.refusal.code === 'workspace.newer'
  }
}

/** Whether this backup is sound, and now lies there to build upon. */
function isTaken(backup: string, target: string): boolean {
  try {
    copyWorkspace(backup, target)
    return true
  } catch (error) {
    rmSync(target, { force: true })
    if (error instanceof RefusedError && UNSOUND.test(error.refusal.code)) return false
    throw error
  }
}

/** Walks each table row by row, stepping over what cannot be read. */
function salvage(db: Database.Database, damagedPath: string): Pick<RescueReport, 'read' | 'salvaged'> {
  const damaged = openDamaged(damagedPath)
  if (damaged === undefined) return { read: 0, salvaged: {} }
  const salvaged: Record<string, number> = {}
  let read = 0
  for (const table of tables) {
    db.transaction(() => {
      const { seen, written } = salvageTable(db, damaged, table)
      read += seen
      salvaged[table.name] = written
    })()
  }
  for (const table of salvagedTables) salvaged[table.name] = db.transaction(() => salvageLocal(db, damaged, table))()
  afterRescue(db)
  damaged.close()
  return { read, salvaged }
}

/** With `writable_schema`, SQLite reads a file that is shorter than it says, as far as it goes. */
function openDamaged(path: string): Database.Database | undefined {
  try {
    const damaged = openDatabase(path, { readonly: true })
    damaged.unsafeMode(true)
    damaged.pragma('writable_schema = ON')
    damaged.pragma('schema_version')
    return damaged
  } catch {
    return undefined
  }
}

function salvageTable(db: Database.Database, damaged: Database.Database, table: Table): { readonly seen: number; readonly written: number } {
  const columns = quoted(table.columnNames)
  const write = db.prepare(`INSERT INTO "${table.name}" (${columns}) VALUES (${table.columnNames.map(() => '?').join(', ')})
    ON CONFLICT ("id") DO UPDATE SET ${table.columnNames.map((name) => `"${name}" = excluded."${name}"`).join(', ')} WHERE excluded."rev" > "rev"`)
  const json = table.columnNames.flatMap((name, at) => (table.jsonColumns.has(name) ? [at] : []))
  let seen = 0
  let written = 0
  for (const row of readableRows(damaged, table.name, columns)) {
    if (!json.every((at) => isJson(row[at]))) continue
    seen += 1
    try {
      written += write.run(...row).changes
    } catch (error) {
      // A row with values torn out of it.
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error
    }
  }
  return { seen, written }
}

function isJson(value: unknown): boolean {
  if (value === null) return true
  try {
    return typeof value === 'string' && JSON.parse(value) !== undefined
  } catch {
    return false
  }
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
  const last = lastRow(damaged, table)
  while (nextRow !== undefined && row < last && failures < MOST_FAILURES) {
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

/** The greatest row number the table ever gave, where that can still be read. */
function lastRow(damaged: Database.Database, table: string): number {
  try {
    return (damaged.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as number | undefined) ?? Infinity
  } catch {
    return Infinity
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
