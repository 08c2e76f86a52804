import { spawn } from 'node:child_process'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { startBrowserHost } from '../browser/browser-host.ts'
import { builtRenderer } from '../browser/built-renderer.ts'
import { openInBrowser } from '../browser/open-in-browser.ts'
import { findElectron } from '../electron/electron-start.ts'
import { signInPage } from '../sync/sign-in/sign-in-begun.ts'
import { openRescuable } from '../workspace/rescuable-host.ts'
import { UsageError, type Arguments, type Subcommand } from './cli.ts'
import { openWorkspace, Session, workspaceDirectory } from './workspace-session.ts'

export const start: Subcommand = {
  usage: 'start [--browser] [--demo] [--port N] [--no-open]',
  summary: 'Opens the window; where no Electron can be had, the same in a browser on this machine.',
  options: { browser: { type: 'boolean' }, demo: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  help: {
    '--browser': 'serves the window to a browser on this machine',
    '--demo': 'fills an empty workspace with the demo of Lira Financial',
    '--port N': 'the port of the browser’s window; otherwise any free one',
    '--no-open': 'only prints the address',
  },
  run: async (args) => {
    if (args.flag('browser')) return startInBrowser(args)
    const electron = await findElectron()
    if ('path' in electron) return startInElectron(electron.path, args)
    process.stdout.write(`The desktop window cannot be opened: ${electron.reason}\n${args.flag('no-open') ? 'A browser on this machine can show the workbench instead.' : 'The workbench opens in your browser instead.'}\n`)
    return startInBrowser(args)
  },
}

async function startInElectron(path: string, args: Arguments): Promise<void> {
  const { buildDesktop } = await import('../electron/build-desktop.ts')
  await buildDesktop()
  if (args.flag('demo')) await fillWithDemo(args)
  const child = spawn(path, ['.', `--workspace=${workspaceDirectory(args)}`], { stdio: 'inherit' })
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 0)))
}

async function startInBrowser(args: Arguments): Promise<void> {
  const port = portOf(args)
  const directory = workspaceDirectory(args)
  const out = await builtRenderer((sentence) => process.stdout.write(`${sentence}\n`))
  const host = await openWorkspace(directory, 'browser', openRescuable)
  try {
    if (args.flag('demo')) await loadDemo(new Session(host, !process.stderr.isTTY))
    const served = await startBrowserHost({ host, directory, out, port })
    process.stdout.write(`Channel Workbench is at ${served.address}\nWorkspace: ${directory}\nCtrl+C ends it.\n`)
    if (!args.flag('no-open')) {
      openInBrowser(served.address)
      host.onEvent((event) => {
        const page = signInPage(event)
        if (page !== undefined) openInBrowser(page)
      })
    }
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await served.close()
  } finally {
    await host.close()
  }
}

async function fillWithDemo(args: Arguments): Promise<void> {
  const host = await openWorkspace(workspaceDirectory(args))
  try {
    await loadDemo(new Session(host, !process.stderr.isTTY))
  } finally {
    await host.close()
  }
}

/** A workspace that holds something already is opened as it is. */
async function loadDemo(session: Session): Promise<void> {
  const { counts } = await session.call(workspaceContract.operations.status, {})
  if (counts.leads + counts.partners + counts.territories > 0) return
  process.stdout.write('Making the demo workspace of Lira Financial …\n')
  await session.call(workspaceContract.operations.loadDemo, {})
}

function portOf(args: Arguments): number {
  const port = Number(args.text('port') ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535')
  return port
}
