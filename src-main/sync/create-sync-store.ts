import type Database from 'better-sqlite3'
import { begunHere } from '../journal/batch-owner.ts'
import { adoptRows, hasRows } from './adopt-rows.ts'
import { applyPull, type SyncParts } from './apply-pull.ts'
import { nextBatch, recordAnswers, renumberFromOne, requeueAfter } from './outgoing-commands.ts'
import { dropRefused, refusedCommand, setAsideUnsent } from './refused-commands.ts'
import { setTriggers } from './shadow-sql.ts'
import { stagePage } from './stage-page.ts'
import { readLink } from './sync-row.ts'
import { unpark } from './unpark.ts'
import type { SyncStore } from './sync-store.ts'
import { sharedRow, syncedTables } from './synced-tables.ts'

export function createSyncStore({ db, outbox, runner, commands, newId }: SyncParts): SyncStore {
  /** Each change of the link is a transaction, after which the outbox knows it too. */
  const changing = <A extends unknown[], R>(work: (...args: A) => R) => {
    const inTransaction = db.transaction(work)
    return (...args: A): R => {
      const result = inTransaction.immediate(...args)
      outbox.reload()
      return result
    }
  }
  const set = (column: 'paused' | 'problem') => (value: number | string | null): void => {
    db.prepare(`UPDATE "_sync" SET "${column}" = ? WHERE "${column}" IS NOT ?`).run(value, value)
  }
  const [setPaused, setProblem] = [set('paused'), set('problem')]

  setTriggers(db, outbox.connected)
  if (outbox.connected) db.transaction(() => {
    outbox.withoutCapture(() => {
      unpark(db)
    })
  }).immediate()

  return {
    standing: () => readLink(db) ?? null,
    obstacles: () => {
      const { sql, values } = begunHere(db)
      return { rows: hasRows(db), running: db.prepare(`SELECT 1 FROM "batches" WHERE "state" IN ('running', 'undoing') AND ${sql}`).get(...values) !== undefined }
    },
    connect: changing(({ address, clientId, person }, now) => {
      clearExchange(db)
      db.prepare(`INSERT OR REPLACE INTO "_sync" ("one", "connected", "capture", "address", "clientId", "person", "nextSeq", "acknowledged", "requestId", "paused", "signedOut", "comparedAt")
        VALUES (1, 1, 1, ?, ?, ?, 1, 0, 0, 0, 0, ?)`).run(address, clientId, JSON.stringify(person), now)
      setTriggers(db, true)
      return adoptRows(db, outbox, now, newId)
    }),
    setPerson: (person) => {
      const text = JSON.stringify(person)
      const other = (readLink(db)?.person.userId ?? person.userId) !== person.userId
      const changed = db.prepare('UPDATE "_sync" SET "person" = ?, "signedOut" = 0, "problem" = NULL WHERE "person" <> ? OR "signedOut" <> 0').run(text, text).changes > 0
      // A cursor is one person's: it says what they may see.
      if (other) db.prepare('UPDATE "_sync" SET "cursor" = NULL').run()
      if (changed) outbox.reload()
    },
    setPaused: (paused) => {
      setPaused(paused ? 1 : 0)
    },
    setSignedOut: (code) => {
      db.prepare('UPDATE "_sync" SET "signedOut" = 1, "problem" = ?').run(code)
    },
    setProblem,
    noteComparison: (at, differing) => {
      db.prepare('UPDATE "_sync" SET "comparedAt" = ?, "differing" = ?').run(at, differing.length === 0 ? null : differing.join(', '))
    },
    nextBatch: (limits) => nextBatch(db, limits),
    recordAnswers: db.transaction((results, epoch) => {
      recordAnswers(db, results, epoch)
    }).immediate,
    beginPull: db.transaction(() => {
      db.prepare('DELETE FROM "_inbox"').run()
      db.prepare('UPDATE "_sync" SET "requestId" = "requestId" + 1').run()
      const link = readLink(db)
      if (link === undefined) throw new Error('this desk is connected to nothing')
      return { requestId: link.requestId, clientId: link.clientId, cursor: link.cursor, acknowledged: link.acknowledged }
    }).immediate,
    stage: db.transaction((requestId: number, data: Parameters<typeof stagePage>[1]) => {
      if (readLink(db)?.requestId !== requestId) return false
      stagePage(db, data)
      return true
    }).immediate,
    apply: (pull) => applyPull({ db, outbox, runner, commands, newId }, pull),
    requeueAfter: changing((lastSeq, epoch) => requeueAfter(db, lastSeq, epoch)),
    forgetCursor: () => {
      db.prepare('UPDATE "_sync" SET "cursor" = NULL, "requestId" = "requestId" + 1').run()
    },
    takeNewIdentity: changing((clientId) => {
      renumberFromOne(db, clientId)
    }),
    signOut: (wipe) => {
      if (wipe) db.pragma('secure_delete = ON')
      const touched = changing(() => {
        db.prepare('UPDATE "_sync" SET "capture" = 0').run()
        setTriggers(db, false)
        if (wipe) for (const table of syncedTables) db.prepare(`DELETE FROM "${table.name}" WHERE ${sharedRow(table)}`).run()
        if (wipe) db.prepare('DELETE FROM "_refused"').run()
        else setAsideUnsent(db)
        clearExchange(db)
        db.prepare('UPDATE "_sync" SET "connected" = 0, "epoch" = NULL, "cursor" = NULL, "problem" = NULL').run()
        return wipe ? syncedTables.map((table) => table.name) : []
      })()
      if (wipe) db.exec('VACUUM')
      if (wipe) db.pragma('wal_checkpoint(TRUNCATE)')
      return touched
    },
    refusedCommand: (id) => refusedCommand(db, id) ?? null,
    drop: (id) => dropRefused(db, id),
  }
}

function clearExchange(db: Database.Database): void {
  for (const table of ['_outbox', '_shadow', '_inbox', '_parked']) db.prepare(`DELETE FROM "${table}"`).run()
}
