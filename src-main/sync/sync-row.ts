import type Database from 'better-sqlite3'
import { personSchema, type Person } from '#shared/people/enrolment.ts'

/** The link between this desk and a central API, as the workspace keeps it: one row, or none on a desk that never had one. */
export interface SyncRow {
  readonly connected: boolean
  readonly address: string
  readonly clientId: string
  readonly person: Person
  readonly epoch: string | null
  readonly cursor: string | null
  readonly nextSeq: number
  readonly lastId: string | null
  readonly acknowledged: number
  readonly requestId: number
  readonly paused: boolean
  readonly signedOut: boolean
  readonly lastSyncAt: string | null
  readonly problem: string | null
  /** When the rows were last compared with the server's, and the tables in which they were not the same, separated by commas. */
  readonly comparedAt: string | null
  readonly differing: string | null
}

export function readSyncRow(db: Database.Database): SyncRow | undefined {
  const row = db.prepare('SELECT * FROM "_sync"').get() as Record<keyof SyncRow, unknown> | undefined
  if (row === undefined) return undefined
  return {
    ...(row as unknown as SyncRow),
    connected: row.connected === 1,
    paused: row.paused === 1,
    signedOut: row.signedOut === 1,
    person: personSchema.parse(JSON.parse(String(row.person))),
  }
}

/** The link, while there is one. */
export function readLink(db: Database.Database): SyncRow | undefined {
  const row = readSyncRow(db)
  return row?.connected === true ? row : undefined
}
