import { syncContract, type SyncStatus } from '#shared/sync/sync.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { print, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

export const status: Subcommand = {
  usage: 'status',
  summary: 'Says what is in the workspace and how it stands with its central API.',
  options: {},
  run: async (args) => {
    await withWorkspace(args, async (session) => {
      const [workspace, sync] = [await session.call(workspaceContract.operations.status, {}), await session.call(syncContract.operations.status, {})]
      const { counts } = workspace
      print(args, { ...workspace, sync }, [`${counts.leads} leads, ${counts.partners} partners, ${counts.territories} territories`, `Last backup: ${workspace.lastBackup ?? 'none'}`, sayStanding(sync)].join('\n'))
    })
  },
}

/** How the desk stands, in a line. */
export function sayStanding({ state, address, person, pending, refused, aside, lastSyncAt, problem }: SyncStatus): string {
  const waiting = [...(refused === 0 ? [] : [`${refused} refused commands wait`]), ...(aside === 0 ? [] : [`${aside} rows of the central API do not fit this version and are kept aside`])]
  if (state === 'local') return ['Connected to no central API', ...waiting].join('; ')
  return [
    `${state}: ${address ?? ''}, ${person?.name ?? ''} (${person?.role ?? ''}) of ${person?.tenantName ?? ''}`,
    `${pending} commands to send`,
    ...waiting,
    lastSyncAt === null ? 'never in step yet' : `last in step ${lastSyncAt}`,
    ...(problem === null ? [] : [`problem: ${problem}`]),
  ].join('; ')
}
