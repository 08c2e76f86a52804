import { copyFileSync, existsSync } from 'node:fs'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

export const backup: Subcommand = {
  usage: 'backup FILE',
  summary: 'Copies the workspace as it is now, proves the copy whole, and puts it at FILE.',
  options: {},
  run: async (args) => {
    const target = args.required(0, 'FILE')
    if (existsSync(target)) throw new UsageError(`${target} exists`)
    await withWorkspace(args, async (session) => {
      const { path, bytes } = await session.call(workspaceContract.operations.backUp, {})
      copyFileSync(path, target)
      print(args, { file: target, bytes }, `${bytes} bytes copied to ${target}`)
    })
  },
}
