import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where what a crash of Chromium or Node leaves of the memory lies in the workspace's folder; the program keeps files of its own there too. */
export const CRASH_FOLDER = 'crashes'

/** The dumps that lie there, by their paths. */
export function crashDumps(directory: string): readonly string[] {
  try {
    return readdirSync(join(directory, CRASH_FOLDER), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.dmp'))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
