import { existsSync } from 'node:fs'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { readCard, writeCardFile } from '../workspace/key-card.ts'
import { cardBeside } from '../workspace/unlock.ts'
import { placeCopy, refuseUnfitPlace } from '../workspace/place-copy.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { withWorkspace, workspaceDirectory } from './workspace-session.ts'

export const backup: Subcommand = {
  usage: 'backup FILE',
  summary: 'Copies the workspace as it is now, proves the copy whole, and puts it at FILE.',
  options: {},
  run: async (args) => {
    const target = args.required(0, 'FILE')
    if (existsSync(target)) throw new UsageError(`${target} exists`)
    refuseUnfitPlace(target, workspaceDirectory(args))
    await withWorkspace(args, async (session) => {
      const { path } = await session.call(workspaceContract.operations.backUp, {})
      const bytes = placeCopy(path, target)
      const card = readCard(workspaceDirectory(args))
      if (card !== undefined) writeCardFile(cardBeside(target), card)
      print(args, { file: target, bytes }, `${bytes} bytes copied to ${target}${card === undefined ? '' : `\n${cardBeside(target)} says whose key opens it${card.key === null ? '' : ', and holds it: keep the two apart, or connect to a central API, which keeps it instead'}.`}`)
    })
  },
}
