import { syncContract, type RowComparison } from '#shared/sync/sync.contract.ts'
import { EXIT, print, type Subcommand } from './cli.ts'
import { sayStanding } from './status.ts'
import { withWorkspace } from './workspace-session.ts'

export const sync: Subcommand = {
  usage: 'sync [--check]',
  summary: 'Sends and fetches until this workspace and its central API agree. --check also compares them row by row.',
  options: { check: { type: 'boolean' } },
  help: {
    '--check': 'compares the rows with those of the central API, and fetches all anew where they differ',
  },
  run: async (args) => {
    await withWorkspace(args, async (session) => {
      if (args.flag('check')) {
        const comparison = await session.call(syncContract.operations.compare, {})
        print(args, comparison, sayComparison(comparison))
        if (!comparison.compared || comparison.differing.length > 0) process.exitCode = EXIT.refused
        return
      }
      const status = await session.call(syncContract.operations.now, {})
      print(args, status, sayStanding(status))
      if (status.problem !== null || status.pending > 0) process.exitCode = EXIT.refused
    })
  },
}

function sayComparison({ compared, differing }: RowComparison): string {
  if (!compared) return 'Not compared: this workspace and its central API are not in step.'
  return differing.length === 0 ? 'All rows are as the central API has them.' : `Rows of ${differing.join(', ')} were not as the central API has them; all were fetched anew.`
}
