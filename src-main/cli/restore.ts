import { systemKeyring } from '../workspace/keyring.ts'
import { refuseNoFile } from '../workspace/prove-workspace.ts'
import { restoreBackup } from '../workspace/restore.ts'
import { keyOfCopy } from '../workspace/unlock.ts'
import { print, type Subcommand } from './cli.ts'
import { unlockAlone, workspaceDirectory } from './workspace-session.ts'

export const restore: Subcommand = {
  usage: 'restore FILE',
  summary: 'Puts a backup in the workspace’s place; what was there is kept beside it.',
  options: {},
  run: async (args) => {
    const directory = workspaceDirectory(args)
    const file = args.required(0, 'FILE')
    refuseNoFile(file)
    await unlockAlone(directory)
    const report = restoreBackup(directory, file, new Date().toISOString(), await keyOfCopy(file, directory, systemKeyring()))
    print(args, report, `Restored. ${report.kept === null ? 'There was no workspace before.' : `The workspace that was there is kept in ${report.kept}`}`)
  },
}
