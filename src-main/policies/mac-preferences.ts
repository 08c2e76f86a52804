import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyLayer, PolicyLayers } from '#shared/policies/resolve-policies.ts'
import type { RunTool } from './policy-place.ts'
import { readPolicyText } from './policy-text.ts'

/** Where macOS lays what a management profile forces; root alone writes there. */
const MANAGED = '/Library/Managed Preferences'
const PLUTIL = '/usr/bin/plutil'

/** Reads the policies of macOS: the preferences of the program's domain that a profile forces, for the machine and for the user. */
export function readMacPreferences(run: RunTool, domain: string, user: string, folder = MANAGED): PolicyLayers {
  return { machine: readPreferences(run, join(folder, `${domain}.plist`)), user: readPreferences(run, join(folder, user, `${domain}.plist`)) }
}

function readPreferences(run: RunTool, place: string): PolicyLayer {
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false })
    if (stats === undefined) return { place, entries: {} }
    if (stats.isSymbolicLink()) return { place, problem: 'not-trusted' }
    const read = readPolicyText(place, Buffer.from(run(PLUTIL, ['-convert', 'json', '-o', '-', '--', place])))
    // The system adds to a profile's preferences where they come from.
    return 'entries' in read ? { place, entries: Object.fromEntries(Object.entries(read.entries).filter(([name]) => !name.startsWith('Payload'))) } : read
  } catch {
    return { place, problem: 'unreadable' }
  }
}
