import { syncContract } from '#shared/sync/sync.contract.ts'
import { hostCapability } from '../operations/capability.ts'
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
    inbox: (_, { db }) => [...refusedCommands(db)],
  },
  { connect: servedByHost, ways: servedByHost, signIn: servedByHost, now: servedByHost, pause: servedByHost, signOut: servedByHost, drop: servedByHost, retry: servedByHost },
)
