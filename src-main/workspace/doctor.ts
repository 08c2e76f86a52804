import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { tables } from '#shared/tables.ts'
import { begunHere } from '../journal/batch-owner.ts'
import { examineSync } from '../sync/examine-sync.ts'
import { hasRoomForBackups, listBackups } from './backup.ts'
import { isPlain } from './cipher.ts'
import { strangeObjects } from './expected-schema.ts'
import { migrations } from './migrations/index.ts'
import { danglingReferences } from './references.ts'
import { hasCard, readCard } from './key-card.ts'
import { WORKSPACE_FILE } from './open.ts'
import { plainCopies } from './seal-copies.ts'
import { whatIsMissing } from './seen-mark.ts'
import { unreadableRows } from './unreadable-rows.ts'

export interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
}

function encryptionOf(directory: string): Finding {
  const card = readCard(directory)
  if (card === undefined) return { check: 'encryption', ok: !hasCard(directory), detail: 'the workspace lies in the clear' }
  const plain = Number(isPlain(join(directory, WORKSPACE_FILE))) + plainCopies(directory).length
  const key = card.key === null ? 'the key lies in the keyring' : 'the key lies beside the workspace'
  return { check: 'encryption', ok: plain === 0, detail: plain > 0 ? `${plain} files lie in the clear` : `${key}${card.kept === null ? ', and no central API has it' : ', and the central API has it'}` }
}

const SMALLEST_FREE = 200 * 1024 * 1024

/** Examines the workspace file and what surrounds it; changes nothing. */
export function examine(db: Database.Database, directory: string): { ok: boolean; findings: Finding[] } {
  const pragma = (name: string): string => String(db.pragma(name, { simple: true }))
  const own = begunHere(db)
  const unfinished = db.prepare(`SELECT count(*) FROM "batches" WHERE "state" IN ('running', 'undoing') AND ${own.sql}`).pluck().get(...own.values) as number
  const free = statfsSync(directory)
  const freeBytes = free.bavail * free.bsize
  const integrity = pragma('integrity_check(5)')
  const missing = whatIsMissing(directory)
  const strange = strangeObjects(db)
  const unreadable = unreadableRows(db)
  const dangling = danglingReferences(db)
  const findings: Finding[] = [
    { check: 'integrity', ok: integrity === 'ok', detail: integrity },
    { check: 'schema', ok: pragma('user_version') === String(migrations.length), detail: `version ${pragma('user_version')} of ${migrations.length}` },
    { check: 'schema-objects', ok: strange.length === 0, detail: strange.length === 0 ? 'as this program makes them' : `not as this program makes them: ${strange.slice(0, 10).join(', ')}` },
    { check: 'readable-rows', ok: unreadable.length === 0, detail: unreadable.length === 0 ? 'all' : unreadable.map(({ table, rows }) => `${rows} rows of ${table} cannot be read`).join(', ') },
    { check: 'references', ok: dangling.length === 0, detail: dangling.length === 0 ? 'all hold' : dangling.map(({ table, column, rows }) => `${rows} rows of ${table} have a ${column} that is not there`).join(', ') },
    { check: 'journal-mode', ok: pragma('journal_mode') === 'wal', detail: pragma('journal_mode') },
    { check: 'unfinished-work', ok: unfinished === 0, detail: `${unfinished} imports or runs not finished` },
    { check: 'disk-space', ok: freeBytes > SMALLEST_FREE, detail: `${Math.round(freeBytes / 1024 / 1024)} MB free` },
    ...examineSync(db),
    encryptionOf(directory),
    { check: 'saved-changes', ok: missing === undefined, detail: missing ?? 'all there' },
    { check: 'backups', ok: hasRoomForBackups(directory), detail: hasRoomForBackups(directory) ? `${listBackups(directory).length} kept` : 'what is called backups is no folder' },
    ...tables.map((table) => ({ check: `rows-${table.name}`, ok: true, detail: String(db.prepare(`SELECT count(*) FROM "${table.name}"`).pluck().get()) })),
  ]
  return { ok: findings.every((finding) => finding.ok), findings }
}
