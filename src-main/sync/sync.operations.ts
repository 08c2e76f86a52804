import { syncContract } from '#shared/sync/sync.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { digestRows } from './digest-rows.ts'
import { countPending, unsentCommands } from './outgoing-commands.ts'
import { refusedCommands } from './refused-commands.ts'
import { readLink } from './sync-row.ts'
import { syncStatus } from './sync-status.ts'

/** The data host itself serves the jobs: they concern the loop that lives there. */
const servedByHost = (): never => {
  throw new Error('the data host serves this itself')
}

export const syncHost = hostCapability(
  syncContract,
  {
    status: (_, { db, sync }) => syncStatus(db, sync()),
    outbox: (_, { db }) => ({ total: countPending(db), commands: [...unsentCommands(db)] }),
    inbox: (_, { db }) => [...refusedCommands(db)],
  },
  {
    digest: async (_, { db }) => db.transaction(() => ({ cursor: readLink(db)?.cursor ?? null, tables: digestRows(db) }))(),
    connect: servedByHost, ways: servedByHost, signIn: servedByHost, now: servedByHost, compare: servedByHost, pause: servedByHost, signOut: servedByHost, drop: servedByHost, retry: servedByHost,
  },
)
