import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { flushFolder } from './flush.ts'
import { asRefusal, WORKSPACE_FILE } from './open.ts'
import { BEHIND_FILE, SEEN_FILE } from './seen-mark.ts'

const DRAFT = 'restoring-'
const READY = 'ready-'
/** The file of the workspace and those that belong to it; they go together or not at all. */
export const PARTS: readonly string[] = [WORKSPACE_FILE, `${WORKSPACE_FILE}-wal`, `${WORKSPACE_FILE}-shm`, SEEN_FILE, BEHIND_FILE]
/** Where somebody's workspace lies when it does not lie in its place. */
const REMAINS = /^(damaged-|replaced-|restoring)/

/**
 * Puts a new workspace in the place of the old one, which is kept in a folder beside it.
 * The new one is built in a folder of its own; that folder's renaming to `ready-…` is the decision. A crash before it leaves
 * the old workspace, a crash after it is finished by `settleSwap` when the workspace is opened next. An error undoes it all.
 * @param aside names the folder for what was there
 * @param build makes the new workspace file in the folder it is given, whole and closed
 * @returns the folder the old one is kept in, or null when there was none
 */
export function replaceWorkspace<T>(directory: string, aside: string, build: (draft: string) => T): { readonly kept: string | null; readonly built: T } {
  finishSwaps(directory)
  const name = unusedName(directory, aside)
  const draft = join(directory, DRAFT + name)
  const ready = join(directory, READY + name)
  try {
    mkdirSync(draft)
    const built = build(draft)
    if (existsSync(join(draft, `${WORKSPACE_FILE}-wal`))) throw new Error('the new workspace was not closed')
    flushFolder(draft)
    renameSync(draft, ready)
    flushFolder(directory)
    return { kept: swapIn(directory, name) ? join(directory, name) : null, built }
  } catch (error) {
    undo(directory, name)
    throw asRefusal(error)
  }
}

/**
 * Finishes what a crash has left of a swap. Refuses with `workspace.interrupted` where there is no workspace file but
 * something of somebody's beside its place: nobody gets a new empty workspace instead of their own.
 */
export function settleSwap(directory: string): void {
  try {
    finishSwaps(directory)
    const names = readdirSync(directory)
    if (existsSync(join(directory, WORKSPACE_FILE))) {
      for (const draft of names.filter((name) => name.startsWith(DRAFT))) rmSync(join(directory, draft), { recursive: true, force: true })
      return
    }
    const found = names.filter((name) => REMAINS.test(name) || name === `${WORKSPACE_FILE}-wal` || (name === 'backups' && holdsCopies(join(directory, name))))
    if (found.length > 0) throw new RefusedError('workspace.interrupted', `there is no workspace file, but there are ${found.join(', ')}: restore one of them, or move them away to begin anew`, { found })
  } catch (error) {
    throw asRefusal(error)
  }
}

function finishSwaps(directory: string): void {
  for (const name of readdirSync(directory)) if (name.startsWith(READY)) swapIn(directory, name.slice(READY.length))
}

function holdsCopies(backups: string): boolean {
  return statSync(backups).isDirectory() && readdirSync(backups).some((name) => name.endsWith('.db'))
}

/** @returns whether there was something to set aside */
function swapIn(directory: string, aside: string): boolean {
  const ready = join(directory, READY + aside)
  if (existsSync(join(ready, WORKSPACE_FILE))) {
    moveParts(directory, join(directory, aside))
    renameSync(join(ready, WORKSPACE_FILE), join(directory, WORKSPACE_FILE))
    flushFolder(directory)
  }
  rmSync(ready, { recursive: true, force: true })
  return existsSync(join(directory, aside))
}

function moveParts(from: string, to: string): void {
  for (const part of PARTS) {
    if (!existsSync(join(from, part))) continue
    mkdirSync(to, { recursive: true })
    renameSync(join(from, part), join(to, part))
  }
}

/** Where even this fails, the folder `ready-…` stays, and the next opening finishes the swap. */
function undo(directory: string, aside: string): void {
  const kept = join(directory, aside)
  const ready = join(directory, READY + aside)
  try {
    if (existsSync(join(ready, WORKSPACE_FILE)) && existsSync(kept)) {
      moveParts(kept, directory)
      rmdirSync(kept)
    }
    for (const folder of [ready, join(directory, DRAFT + aside)]) rmSync(folder, { recursive: true, force: true })
  } catch {
    // The error that led here is the one to tell.
  }
}

/** A clock that stands still must not make one kept workspace take another's place. */
function unusedName(directory: string, name: string): string {
  const taken = new Set(readdirSync(directory))
  let free = name
  for (let count = 2; [free, DRAFT + free, READY + free].some((used) => taken.has(used)); count += 1) free = `${name}-${count}`
  return free
}
