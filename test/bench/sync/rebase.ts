import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SyncStore } from '#main/sync/sync-store.ts'
import { openForReading, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { createWriter } from '#main/workspace/writer.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { medianSpent, spentAlone, type Spent } from './spent.ts'

const ROUNDS = 3
const ROWS = 20

export interface Rebases {
  /** Rows of leads that pending commands have written: all of them are done again. */
  readonly all: Spent
  /** The same with so many of them pending. */
  readonly some: Spent
  /** Rows that no pending command has to do with. */
  readonly beside: Spent
}

/** A copy of a desk with pending commands, for the writer alone: it never meets a server. */
export function copyDesk(from: string, to: string): void {
  mkdirSync(to)
  const db = openForReading(from)
  try {
    db.prepare('VACUUM INTO ?').run(join(to, WORKSPACE_FILE))
  } finally {
    db.close()
  }
}

/**
 * Lets rows of others arrive at a desk with pending commands, and times how long applying them takes: staged before, as pages are.
 * @param pending how many commands the desk has pending; `some` of them are left for the second measure
 */
export function measureRebase(directory: string, pending: number, some: number): Rebases {
  const bugs: unknown[] = []
  const writer = createWriter(directory, (_, operation, error) => bugs.push(operation, error))
  const call = <M extends keyof SyncStore>(method: M, ...given: Parameters<SyncStore[M]>): ReturnType<SyncStore[M]> => {
    const outcome = writer.sync({ method, given } as Parameters<typeof writer.sync>[0])
    if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message} ${String(bugs)}`)
    return outcome.value as ReturnType<SyncStore[M]>
  }
  const db = openForReading(directory)
  const written = db.prepare(`SELECT "input" ->> '$.id' FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq" DESC LIMIT ?`).pluck().all(ROWS) as string[]
  const others = db.prepare('SELECT "id" FROM "leads" WHERE "id" NOT IN (SELECT "pk" FROM "_shadow") LIMIT ?').pluck().all(ROWS) as string[]
  // The server's values, which a row's shadow keeps while commands of this desk are pending on it.
  const values = leads.columnNames.map((name) => `coalesce((SELECT "row" ->> '$.${name}' FROM "_shadow" WHERE "tbl" = 'leads' AND "pk" = "id"), "${name}")`)
  const read = db.prepare(`SELECT ${values.join(', ')} FROM "leads" WHERE "id" = ?`).raw()
  const notesAt = leads.columnNames.indexOf('notes')
  let round = 0

  const arrive = (ids: readonly string[], lastSeq: number): Spent => {
    round += 1
    const put = ids.map((id) => (read.get(id) as (string | number | null)[]).with(notesAt, `from elsewhere ${round}`))
    const { requestId, cursor } = call('beginPull')
    call('stage', requestId, [{ table: leads.name, columns: [...leads.columnNames], put, remove: [] }])
    const epoch = call('standing')?.epoch ?? ''
    const spent = spentAlone(() => void call('apply', { requestId, reset: null, epoch, complete: { cursor: cursor ?? '', lastSeq, results: [] }, now: new Date().toISOString() }))
    const left = db.prepare(`SELECT count(*) FROM "_outbox" WHERE "state" <> 'acked'`).pluck().get() as number
    if (left !== pending - lastSeq || (read.get(ids[0]) as unknown[])[notesAt] !== `from elsewhere ${round}`) throw new Error(`${left} commands are pending after the rows have arrived`)
    return spent
  }
  const often = (ids: readonly string[], lastSeq: number): Spent => medianSpent(Array.from({ length: ROUNDS }, () => arrive(ids, lastSeq)))

  try {
    const all = often(written, 0)
    const beside = often(others, 0)
    arrive(written, pending - some)
    return { all, beside, some: often(written, pending - some) }
  } finally {
    db.close()
    writer.close()
  }
}
