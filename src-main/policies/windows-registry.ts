import { join } from 'node:path'
import { policyNames, policyShape } from '#shared/policies/policy-schema.ts'
import { SUGGESTIONS, type PolicyLayer, type PolicyLayers } from '#shared/policies/resolve-policies.ts'
import type { RunTool } from './policy-place.ts'

/** Below `Software\Policies`, which only administrators write. Not below Microsoft's own, where Intune takes no templates of others. */
const PARENT = 'Software\\Policies'
const VENDOR = 'ChannelWorkbench'
export const REGISTRY_KEY = `${PARENT}\\${VENDOR}`

/** Reads the policies of Windows from the registry, with the system's own `reg.exe`: the machine's key, and the user's. */
export async function readWindowsRegistry(run: RunTool, systemRoot: string): Promise<PolicyLayers> {
  const reg = join(systemRoot, 'System32', 'reg.exe')
  const [machine, user] = await Promise.all([readKey(run, reg, 'HKLM'), readKey(run, reg, 'HKCU')])
  return { machine, user }
}

async function readKey(run: RunTool, reg: string, hive: 'HKLM' | 'HKCU'): Promise<PolicyLayer> {
  const place = `${hive}\\${REGISTRY_KEY}`
  try {
    // reg.exe tells a key that is not there from one that may not be read only in the system's language: so the key above is asked first.
    const above = await run(reg, ['query', `${hive}\\${PARENT}`, '/reg:64'])
    if (!above.split(/\r?\n/).some((line) => line.trim().toLowerCase().endsWith(`\\policies\\${VENDOR.toLowerCase()}`))) return { place, entries: {} }
    return { place, entries: readEntries(await run(reg, ['query', place, '/s', '/reg:64'])) }
  } catch {
    return { place, problem: 'unreadable' }
  }
}

const ENTRY = /^ {4}(.+?) {4}(REG_[A-Z_]+) {4}(.*)$/

/** What `reg query … /s` prints: a line with the key's full name, then its values, four spaces between name, type and value. */
export function readEntries(printed: string): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  const suggested: Record<string, unknown> = {}
  let into: Record<string, unknown> | undefined
  for (const line of printed.split(/\r?\n/)) {
    const entry = ENTRY.exec(line)
    if (entry !== null) {
      const [, name = '', type = '', text = ''] = entry
      if (into !== undefined) Object.defineProperty(into, name, { value: valueOf(name, type, text), enumerable: true, configurable: true, writable: true })
    } else if (/^HKEY_/i.test(line)) {
      const key = line.trim().toLowerCase()
      into = key.endsWith(`\\${VENDOR.toLowerCase()}`) ? set : key.endsWith(`\\${VENDOR}\\${SUGGESTIONS}`.toLowerCase()) ? suggested : undefined
    }
  }
  return Object.keys(suggested).length === 0 ? set : { ...set, [SUGGESTIONS]: suggested }
}

/** A switch of the registry is the number 0 or 1. Whatever else is there is left to be refused by the policy's own schema. */
function valueOf(name: string, type: string, text: string): unknown {
  if (type !== 'REG_DWORD') return type === 'REG_SZ' ? text : { type }
  const number = Number(text)
  const known = policyNames.find((each) => each === name)
  const isSwitch = known !== undefined && policyShape(known).kind === 'switch'
  return isSwitch && (number === 0 || number === 1) ? number === 1 : number
}
