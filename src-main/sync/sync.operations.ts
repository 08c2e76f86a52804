import { syncContract } from '#shared/sync/sync.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { countPending, unsentCommands } from './outgoing-commands.ts'
import { refusedCommands } from './refused-commands.ts'
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
  { connect: servedByHost, now: servedByHost, pause: servedByHost, signOut: servedByHost, drop: servedByHost, retry: servedByHost },
)
