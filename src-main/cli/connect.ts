import { syncContract } from '#shared/sync/sync.contract.ts'
import { openInBrowser } from '../browser/open-in-browser.ts'
import type { HostEvent } from '../operations/data-host.ts'
import { signInPage } from '../sync/sign-in/sign-in-begun.ts'
import { print, type Subcommand } from './cli.ts'
import { sayStanding } from './status.ts'
import { withWorkspace } from './workspace-session.ts'

export const connect: Subcommand = {
  usage: 'connect URL CODE|--company',
  summary: 'Connects this workspace to a central API, sends what is here and fetches what is there.',
  options: { company: { type: 'boolean' } },
  help: {
    CODE: 'the one-time code that “workbench invite” has printed',
    '--company': 'without a code, by the company’s account: opens the page to sign in, and prints its address',
  },
  run: async (args) => {
    const address = args.required(0, 'URL')
    const code = args.flag('company') ? undefined : args.required(1, 'CODE')
    await withWorkspace(args, async (session) => {
      const status = code === undefined ? await session.call(syncContract.operations.signIn, { address }, showPage) : await session.call(syncContract.operations.connect, { address, code })
      print(args, status, sayStanding(status))
    })
  },
}

/** On standard error, so that a script's output stays what it is. */
function showPage(event: HostEvent): void {
  const page = signInPage(event)
  if (page === undefined) return
  process.stderr.write(`Sign in with your company account. If no browser opens, open this address on this computer:\n${page}\n`)
  openInBrowser(page)
}
