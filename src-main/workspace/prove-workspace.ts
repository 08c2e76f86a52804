import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { keyFor, openDatabase } from './cipher.ts'
import { strangeObjects } from './expected-schema.ts'
import { migrations } from './migrations/index.ts'
import { osRefusal } from './os-refusal.ts'
import { unreadableRows } from './unreadable-rows.ts'

/**
 * Proves that a database is one of our workspaces and whole, before anything of it is used.
 * Refuses with `backup.damaged`, `backup.foreign` or `workspace.newer`.
 */
export function proveWorkspace(db: Database.Database): void {
  refuseForeign(db)
  refuseDamaged(db)
  const [spoiled] = unreadableRows(db)
  if (spoiled !== undefined) throw new RefusedError('backup.damaged', `${spoiled.rows} rows of ${spoiled.table} cannot be read`, { ...spoiled })
}

/** Proves a copy just made of a workspace: every page sound. What it holds is as it was in the workspace. */
export function proveCopy(path: string, key = keyFor(path)): void {
  readingFile(path, refuseDamaged, key)
}

/**
 * Opens a file that should be a workspace, for reading alone and for as long as `read` takes.
 * Refuses with `file.not-found`, `file.not-a-file`, and `backup.damaged` where SQLite cannot read it.
 */
export function readingFile<T>(path: string, read: (db: Database.Database) => T, key = keyFor(path)): T {
  refuseNoFile(path)
  if (statSync(path).size === 0) throw new RefusedError('backup.damaged', 'the file is empty')
  let db: Database.Database | undefined
  try {
    db = openDatabase(path, { readonly: true, fileMustExist: true, timeout: 5000 }, key)
    return read(db)
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(error.code)) throw new RefusedError('backup.damaged', error.message)
    throw error
  } finally {
    db?.close()
  }
}

/** Pipes and folders would be waited for, or fail late. */
export function refuseNoFile(path: string): void {
  if (!isFile(path)) throw new RefusedError('file.not-a-file', `${path} is not a file`)
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch (error) {
    throw osRefusal(error) ?? error
  }
}

function refuseDamaged(db: Database.Database): void {
  const verdict = db.pragma('integrity_check(1)', { simple: true })
  if (verdict !== 'ok') throw new RefusedError('backup.damaged', String(verdict))
}

/** Comes before anything else is asked of the file: a foreign schema can run code of its own. */
function refuseForeign(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) throw new RefusedError('workspace.newer', 'a newer version of Channel Workbench has written this workspace', { fileVersion: version, programVersion: migrations.length })
  if (version < 1) throw new RefusedError('backup.foreign', 'the file is a database, but not a workspace')
  const strange = strangeObjects(db)
  if (strange.length > 0) throw new RefusedError('backup.foreign', `the file is not as this program makes it: ${strange.slice(0, 5).join(', ')}`, { objects: strange.slice(0, 20) })
}
