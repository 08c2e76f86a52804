import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { lockWorkspace } from '../workspace/lock.ts'
import { rescueWorkspace } from '../workspace/rescue.ts'
import { EXIT, print, type Subcommand } from './cli.ts'
import { unlockAlone, withWorkspace, workspaceDirectory } from './workspace-session.ts'

export const doctor: Subcommand = {
  usage: 'doctor [--rescue]',
  summary: 'Examines the workspace. --rescue sets a damaged one aside and saves from it and from the backups what can be saved.',
  options: { rescue: { type: 'boolean' } },
  help: {
    '--rescue': 'sets a damaged workspace aside and saves what can be saved',
  },
  run: async (args) => {
    if (args.flag('rescue')) {
      const directory = workspaceDirectory(args)
      await unlockAlone(directory)
      const unlock = lockWorkspace(directory)
      try {
        const report = rescueWorkspace(directory, new Date().toISOString())
        print(args, report, `The damaged workspace is kept in ${report.damaged}\nBackup used: ${report.backup ?? 'none'}\n${report.read === 0 ? 'Nothing could be read from the damaged file.' : `Saved from the damaged file: ${JSON.stringify(report.salvaged)}`}`)
      } finally {
        unlock()
      }
      return
    }
    await withWorkspace(args, async (session) => {
      const examined = await session.call(workspaceContract.operations.doctor, {})
      print(args, examined, examined.findings.map(({ check, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'} ${check.padEnd(24)}${detail}`).join('\n'))
      if (!examined.ok) process.exitCode = EXIT.refused
    })
  },
}
