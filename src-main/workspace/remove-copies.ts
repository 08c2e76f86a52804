import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join, relative } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { crashDumps } from '../diagnostics/crash-dumps.ts'

/** Every folder beside a workspace in which a swap, a rescue, a backup or a first load leaves its rows. */
const COPIES = /^(backups|incoming|outgoing|(damaged|replaced|restoring|ready)-.*)$/
const ZEROS = Buffer.alloc(1_048_576)

/**
 * Removes all copies of a workspace that lie in its folder, and what crashes have left of its rows, each overwritten first: a disk that
 * writes elsewhere (SSD) may still hold what was there, which only its encryption prevents. Refuses with `workspace.copies-remain` and
 * goes on with the others.
 */
export function removeCopies(directory: string): void {
  const remaining: string[] = []
  const copies = readdirSync(directory).filter((name) => COPIES.test(name)).map((name) => join(directory, name))
  for (const path of [...copies, ...crashDumps(directory)]) {
    try {
      for (const file of filesIn(path)) overwrite(file)
      rmSync(path, { recursive: true })
    } catch {
      remaining.push(relative(directory, path))
    }
  }
  if (remaining.length > 0) throw new RefusedError('workspace.copies-remain', `these copies could not be removed: ${remaining.join(', ')}`, { names: remaining.join(', ') })
}

/** Every file at or below a path; links are none. */
export function filesIn(path: string): readonly string[] {
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
