import type Database from 'better-sqlite3'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { countPending } from './outgoing-commands.ts'
import { countAside } from './stage-page.ts'
import { readLink } from './sync-row.ts'

/** What of sync is not in the workspace but in the running program. */
export interface LiveSync {
  /** The central API could not be reached at the last attempt, or refused to talk. */
  readonly offline: boolean
  readonly loading: SyncStatus['loading']
}

export const AT_REST: LiveSync = { offline: false, loading: null }

export function syncStatus(db: Database.Database, live: LiveSync): SyncStatus {
  const link = readLink(db)
  const refused = db.prepare('SELECT count(*) FROM "_refused"').pluck().get() as number
  if (link === undefined) return { state: 'local', address: null, person: null, pending: 0, refused, aside: 0, lastSyncAt: null, problem: null, loading: null }
  const pending = countPending(db)
  const { address, person, lastSyncAt, problem } = link
  return { state: stateOf(link, live, pending, refused), address, person, pending, refused, aside: countAside(db), lastSyncAt, problem, loading: live.loading }
}

function stateOf(link: { readonly signedOut: boolean; readonly paused: boolean; readonly lastSyncAt: string | null }, live: LiveSync, pending: number, refused: number): SyncStatus['state'] {
  if (link.signedOut) return 'signedOut'
  if (link.paused) return 'paused'
  if (live.offline) return 'offline'
  if (refused > 0) return 'refused'
  return pending > 0 || link.lastSyncAt === null ? 'pending' : 'synced'
}
