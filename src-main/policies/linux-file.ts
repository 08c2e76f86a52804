import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import type { PolicyLayer } from '#shared/policies/resolve-policies.ts'
import { readPolicyText } from './policy-text.ts'

export const LINUX_POLICIES = '/etc/channel-workbench/policies.json'

/** Far above any policies, far below what would hold a start up. */
const LARGEST = 256 * 1024
const GROUP_OR_OTHERS_WRITE = 0o022

/**
 * Reads the machine's policies of Linux: a file that belongs to root and that nobody else may write, in such a folder, no link.
 * Anything else at that place is not believed, and counts as a place that cannot be read.
 * @param owner the user whose file it must be; root but in tests
 */
export function readLinuxFile(place: string, owner = 0): PolicyLayer {
  let file: number | undefined
  try {
    file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const stats = fstatSync(file)
    if (!stats.isFile() || !belongsTo(owner, stats) || !belongsTo(owner, lstatSync(dirname(place)))) return { place, problem: 'not-trusted' }
    if (stats.size > LARGEST) return { place, problem: 'too-large' }
    return readPolicyText(place, readUpTo(file, LARGEST))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { place, entries: {} }
    return { place, problem: code === 'ELOOP' ? 'not-trusted' : 'unreadable' }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function belongsTo(owner: number, { uid, mode }: Stats): boolean {
  return uid === owner && (mode & GROUP_OR_OTHERS_WRITE) === 0
}

function readUpTo(file: number, most: number): Buffer {
  const buffer = Buffer.alloc(most)
  let size = 0
  for (;;) {
    const read = readSync(file, buffer, size, most - size, null)
    size += read
    if (read === 0 || size === most) return buffer.subarray(0, size)
  }
}
