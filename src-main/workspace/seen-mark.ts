import { closeSync, constants, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'

export const SEEN_FILE = 'workspace.seen'
export const BEHIND_FILE = 'workspace.behind'

interface Entry {
  readonly row: number
  readonly id: string
}

/** Remembers beside the workspace which journal entry was answered for last. */
export interface SeenMark {
  /** What was answered for last time and is not in the workspace any more; nothing, as a rule. */
  readonly missing: string | undefined
  note(): void
  close(): void
}

/**
 * A write-ahead log that is deleted, cut off or another's goes unnoticed by SQLite: the file is sound, only older. The mark
 * outside of both tells it. It is written once a single command is safe on the disk, so it is never ahead of the workspace, and
 * nobody waits for it to get there. Without it, or when it cannot be read, nothing is said. What it finds missing is kept in
 * `workspace.behind` for the doctor.
 */
export function openSeenMark(db: Database.Database, directory: string): SeenMark {
  const path = join(directory, SEEN_FILE)
  const lastEntry = db.prepare('SELECT "_row" AS "row", "id" FROM "journal" ORDER BY "_row" DESC LIMIT 1')
  const seen = readMark(path)
  const missing = seen !== undefined && db.prepare('SELECT 1 FROM "journal" WHERE "id" = ?').get(seen.id) === undefined ? seen : undefined
  let file: number | undefined
  attempt(() => {
    if (missing !== undefined) renameSync(path, join(directory, BEHIND_FILE))
    file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644)
  })
  const note = (): void => {
    const to = file
    if (to === undefined) return
    attempt(() => {
      const last = lastEntry.get() as Entry | undefined
      if (last !== undefined) writeSync(to, lineOf(last), 0)
    })
  }
  return {
    missing: missing === undefined ? undefined : inWords(missing),
    note,
    close: () => {
      note()
      const open = file
      file = undefined
      if (open !== undefined) closeSync(open)
    },
  }
}

/** What `workspace.behind` tells, in words; nothing without it. */
export function whatIsMissing(directory: string): string | undefined {
  const path = join(directory, BEHIND_FILE)
  if (!existsSync(path)) return undefined
  const seen = readMark(path)
  return seen === undefined ? `something was saved here once that is not there any more (${BEHIND_FILE})` : inWords(seen)
}

function inWords({ row, id }: Entry): string {
  return `journal entry ${row} (${id}) was saved here once and is not there any more: the log was lost, or an older file was put in its place; ${BEHIND_FILE} keeps this in mind until it is deleted`
}

function lineOf({ row, id }: Entry): string {
  const text = `${String(row).padStart(16, '0')} ${id}`
  return `${text} ${crc32(text).toString(16).padStart(8, '0')}\n`
}

function readMark(path: string): Entry | undefined {
  try {
    const line = readFileSync(path, 'utf8')
    const [row = '', id = ''] = line.split(' ')
    const entry = { row: Number(row), id }
    return lineOf(entry) === line ? entry : undefined
  } catch {
    return undefined
  }
}

/** The mark is an extra: no command fails for its sake. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // Without it, a lost log goes unnoticed, as it would have without the mark.
  }
}
