import { restoreBackup } from '../workspace/restore.ts'
import { print, type Subcommand } from './cli.ts'
import { workspaceDirectory } from './workspace-session.ts'

export const restore: Subcommand = {
  usage: 'restore FILE',
  summary: 'Puts a backup in the workspace’s place; what was there is kept beside it.',
  options: {},
  run: async (args) => {
    const report = restoreBackup(workspaceDirectory(args), args.required(0, 'FILE'), new Date().toISOString())
    print(args, report, `Restored. ${report.kept === null ? 'There was no workspace before.' : `The workspace that was there is kept in ${report.kept}`}`)
  },
}
