import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'

/** Every folder beside a workspace in which a swap, a rescue, a backup or a first load leaves its rows. */
const COPIES = /^(backups|incoming|outgoing|(damaged|replaced|restoring|ready)-.*)$/
const ZEROS = Buffer.alloc(1_048_576)

/**
 * Removes all copies of a workspace that lie in its folder, each overwritten first: a disk that writes elsewhere (SSD) may still
 * hold what was there, which only its encryption prevents. Refuses with `workspace.copies-remain` and goes on with the others.
 */
export function removeCopies(directory: string): void {
  const remaining: string[] = []
  for (const name of readdirSync(directory).filter((each) => COPIES.test(each))) {
    try {
      for (const file of filesIn(join(directory, name))) overwrite(file)
      rmSync(join(directory, name), { recursive: true })
    } catch {
      remaining.push(name)
    }
  }
  if (remaining.length > 0) throw new RefusedError('workspace.copies-remain', `these copies could not be removed: ${remaining.join(', ')}`, { names: remaining.join(', ') })
}

function filesIn(path: string): readonly string[] {
  const found = lstatSync(path)
  if (found.isDirectory()) return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
  return found.isFile() ? [path] : []
}

/** Writes zeros over a file's bytes. */
export function overwrite(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const { size } = lstatSync(path)
    for (let at = 0; at < size; at += ZEROS.length) writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
