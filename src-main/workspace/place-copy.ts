import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { keyFor } from './cipher.ts'
import { flushFile, flushFolder } from './flush.ts'
import { osRefusal } from './os-refusal.ts'
import { proveCopy } from './prove-workspace.ts'

/**
 * Refuses a place where a copy of the workspace cannot be put, before the work of making one: `folder.missing`,
 * `folder.blocked`, `file.name-too-long`, and `backup.inside-workspace`, for there it would go down with the workspace.
 */
export function refuseUnfitPlace(target: string, directory: string): void {
  const folder = dirname(resolve(target))
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) throw new RefusedError('folder.missing', `there is no folder ${folder}`)
  if (!stats.isDirectory()) throw new RefusedError('folder.blocked', `${folder} is not a folder`)
  const way = relative(realpath(directory), realpath(folder))
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) throw new RefusedError('backup.inside-workspace', 'the copy would lie inside the workspace’s own folder')
  lstatSync(join(folder, basename(target)), { throwIfNoEntry: false })
}

/** Puts a proven copy of a backup at `target`: all of it at once, never half. @returns its size */
export function placeCopy(source: string, target: string): number {
  const folder = dirname(resolve(target))
  const draft = join(folder, `.workbench-${randomBytes(6).toString('hex')}.draft`)
  try {
    copyFileSync(source, draft, constants.COPYFILE_EXCL)
    flushFile(draft)
    proveCopy(draft, keyFor(source))
    if (existsSync(target)) throw new RefusedError('folder.blocked', `${target} has come to exist`)
    renameSync(draft, target)
    flushFolder(folder)
    return statSync(target).size
  } catch (error) {
    rmSync(draft, { force: true })
    throw osRefusal(error) ?? error
  }
}

function realpath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}
