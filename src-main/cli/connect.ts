import { syncContract } from '#shared/sync/sync.contract.ts'
import { print, type Subcommand } from './cli.ts'
import { sayStanding } from './status.ts'
import { withWorkspace } from './workspace-session.ts'

export const connect: Subcommand = {
  usage: 'connect URL CODE',
  summary: 'Connects this workspace to a central API by a one-time code, sends what is here and fetches what is there.',
  options: {},
  run: async (args) => {
    const address = args.required(0, 'URL')
    const code = args.required(1, 'CODE')
    await withWorkspace(args, async (session) => {
      const status = await session.call(syncContract.operations.connect, { address, code })
      print(args, status, sayStanding(status))
    })
  },
}
