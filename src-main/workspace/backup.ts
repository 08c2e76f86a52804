import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { proveCopy } from './prove-workspace.ts'

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
    proveCopy(draft)
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
