import { RefusedError } from '#shared/foundation/outcome.ts'
import { SIGN_IN_BEGUN, signInPage } from '../sync/sign-in/sign-in-begun.ts'
import { signInWithCompany } from '../sync/sign-in/sign-in.ts'
import { recoverKey } from '../sync/recover-key.ts'
import { tokenFile } from '../sync/refresh-token.ts'
import { systemSurroundings } from '../sync/serve-sync.ts'
import { openInBrowser } from '../browser/open-in-browser.ts'
import { readCard, readCardFile } from '../workspace/key-card.ts'
import { systemKeyring } from '../workspace/keyring.ts'
import { lockWorkspace } from '../workspace/lock.ts'
import { cardBeside, takeBackKey } from '../workspace/unlock.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { workspaceDirectory } from './workspace-session.ts'

export const unlock: Subcommand = {
  usage: 'unlock CODE|--company [--copy FILE]',
  summary: 'Has the key of an encrypted workspace back from the central API, where this computer’s keyring has lost it.',
  options: { company: { type: 'boolean' }, copy: { type: 'string' } },
  help: {
    '--company': 'by the company’s account, in the browser, instead of a one-time code',
    '--copy FILE': 'of a copy that is to be restored on this computer',
  },
  run: async (args) => {
    const directory = workspaceDirectory(args)
    const copy = args.text('copy')
    const code = args.positionals[0]
    if ((code === undefined) !== args.flag('company')) throw new UsageError('one of CODE and --company')
    const release = lockWorkspace(directory)
    try {
      const card = copy === undefined ? readCard(directory) : readCardFile(cardBeside(copy))
      if (card === undefined) throw new RefusedError('workspace-key.unknown', 'nothing says which key opens this')
      const surroundings = systemSurroundings()
      const { signal } = new AbortController()
      const key = await recoverKey(card, async (address) => (code === undefined ? signInWithCompany(address, { surroundings, signal, show: showPage }) : { path: '/auth/v1/enrol', body: { code } }), { surroundings, keeper: copy === undefined ? tokenFile(directory) : null, signal })
      const inKeyring = await takeBackKey(copy === undefined ? { directory } : { copy }, card, key, systemKeyring())
      print(args, { unlocked: true, inKeyring }, `Unlocked. ${inKeyring ? 'The key is in this computer’s keyring again.' : 'This computer has no keyring: the key lies beside the file.'}`)
    } finally {
      release()
    }
  },
}

function showPage(address: string): void {
  const page = signInPage({ name: SIGN_IN_BEGUN, data: { address } })
  if (page === undefined) return
  process.stderr.write(`Sign in with your company account. If no browser opens, open this address on this computer:\n${page}\n`)
  openInBrowser(page)
}
