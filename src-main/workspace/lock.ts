import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { asRefusal, makeFolder } from './open.ts'

/** A connection nobody refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<Database.Database>()

/**
 * Keeps a second program from writing the same workspace. The lock is SQLite's own exclusive file lock on a file beside
 * the workspace, so the system lets it go when the holder dies, however it dies.
 * @returns releases the lock; refuses with `workspace.in-use`, saying who holds it, or with what opening a file is refused with
 */
export function lockWorkspace(directory: string): () => void {
  makeFolder(directory)
  const holder = join(directory, 'workspace.holder.json')
  const db = connect(join(directory, 'workspace.lock'))
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw inUse(holder)
    throw asRefusal(error)
  }
  held.add(db)
  sayWho(holder)
  return () => {
    held.delete(db)
    db.close()
  }
}

function connect(path: string): Database.Database {
  try {
    return new Database(path, { timeout: 1000 })
  } catch (error) {
    throw asRefusal(error)
  }
}

/** For the message alone: a full disk must not keep anybody out. */
function sayWho(path: string): void {
  try {
    writeFileSync(path, JSON.stringify({ process: process.pid, computer: hostname() }))
  } catch {
    // The lock holds without it.
  }
}

function inUse(path: string): RefusedError {
  const holder = readHolder(path)
  if (holder === undefined) return new RefusedError('workspace.in-use', 'another program has this workspace open')
  return new RefusedError('workspace.in-use', `process ${holder.process} on ${holder.computer} has this workspace open`, holder)
}

function readHolder(path: string): { readonly process: string; readonly computer: string } | undefined {
  try {
    const { process: holder, computer } = JSON.parse(readFileSync(path, 'utf8')) as { process: number; computer: string }
    return { process: String(holder), computer }
  } catch {
    return undefined
  }
}
