import type Database from 'better-sqlite3'
import type { Command } from '#shared/foundation/command.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { presentInput } from '#shared/foundation/up-cast.ts'
import { commandResultSchema, type CommandResult } from '#shared/sync/messages.ts'
import { tableNamed } from '#shared/tables.ts'
import type { CommandRunner } from '../workspace/run-command.ts'
import type { Outbox } from './outbox.ts'
import { renumberFromOne } from './outgoing-commands.ts'
import { setAside } from './refused-commands.ts'
import { putStagedSql, restoreShadowsSql } from './shadow-sql.ts'
import { PARKED } from './stage-page.ts'
import { readLink } from './sync-row.ts'
import type { CompletePull, TouchedTables } from './sync-store.ts'
import { sharedRow, syncedTables } from './synced-tables.ts'

export interface SyncParts {
  readonly db: Database.Database
  readonly outbox: Outbox
  readonly runner: CommandRunner
  readonly commands: ReadonlyMap<string, Command>
  readonly newId: () => string
}

/** How long an answered command can still be sent again to a server that was put back to an earlier day. */
const KEPT_DAYS = 14

/**
 * Makes the desk's rows the server's, as the complete pull has them, with the commands still pending done again on top:
 * shadows back, the server's rows in, answered commands out, the rest again in order; the cursor in the same transaction.
 */
export function applyPull(parts: SyncParts, pull: CompletePull): TouchedTables {
  const { db, outbox } = parts
  try {
    const touched = db.transaction(() => takePull(parts, pull)).immediate()
    if (readLink(db)?.clientId !== outbox.clientId) outbox.reload()
    return [...touched]
  } catch (error) {
    // Some commands may have asked anew, of rows that are not there after all.
    outbox.forgetQuestions(false)
    throw error
  }
}

function takePull(parts: SyncParts, pull: CompletePull): ReadonlySet<string> {
  const { db, outbox } = parts
  const touched = new Set<string>()
  if (readLink(db)?.requestId !== pull.requestId) return touched
  if (isCopy(db, pull)) {
    renumberFromOne(db, parts.newId())
    return touched
  }
  const reset = pull.reset !== null
  const staged = namesIn(db, '_inbox').filter((name) => !name.startsWith(PARKED))
  const answered = exists(db, `SELECT 1 FROM "_outbox" WHERE "state" <> 'acked' AND "seq" <= ?`, pull.complete.lastSeq)
  const again = reset || answered || stagedMeetsPending(parts)
  for (const table of reset ? syncedTables.map(({ name }) => name) : staged) touched.add(table)
  if (reset || answered || exists(db, 'SELECT 1 FROM "_inbox"')) {
    outbox.withoutCapture(() => {
      if (again) for (const table of restoreShadows(db)) touched.add(table)
      putStaged(db, reset)
      parkStaged(db, reset)
      if (answered) settle(db, pull)
    })
  }
  if (again) for (const table of redo(parts)) touched.add(table)
  db.prepare('DELETE FROM "_inbox"').run()
  noteCursor(db, pull)
  return touched
}

/** The rows of the pull are in the file already, and nothing else is: ends its commands, and does the rest again on top. Within the caller's transaction. */
export function endPull(parts: SyncParts, pull: CompletePull): void {
  settle(parts.db, pull)
  redo(parts)
  noteCursor(parts.db, pull)
}

function noteCursor(db: Database.Database, { complete, epoch, now }: CompletePull): void {
  db.prepare('UPDATE "_sync" SET "cursor" = ?, "epoch" = ?, "acknowledged" = max("acknowledged", ?), "requestId" = "requestId" + 1, "lastSyncAt" = ?, "problem" = NULL')
    .run(complete.cursor, epoch, complete.lastSeq, now)
}

/** Whether another desk goes by this one's identity: what the server has had last under it is not what this desk sent under that number. */
export function isCopy(db: Database.Database, { complete: { lastSeq, lastCommand } }: CompletePull): boolean {
  if (lastCommand === undefined || lastCommand === null) return false
  const own = db.prepare('SELECT "id" FROM "_outbox" WHERE "seq" = ?').pluck().get(lastSeq) as string | undefined
  return own === undefined ? lastSeq >= (readLink(db)?.nextSeq ?? 1) : own !== lastCommand
}

/** Whether the server's rows meet anything that a pending command wrote or asked about; if not, they go in beside it. */
function stagedMeetsPending({ db, outbox }: SyncParts): boolean {
  if (!exists(db, `SELECT 1 FROM "_outbox" WHERE "state" <> 'acked'`)) return false
  if (exists(db, 'SELECT 1 FROM "_inbox" JOIN "_shadow" USING ("tbl", "pk")')) return true
  const rows = db.prepare('SELECT "tbl", "pk" FROM "_inbox"').raw().all() as [string, string][]
  return rows.some(([table, id]) => outbox.mayHaveAsked(table, id))
}

