import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Operation } from '#shared/foundation/operation.ts'
import { noteCrashes, openLog, type LogWriter } from '../diagnostics/log-file.ts'
import { newId } from '../foundation/new-id.ts'
import type { DataHost, FileGrant, HostEvent } from '../operations/data-host.ts'
import { followProxy } from '../policies/proxy.ts'
import { keepPolicies } from '../policies/read-policies.ts'
import { openDataHost } from '../workspace/data-host.ts'
import { lockWorkspace } from '../workspace/lock.ts'
import { unlockWorkspace } from '../workspace/unlock.ts'
import { systemKeyring } from '../workspace/keyring.ts'
import type { Arguments } from './cli.ts'
import { showProgress } from './progress.ts'

/** Where a workspace lies unless `--workspace` says otherwise: the system's folder for a program's data. */
export function workspaceDirectory(args: Arguments): string {
  const given = args.text('workspace') ?? process.env['WORKBENCH_WORKSPACE'] ?? ''
  if (given !== '') return resolve(given)
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Channel Workbench')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Channel Workbench')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'channel-workbench')
}

/** The workspace, open for the length of one command line. */
export class Session {
  readonly #host: DataHost
  readonly #quiet: boolean

  constructor(host: DataHost, quiet: boolean) {
    this.#host = host
    this.#quiet = quiet
  }

  /**
   * Runs an operation; Ctrl+C cancels it when it is a job. Throws RefusedError when it is refused.
   * @param hear told what happens meanwhile
   */
  async call<Op extends Operation>(operation: Op, input: z.input<Op['input']>, hear: (event: HostEvent) => void = () => undefined): Promise<z.output<Op['output']>> {
    const deafen = this.#host.onEvent(hear)
    try {
      return (await this.callNamed(operation.name, input)) as z.output<Op['output']>
    } finally {
      deafen()
    }
  }

  async callNamed(name: string, input: unknown): Promise<unknown> {
    const id = newId()
    const hide = this.#quiet ? () => undefined : showProgress((listener: (event: HostEvent) => void) => this.#host.onEvent(listener), id)
    const cancel = (): void => void this.#host.call('host.cancel', { job: id }, { kind: 'command-line' })
    process.once('SIGINT', cancel)
    try {
      const outcome = await this.#host.call(name, input, { kind: 'command-line' }, id)
      if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
      return outcome.value
    } finally {
      process.off('SIGINT', cancel)
      hide()
    }
  }

  /** Hands the program a file the user named. */
  grant(path: string, access: FileGrant['access']): string {
    const token = randomBytes(24).toString('base64url')
    this.#host.grantFile({ token, path: resolve(path), access })
    return token
  }
}

/** Opens the workspace for a program of its own, under what the company has set. */
export async function openWorkspace(directory: string, writer: LogWriter = 'command-line', open = openDataHost): Promise<DataHost> {
  const policies = await keepPolicies()
  followProxy(policies)
  const write = openLog(directory, writer)
  noteCrashes(write)
  return open({
    directory,
    policies,
    keyring: systemKeyring(),
    log: (line) => {
      process.stderr.write(`${line}\n`)
      write(line)
    },
  })
}

/** Has the key of a workspace that nobody has open, for work on its files. */
export async function unlockAlone(directory: string): Promise<void> {
  const policies = await keepPolicies()
  const release = lockWorkspace(directory)
  try {
    await unlockWorkspace(directory, { keyring: systemKeyring(), required: policies.current().set.EncryptionRequired === true })
  } finally {
    release()
    policies.close()
  }
}

export async function withWorkspace<T>(args: Arguments, work: (session: Session) => Promise<T>): Promise<T> {
  const host = await openWorkspace(workspaceDirectory(args))
  try {
    return await work(new Session(host, args.flag('json') || !process.stderr.isTTY))
  } finally {
    await host.close()
  }
}
