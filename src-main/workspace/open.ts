import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { foldText } from '#shared/foundation/fold-text.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { backUpBeforeMigration } from './backup.ts'
import { openDatabase } from './cipher.ts'
import { migrate, refuseMisfit } from './migrate.ts'
import { osRefusal } from './os-refusal.ts'

export const WORKSPACE_FILE = 'workspace.db'

/**
 * Opens the workspace for its one writer, bringing it to this program's shape.
 * WAL with synchronous=FULL: what was answered as saved survives a power cut (better-sqlite3 would say NORMAL).
 * Refuses with `workspace.newer`, `workspace.corrupt`, `workspace.in-use`, `workspace.unreadable` or `disk.full`; the file is then as it was.
 */
export function openForWriting(directory: string): Database.Database {
  makeFolder(directory)
  const path = join(directory, WORKSPACE_FILE)
  refuseUnfit(path)
  const db = connect(path, { timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('fullfsync = ON')
    db.pragma('checkpoint_fullfsync = ON')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -65536')
    db.pragma('temp_store = MEMORY')
    db.pragma('journal_size_limit = 67108864')
    db.pragma('wal_autocheckpoint = 8000')
    migrate(db, () => backUpBeforeMigration(db, directory))
    return db
  } catch (error) {
    db.close()
    throw asRefusal(error)
  }
}

/** Opens beside the writer, for reading alone. */
export function openForReading(directory: string): Database.Database {
  const db = connect(join(directory, WORKSPACE_FILE), { readonly: true, timeout: 5000, fileMustExist: true })
  db.pragma('cache_size = -131072')
  db.pragma('temp_store = MEMORY')
  db.pragma('mmap_size = 1073741824')
  return db
}

/** Makes a folder of the workspace. Refuses with `disk.full` or `workspace.unreadable`. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    const refusal = osRefusal(error)
    throw refusal?.refusal.code === 'disk.full' ? refusal : new RefusedError('workspace.unreadable', error instanceof Error ? error.message : String(error))
  }
}

/** SQLite's and the system's complaints in this program's codes; anything else is left as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return osRefusal(error) ?? error
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return new RefusedError('workspace.corrupt', error.message)
  if (error.code.startsWith('SQLITE_FULL')) return new RefusedError('disk.full', 'no space is left on the disk')
  if (error.code.startsWith('SQLITE_BUSY')) return new RefusedError('workspace.in-use', 'another program is using this workspace')
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(error.code)) return new RefusedError('workspace.unreadable', error.message, { code: error.code })
  return error
}

/** Refuses before anything is changed: an empty file, which held something once, and what is not ours to write. */
export function refuseUnfit(path: string): void {
  if (!existsSync(path)) return
  if (statSync(path).size === 0) throw new RefusedError('workspace.corrupt', 'the workspace file is empty')
  let db: Database.Database | undefined
  try {
    db = openDatabase(path, { readonly: true, timeout: 5000 })
    refuseMisfit(db)
  } catch (error) {
    if (error instanceof RefusedError) throw error
    // Whatever else is wrong, opening for writing may mend, or says better.
  } finally {
    db?.close()
  }
}

function connect(path: string, options: Database.Options): Database.Database {
  if (existsSync(path) && !statSync(path).isFile()) throw new RefusedError('workspace.unreadable', 'the workspace file is not a file')
  try {
    const db = openDatabase(path, options)
    db.pragma('schema_version')
    db.function('fold_text', { deterministic: true }, (text) => foldText(String(text)))
    return db
  } catch (error) {
    throw asRefusal(error)
  }
}
