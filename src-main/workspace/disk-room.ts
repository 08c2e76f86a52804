import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { WORKSPACE_FILE } from './open.ts'

/** What long writes leave free: for taking them back, and for a person's own edits meanwhile. */
const RESERVE = 8 * 1024 * 1024

/** Whether a part of a long write may go on; where it is tight, the log gives back what it holds first. */
export function hasRoom(db: Database.Database, directory: string): boolean {
  if (freeBytes(directory) - logBytes(directory) > RESERVE) return true
  giveBackLog(db)
  return freeBytes(directory) > RESERVE
}

/** Folds the log into the file and gives its room back, as far as that goes without waiting for anybody. */
export function giveBackLog(db: Database.Database): void {
  const patience = db.pragma('busy_timeout', { simple: true }) as number
  db.pragma('busy_timeout = 0')
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // No room even for that: the log stays as it is, with all that is in it.
  } finally {
    db.pragma(`busy_timeout = ${patience}`)
  }
}

function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

/** Folding the log into the file can make the file grow by as much. */
function logBytes(directory: string): number {
  return statSync(join(directory, `${WORKSPACE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0
}
