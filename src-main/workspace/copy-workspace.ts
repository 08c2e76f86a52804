import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { isPlain, keyFor, reseal } from './cipher.ts'
import { flushFile } from './flush.ts'
import { asRefusal } from './open.ts'
import { proveCopy, proveWorkspace, readingFile } from './prove-workspace.ts'

/**
 * Puts a proven copy of the workspace file `source` at `target`, in one file without a log, sealed as what lies there is. Read through SQLite, so that what
 * lies only in the log beside the source comes along, and a program that has the source open does no harm.
 * Refuses with `backup.damaged`, `backup.foreign`, `workspace.newer`, `file.not-found`, `file.not-a-file` or `disk.full`.
 */
export function copyWorkspace(source: string, target: string, key = keyFor(source)): void {
  try {
    try {
      vacuumInto(source, target, key)
    } catch (error) {
      if (!cannotOpen(error)) throw error
      copyByFiles(source, target, key)
    }
    reseal(target, isPlain(target) ? undefined : key, keyFor(target))
    proveCopy(target)
    flushFile(target)
  } catch (error) {
    throw asRefusal(error)
  }
}

function vacuumInto(source: string, target: string, key: string | undefined): void {
  readingFile(source, (db) => {
    proveWorkspace(db)
    db.prepare('VACUUM INTO ?').run(target)
  }, key)
}

/** SQLite cannot open a file that wants a log on a disk that may not be written: it and its log are brought over first. */
function copyByFiles(source: string, target: string, key: string | undefined): void {
  const folder = join(dirname(target), 'source')
  mkdirSync(folder, { recursive: true })
  try {
    for (const suffix of ['', '-wal']) if (existsSync(source + suffix)) copyFileSync(source + suffix, join(folder, `source.db${suffix}`))
    vacuumInto(join(folder, 'source.db'), target, key)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cannotOpen(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)
}
