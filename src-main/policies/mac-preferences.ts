import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyLayer, PolicyLayers } from '#shared/policies/resolve-policies.ts'
import type { RunTool } from './policy-place.ts'
import { readPolicyText } from './policy-text.ts'

/** Where macOS lays what a management profile forces; root alone writes there. */
const MANAGED = '/Library/Managed Preferences'
const PLUTIL = '/usr/bin/plutil'

/** Reads the policies of macOS: the preferences of the program's domain that a profile forces, for the machine and for the user. */
export async function readMacPreferences(run: RunTool, domain: string, userName: string, folder = MANAGED): Promise<PolicyLayers> {
  const [machine, user] = await Promise.all([readPreferences(run, join(folder, `${domain}.plist`)), readPreferences(run, join(folder, userName, `${domain}.plist`))])
  return { machine, user }
}

async function readPreferences(run: RunTool, place: string): Promise<PolicyLayer> {
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false })
    if (stats === undefined) return { place, entries: {} }
    if (stats.isSymbolicLink()) return { place, problem: 'not-trusted' }
    const read = readPolicyText(place, Buffer.from(await run(PLUTIL, ['-convert', 'json', '-o', '-', '--', place])))
    // The system adds to a profile's preferences where they come from.
    return 'entries' in read ? { place, entries: Object.fromEntries(Object.entries(read.entries).filter(([name]) => !name.startsWith('Payload'))) } : read
  } catch {
    return { place, problem: 'unreadable' }
  }
}
