import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { resolvePolicies, type PolicyLayers, type ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import { APP_ID } from '../electron/app-identity.ts'
import { LINUX_POLICIES, readLinuxFile } from './linux-file.ts'
import { readMacPreferences } from './mac-preferences.ts'
import type { ReadLayers, RunTool } from './policy-place.ts'
import { readWindowsRegistry } from './windows-registry.ts'

const TOOL_MILLISECONDS = 5_000

const runTool: RunTool = async (program, args) => (await promisify(execFile)(program, args, { timeout: TOOL_MILLISECONDS, windowsHide: true })).stdout

/** What administrators have set on this computer. No switch and no environment leads elsewhere: whoever could bend it would be bound by nothing. */
async function systemLayers(): Promise<PolicyLayers> {
  if (process.platform === 'win32') return readWindowsRegistry(runTool, 'C:\\Windows')
  if (process.platform === 'darwin') return readMacPreferences(runTool, APP_ID, userInfo().username)
  return { machine: readLinuxFile(LINUX_POLICIES) }
}

/** What the company has set, kept current. */
export interface Policies {
  current(): ResolvedPolicies
  /** Told when what counts, or what is wrong, has become another. @returns ends the subscription */
  onChange(listener: () => void): () => void
  close(): void
}

const LOOK_EVERY = 30_000

/** Reads the policies now and from time to time, so that what administrators change counts without a new start. */
export async function keepPolicies(read: ReadLayers = systemLayers, every = LOOK_EVERY): Promise<Policies> {
  const listeners = new Set<() => void>()
  let current = resolvePolicies(await read())
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const look = async (): Promise<void> => {
    const before = JSON.stringify(current)
    const layers = await read()
    if (closed) return
    current = resolvePolicies(layers)
    if (JSON.stringify(current) !== before) for (const listener of listeners) listener()
    lookLater()
  }
  const lookLater = (): void => {
    timer = setTimeout(() => void look(), every).unref()
  }
  lookLater()
  return {
    current: () => current,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}