function restoreShadows(db: Database.Database): readonly string[] {
  const names = namesIn(db, '_shadow')
  for (const name of names) for (const statement of restoreShadowsSql(tableNamed(name))) db.prepare(statement).run()
  db.prepare('DELETE FROM "_shadow"').run()
  return names
}

/** @param reset what was not staged is not there any more */
function putStaged(db: Database.Database, reset: boolean): void {
  for (const table of syncedTables) {
    if (reset) db.prepare(`DELETE FROM "${table.name}" WHERE ${sharedRow(table)} AND "id" NOT IN (SELECT "pk" FROM "_inbox" WHERE "tbl" = '${table.name}' AND "row" IS NOT NULL)`).run()
    if (exists(db, 'SELECT 1 FROM "_inbox" WHERE "tbl" = ?', table.name)) for (const statement of putStagedSql(table)) db.prepare(statement).run()
  }
}

/** Keeps what only a newer program knows, until this one is newer. */
function parkStaged(db: Database.Database, reset: boolean): void {
  if (reset) db.prepare('DELETE FROM "_parked"').run()
  const staged = `FROM "_inbox" WHERE substr("tbl", 1, 1) = '${PARKED}' AND "row"`
  db.prepare(`DELETE FROM "_parked" WHERE ("tbl", "pk") IN (SELECT substr("tbl", 2), "pk" ${staged} IS NULL)`).run()
  db.prepare(`INSERT OR REPLACE INTO "_parked" ("tbl", "pk", "row") SELECT substr("tbl", 2), "pk", "row" ${staged} IS NOT NULL`).run()
}

/** Takes the commands out whose end is in these rows; what was not applied waits for the person. */
function settle(db: Database.Database, { complete, now }: CompletePull): void {
  const told = new Map(complete.results.map((result) => [result.id, result]))
  const ended = db.prepare(`SELECT "seq", "id", "result" FROM "_outbox" WHERE "state" <> 'acked' AND "seq" <= ? ORDER BY "seq"`).all(complete.lastSeq) as { seq: number; id: string; result: string | null }[]
  const acknowledge = db.prepare(`UPDATE "_outbox" SET "state" = 'acked', "ackedAt" = ?, "result" = ? WHERE "seq" = ?`)
  for (const { seq, id, result } of ended) {
    const answer = told.get(id) ?? (result === null ? undefined : commandResultSchema.parse(JSON.parse(result)))
    if (answer !== undefined && answer.status !== 'applied') setAside(db, seq, answer)
    acknowledge.run(now, answer === undefined ? null : JSON.stringify(answer satisfies CommandResult), seq)
  }
  db.prepare(`DELETE FROM "_outbox" WHERE "state" = 'acked' AND "ackedAt" < datetime(?, '-${KEPT_DAYS} days')`).run(now)
}

/** Runs the pending commands on the new rows, each with the id, instant and person it had. One that fails here is still pushed. */
function redo({ db, outbox, runner, commands }: SyncParts): ReadonlySet<string> {
  const touched = new Set<string>()
  const { actor } = outbox
  if (actor === undefined) return touched
  outbox.forgetQuestions(true)
  const pending = db.prepare(`SELECT "id", "name", "version", "input", "issuedAt", "batchId" FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq"`).all() as { id: string; name: string; version: number; input: string; issuedAt: string; batchId: string | null }[]
  for (const { id, name, version, input, issuedAt, batchId } of pending) {
    const command = commands.get(name)
    const parsed = command?.operation.input.safeParse(presentInput(command.operation, version, JSON.parse(input) as JsonValue))
    if (command === undefined || parsed?.success !== true) continue
    try {
      const ran = runner.redo(command, { id, input: parsed.data, actor, now: issuedAt, batchId })
      for (const table of ran.touched.keys()) touched.add(table)
    } catch (error) {
      if (!db.inTransaction || (error instanceof RefusedError && error.refusal.code === 'disk.full')) throw error
    }
  }
  return touched
}

function namesIn(db: Database.Database, table: '_inbox' | '_shadow'): readonly string[] {
  return db.prepare(`SELECT DISTINCT "tbl" FROM "${table}"`).pluck().all() as string[]
}

function exists(db: Database.Database, sql: string, ...values: readonly unknown[]): boolean {
  return db.prepare(sql).get(...values) !== undefined
}
