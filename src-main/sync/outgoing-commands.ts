import type Database from 'better-sqlite3'
import type { JsonValue } from '#shared/foundation/json.ts'
import type { CommandResult, SentCommand } from '#shared/sync/messages.ts'
import type { UnsentCommand } from '#shared/sync/sync.contract.ts'
import { readLink } from './sync-row.ts'
import type { BatchLimits, OutgoingBatch } from './sync-store.ts'

const MOST_SHOWN = 100
/** Characters of a command's input. */
const LONGEST_SHOWN = 10_000
/** Around the input: numbers, ids, names. */
const ENVELOPE = 300

type OutboxRow = Omit<SentCommand, 'input'> & { readonly input: string }

/** The next commands to push, in order: as many as the limits allow, and at least one. */
export function nextBatch(db: Database.Database, limits: BatchLimits): OutgoingBatch {
  const link = readLink(db)
  if (link === undefined) throw new Error('this desk is connected to nothing')
  const rows = db.prepare(`SELECT "seq", "id", "previous", "name", "version", "input", "issuedAt", "batchId" FROM "_outbox" WHERE "state" <> 'acked' AND "state" = 'pending' ORDER BY "seq"`).iterate() as IterableIterator<OutboxRow>
  const commands: SentCommand[] = []
  let bytes = 0
  for (const row of rows) {
    const size = Buffer.byteLength(row.input) + ENVELOPE
    if (commands.length > 0 && (commands.length >= limits.commands || bytes + size > limits.bytes)) break
    commands.push({ ...row, input: JSON.parse(row.input) as JsonValue as SentCommand['input'] })
    bytes += size
  }
  return { clientId: link.clientId, epoch: link.epoch, commands, waiting: countPending(db) }
}

/** Commands that have not been sent, or not been answered. */
export function countPending(db: Database.Database): number {
  return db.prepare(`SELECT count(*) FROM "_outbox" WHERE "state" <> 'acked' AND "state" = 'pending'`).pluck().get() as number
}

/** The first of the commands that wait to be sent, for people to read. */
export function unsentCommands(db: Database.Database): readonly UnsentCommand[] {
  const rows = db.prepare(`SELECT "id", "name" AS "command", iif(length("input") > ${LONGEST_SHOWN}, 'null', "input") AS "input", "issuedAt" FROM "_outbox" WHERE "state" <> 'acked' AND "state" = 'pending' ORDER BY "seq" LIMIT ${MOST_SHOWN}`).all()
  return (rows as (Omit<UnsentCommand, 'input'> & { input: string })[]).map((row) => ({ ...row, input: JSON.parse(row.input) as UnsentCommand['input'] }))
}

/**
 * Notes what the server has said; the effects follow with the pull that holds them. A desk that has not pulled yet learns
 * here which epoch the answers are of: should the next be another, these count no more.
 */
export function recordAnswers(db: Database.Database, results: readonly CommandResult[], epoch: string): void {
  db.prepare('UPDATE "_sync" SET "epoch" = ? WHERE "epoch" IS NULL').run(epoch)
  const answer = db.prepare(`UPDATE "_outbox" SET "state" = 'answered', "result" = ? WHERE "id" = ? AND "seq" = ? AND "state" = 'pending'`)
  for (const result of results) answer.run(JSON.stringify(result), result.id, result.seq)
}

/**
 * Counts on from the last command the server knows. Commands it answered and forgot go again; those it refused do not.
 * The cursor goes, so that the next pull brings every row.
 */
export function requeueAfter(db: Database.Database, lastSeq: number, epoch: string): boolean {
  const following = db.prepare('SELECT "previous" FROM "_outbox" WHERE "seq" = ?').get(lastSeq + 1) as { previous: string | null } | undefined
  const next = readLink(db)?.nextSeq ?? 1
  if (following === undefined && lastSeq + 1 !== next) return false
  if (following !== undefined && lastSeq === 0 && following.previous !== null) return false
  // Whoever is not known there at all begins with what went under earlier identities.
  const after = lastSeq === 0 ? -Infinity : lastSeq
  db.prepare(`DELETE FROM "_outbox" WHERE "seq" > ? AND coalesce("result" ->> '$.status', 'applied') <> 'applied' AND "state" = 'acked'`).run(after)
  // An answer from before may not be the answer any more: the next pull tells it.
  db.prepare(`UPDATE "_outbox" SET "result" = NULL WHERE "state" = 'answered'`).run()
  if (following !== undefined || lastSeq === 0) renumber(db, after, lastSeq, following?.previous ?? null)
  db.prepare('UPDATE "_sync" SET "epoch" = ?, "cursor" = NULL, "requestId" = "requestId" + 1, "acknowledged" = min("acknowledged", ?)').run(epoch, lastSeq)
  return true
}

/**
 * Everything unanswered goes again under a new identity. What the old one had answered is kept before its first number, for a server that is put back
 * to a day when it had not heard of it.
 */
export function renumberFromOne(db: Database.Database, clientId: string): void {
  const last = db.prepare(`SELECT coalesce(max("seq"), 0) FROM "_outbox" WHERE "state" = 'acked'`).pluck().get() as number
  if (last > 0) db.prepare(`UPDATE "_outbox" SET "seq" = "seq" - ? WHERE "state" = 'acked'`).run(last)
  db.prepare('UPDATE "_sync" SET "clientId" = ?, "acknowledged" = 0, "requestId" = "requestId" + 1').run(clientId)
  renumber(db, 0, 0, null)
}

/** Numbers the commands after `after` from the one that follows `lastSeq`, to be sent. */
function renumber(db: Database.Database, after: number, lastSeq: number, lastId: string | null): void {
  const rows = db.prepare('SELECT "seq", "id" FROM "_outbox" WHERE "seq" > ? ORDER BY "seq"').raw().all(after) as [number, string][]
  const move = db.prepare(`UPDATE "_outbox" SET "seq" = ?, "previous" = ?, "state" = 'pending', "result" = NULL, "ackedAt" = NULL WHERE "seq" = ?`)
  const moves = rows.map(([seq], at) => [lastSeq + at + 1, rows[at - 1]?.[1] ?? lastId, seq] as const)
  // No number is taken while another still has it: first those that go down, from the lowest, then those that go up, from the highest.
  const down = moves.filter(([to, , seq]) => to <= seq)
  const up = moves.filter(([to, , seq]) => to > seq)
  for (const each of [...down, ...up.toReversed()]) move.run(...each)
  db.prepare('UPDATE "_sync" SET "nextSeq" = ?, "lastId" = ?').run(lastSeq + rows.length + 1, rows.at(-1)?.[1] ?? lastId)
}
