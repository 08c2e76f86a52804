import { join } from 'node:path'
import Database from 'better-sqlite3'
import { assertSynced, type BenchDesk } from './bench-desk.ts'
import type { CentralProcess } from './central-process.ts'
import { spentWith, type Spent } from './spent.ts'
import type { Edit } from './workload.ts'

/** After so many commands, some single rows are inserted, so that both meet the same disk. */
const TURN = 100
const SINGLE_ROWS = 25

export interface GivenOffline {
  /** Milliseconds of each, in the order given. */
  readonly commands: readonly number[]
  /** Milliseconds of each insert of a single row in a transaction of its own, synchronous=FULL. */
  readonly singleRows: readonly number[]
}

/** Gives the commands one after another on a desk that is paused, as a window would. */
export async function giveOffline(desk: BenchDesk, edits: readonly Edit[], folder: string): Promise<GivenOffline> {
  await desk.call('sync.pause', { paused: true })
  const db = new Database(join(folder, 'single-rows.db'))
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec('CREATE TABLE "notes" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL)')
    const insert = db.prepare('INSERT INTO "notes" ("text") VALUES (?)')
    const commands: number[] = []
    const singleRows: number[] = []
    for (const [at, { id, value, was }] of edits.entries()) {
      const began = performance.now()
      await desk.call('leads.update', { id, edits: [{ field: 'city', value, was }] })
      commands.push(performance.now() - began)
      if (at % TURN !== 0) continue
      for (let row = 0; row < SINGLE_ROWS; row += 1) {
        const started = performance.now()
        insert.run(value)
        singleRows.push(performance.now() - started)
      }
    }
    return { commands, singleRows }
  } finally {
    db.close()
  }
}

/** Goes online again: everything is pushed, pulled and applied. */
export function goOnline(desk: BenchDesk, central: CentralProcess): Promise<Spent> {
  return spentWith(central, async () => assertSynced(await desk.call('sync.pause', { paused: false })))
}
