import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { backupsAmong, nextBackupName } from './backup-names.ts'
import { flushFile } from './flush.ts'
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
    flushFile(draft)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return { path: target, bytes: statSync(target).size }
}

/** One of the rolling copies beside the workspace; old ones go only after the new one is proven, and never the new one. */
export function backUpRolling(db: Database.Database, directory: string, now: string): Backup {
  const folder = join(directory, FOLDER)
  mkdirSync(folder, { recursive: true })
  const name = nextBackupName(readdirSync(folder), now)
  const backup = backUp(db, join(folder, name))
  for (const old of backupsAmong(readdirSync(folder)).slice(KEPT)) if (old.name !== name) rmSync(join(folder, old.name), { force: true })
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
  return backupsAmong(namesIn(directory)).map(({ name }) => join(directory, FOLDER, name))
}

/** When the newest copy was made, ISO 8601: by its name, or by the file where that tells nothing. */
export function lastBackupAt(directory: string): string | null {
  const [newest] = backupsAmong(namesIn(directory))
  if (newest === undefined) return null
  return newest.at ?? statSync(join(directory, FOLDER, newest.name), { throwIfNoEntry: false })?.mtime.toISOString() ?? null
}

/** Whether copies can be kept: there is no folder for them yet, or it is one. */
export function hasRoomForBackups(directory: string): boolean {
  return statSync(join(directory, FOLDER), { throwIfNoEntry: false })?.isDirectory() ?? true
}

function namesIn(directory: string): readonly string[] {
  return hasRoomForBackups(directory) && existsSync(join(directory, FOLDER)) ? readdirSync(join(directory, FOLDER)) : []
}
