import { syncContract } from '#shared/sync/sync.contract.ts'
import { EXIT, print, type Subcommand } from './cli.ts'
import { sayStanding } from './status.ts'
import { withWorkspace } from './workspace-session.ts'

export const sync: Subcommand = {
  usage: 'sync',
  summary: 'Sends and fetches until this workspace and its central API agree.',
  options: {},
  run: async (args) => {
    await withWorkspace(args, async (session) => {
      const status = await session.call(syncContract.operations.now, {})
      print(args, status, sayStanding(status))
      if (status.problem !== null || status.pending > 0) process.exitCode = EXIT.refused
    })
  },
}
