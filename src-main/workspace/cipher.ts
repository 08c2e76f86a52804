import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { readCard } from './key-card.ts'

/** AEGIS-256: each page is sealed, so that a bit that changed is found when its page is read. */
const CIPHER = 'aegis'
/** How far below a workspace's folder its databases lie: backups, drafts, incoming. */
const DEEPEST = 4
const PLAIN = Buffer.from('SQLite format 3\0')
/** Bytes 20 to 23 of SQLite's header: 64 bytes of each page are the cipher's, then three numbers that never change. */
const SEALED = Buffer.from([64, 64, 32, 32])

/** The keys this thread has, 64 hex digits each, by the workspace's folder. */
const held = new Map<string, string>()

export function holdKey(directory: string, key: string): void {
  held.set(resolve(directory), key)
}

/** The key of the workspace in whose folder this path lies; nothing where none is known. */
export function keyFor(path: string): string | undefined {
  let folder = resolve(path)
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const key = held.get(folder) ?? readCard(folder)?.key
    if (typeof key === 'string') return key
    folder = dirname(folder)
  }
  return undefined
}

/**
 * THE way a workspace's database is opened: sealed with its workspace's key, or plain where it is plain (of an early version, or
 * brought by somebody). A SQLite that knows no ciphers would take the key and ignore it: it is asked.
 */
export function openDatabase(path: string, options: Database.Options = {}, key = keyFor(path)): Database.Database {
  const db = new Database(path, options)
  if (key === undefined || isPlain(path)) return db
  try {
    setKey(db, 'key', key)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether a file is a database that anybody can read. */
export function isPlain(path: string): boolean {
  return startOf(path).subarray(0, PLAIN.length).equals(PLAIN)
}

/** Whether a file is a database that the cipher has sealed: it leaves in the clear that each page has room for its seal. */
export function isSealed(path: string): boolean {
  return !isPlain(path) && startOf(path).subarray(20, 24).equals(SEALED)
}

function startOf(path: string): Buffer {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return Buffer.alloc(0)
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(24)
    return start.subarray(0, readSync(file, start, 0, start.length, 0))
  } finally {
    closeSync(file)
  }
}

/** Gives a closed copy another key, or its first. The copy is nobody's yet: a crash leaves it to be thrown away. */
export function reseal(path: string, from: string | undefined, to: string | undefined): void {
  if (from === to || to === undefined) return
  const db = openDatabase(path, {}, from)
  try {
    db.pragma('journal_mode = DELETE')
    setKey(db, 'rekey', to)
  } finally {
    db.close()
  }
}

function setKey(db: Database.Database, how: 'key' | 'rekey', key: string): void {
  db.pragma(`cipher = '${CIPHER}'`)
  if (db.pragma('cipher', { simple: true }) !== CIPHER) throw new RefusedError('workspace.cipher-missing', 'this program was built without encryption')
  db.pragma(`${how} = 'raw:${key}'`)
}
