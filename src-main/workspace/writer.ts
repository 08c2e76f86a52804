import { LOCAL } from '#shared/journal/actors.ts'
import { tables } from '#shared/tables.ts'
import { refused, type Outcome } from '#shared/foundation/outcome.ts'
import { commands, registry } from '../capabilities.ts'
import type { Touched } from '../matching/row-news.ts'
import { dispatch, Refused, type ReportBug } from '../operations/dispatch.ts'
import { newId } from '../foundation/new-id.ts'
import { ownBatch } from '../journal/batch-owner.ts'
import { createSyncStore } from '../sync/create-sync-store.ts'
import { Outbox } from '../sync/outbox.ts'
import { callSyncStore, type SyncCall } from '../sync/sync-call.ts'
import type { CompletePull } from '../sync/sync-store.ts'
import { fillIncoming } from '../sync/take-in.ts'
import { giveBackLog, hasRoom } from './disk-room.ts'
import { openForWriting } from './open.ts'
import { createCommandRunner } from './run-command.ts'
import { indexSomeRows } from './search-index.ts'
import { openSeenMark } from './seen-mark.ts'

export interface WriteCall {
  readonly name: string
  readonly input: unknown
  /** The command's id, UUIDv7. */
  readonly id: string
  readonly batchId: string | null
}

export interface WriteAnswer {
  readonly outcome: Outcome<unknown>
  readonly touched: Touched
}

export interface Writer {
  /** What was saved once and is not in the workspace any more (see seen-mark.ts). */
  readonly missing: string | undefined
  call(call: WriteCall): Promise<WriteAnswer>
  /** What sync does to the workspace: it may take journal entries away, so the mark is set anew. */
  sync(call: SyncCall): Outcome<unknown>
  /** Makes the incoming workspace ready to take this one's place (see sync/take-in.ts). @returns whether it is */
  fillIncoming(pull: CompletePull): boolean
  /** Indexes a slice of rows for search. @returns whether more are waiting */
  indexSome(): boolean
  /** Folds the write-ahead log into the file. */
  checkpoint(): void
  close(): void
}

/** The workspace's one writer: runs commands, and nothing else writes. */
export function createWriter(directory: string, reportBug: ReportBug): Writer {
  const db = openForWriting(directory)
  const mark = openSeenMark(db, directory)
  const outbox = new Outbox(db)
  const runner = createCommandRunner(db, outbox)
  const store = createSyncStore({ db, outbox, runner, commands, newId })
  const searched = tables.filter((table) => table.options.searched !== undefined)

  return {
    missing: mark.missing,
    sync: (call) => {
      const outcome = callSyncStore(store, call, reportBug)
      mark.note()
      return outcome
    },
    fillIncoming: (pull) => fillIncoming(db, directory, pull, commands, newId),
    async call({ name, input, id, batchId }) {
      let touched: WriteAnswer['touched'] = []
      const run = (operation: { name: string }, parsed: unknown): unknown => {
        const command = commands.get(operation.name)
        if (command === undefined) throw new Error(`${operation.name} is not a command`)
        const ran = runner.run(command, { id, input: parsed, actor: outbox.actor ?? LOCAL, now: new Date().toISOString(), batchId })
        touched = [...ran.touched]
        return ran.outcome.ok ? ran.outcome.value : new Refused(ran.outcome)
      }
      // Parts of a batch need not survive a power cut one by one: the command that ends it is flushed, and all before it with it.
      const flushed = batchId === null
      if (!flushed && !hasRoom(db, directory) && name !== 'journal.undoPart') return { outcome: refused('disk.full', 'too little room is left on the disk'), touched }
      if (!flushed) db.pragma('synchronous = NORMAL')
      try {
        const outcome = await dispatch(registry, name, ownBatch(name, input, outbox.clientId), run, reportBug)
        if (flushed && outcome.ok) mark.note()
        if (isFull(outcome) || isTakenBack(name, input)) giveBackLog(db)
        return { outcome, touched }
      } finally {
        if (!flushed) db.pragma('synchronous = FULL')
      }
    },
    indexSome: () => searched.some((table) => indexSomeRows(db, table)),
    checkpoint: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => {
      mark.close()
      db.close()
    },
  }
}

function isFull(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.error.code === 'disk.full'
}

function isTakenBack(name: string, input: unknown): boolean {
  return name === 'journal.moveBatch' && (input as { state?: unknown }).state === 'undone'
}
