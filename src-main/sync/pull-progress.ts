import type Database from 'better-sqlite3'
import { pullSchema, pullAnswerSchema, type PullAnswer } from '#shared/sync/messages.ts'
import { z } from 'zod'
import type { StartedPull } from './sync-store.ts'

/** How far a pull of several pages has come: with it, a program that was ended goes on where it was. */
export interface PullProgress {
  readonly begun: StartedPull
  readonly reset: PullAnswer['reset']
  readonly epoch: string
  /** Where the next page begins, or the last one, which can be asked for again. */
  readonly token: string
  /** Rows kept. */
  readonly done: number
}

const { requestId, clientId, cursor, acknowledged } = pullSchema.shape
const { epoch, reset } = pullAnswerSchema.shape
const rowSchema = z.object({ requestId, clientId, cursor, acknowledged, epoch, reset, token: z.string(), done: z.int() })

/** Whether this is the page that was asked for, and not what a proxy had kept of another pull, or of another page of this one. */
export function answers({ requestId: told, after }: Pick<PullAnswer, 'requestId' | 'after'>, begun: StartedPull, token: string | null): boolean {
  return told === begun.requestId && (after === undefined || after === token)
}

/** Kept in the file that the pages are kept in. */
export const pullProgress = {
  read(db: Database.Database): PullProgress | null {
    const row = db.prepare('SELECT * FROM "_pull"').get()
    if (row === undefined) return null
    const { reset: why, epoch: at, token, done, ...begun } = rowSchema.parse(row)
    return { begun, reset: why, epoch: at, token, done }
  },
  begin(db: Database.Database, begun: StartedPull, page: Pick<PullAnswer, 'reset' | 'epoch' | 'token' | 'data'>): void {
    const done = page.data.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0)
    db.prepare('INSERT OR REPLACE INTO "_pull" ("one", "requestId", "clientId", "cursor", "acknowledged", "reset", "epoch", "token", "done") VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(begun.requestId, begun.clientId, begun.cursor, begun.acknowledged, page.reset, page.epoch, page.token ?? '', done)
  },
  advance(db: Database.Database, token: string | null, rows: number): void {
    if (token !== null) db.prepare('UPDATE "_pull" SET "token" = ?, "done" = "done" + ?').run(token, rows)
  },
  forget(db: Database.Database): void {
    db.prepare('DELETE FROM "_pull"').run()
  },
}
