import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'

const KEPT = 3
const FOLDER = 'backups'

export interface Backup {
  readonly path: string
  readonly bytes: number
}

/**
 * Copies the workspace, as it is at this instant, to `target` and proves the copy whole before it takes the name.
 * VACUUM INTO, because a plain copy of the file without its write-ahead log loses what was last saved.
 */
export function backUp(db: Database.Database, target: string): Backup {
  const draft = `${target}.draft`
  rmSync(draft, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(draft)
    verify(draft)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return { path: target, bytes: statSync(target).size }
}

/** One of the rolling copies beside the workspace; the oldest goes only after the new one is proven. */
export function backUpRolling(db: Database.Database, directory: string, stamp: string): Backup {
  const folder = join(directory, FOLDER)
  mkdirSync(folder, { recursive: true })
  const backup = backUp(db, join(folder, `workspace-${stamp.replaceAll(/[:.]/g, '-')}.db`))
  for (const old of listBackups(directory).slice(KEPT)) rmSync(old, { force: true })
  return backup
}

export function backUpBeforeMigration(db: Database.Database, directory: string): void {
  const version = db.pragma('user_version', { simple: true }) as number
  const folder = join(directory, FOLDER)
  mkdirSync(folder, { recursive: true })
  backUp(db, join(folder, `before-migration-${version}.db`))
}

/** The rolling copies, newest first. */
export function listBackups(directory: string): readonly string[] {
  const folder = join(directory, FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^workspace-.*\.db$/.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name))
}

/** Refuses with `backup.damaged` unless every page of the file is sound and it is one of our workspaces. */
export function verify(path: string): void {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { readonly: true, fileMustExist: true })
    const verdict = db.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') throw new RefusedError('backup.damaged', String(verdict))
    db.prepare('SELECT count(*) FROM journal').get()
  } catch (error) {
    if (error instanceof RefusedError) throw error
    throw new RefusedError('backup.damaged', error instanceof Error ? error.message : String(error))
  } finally {
    db?.close()
  }
}
