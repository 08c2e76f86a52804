import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hasRoomForBackups } from './backup.ts'
import { isPlain } from './cipher.ts'
import { copyWorkspace } from './copy-workspace.ts'
import { WORKSPACE_FILE } from './open.ts'
import { filesIn, overwrite } from './remove-copies.ts'
import { PARTS } from './swap.ts'

/** The ending of what lies in the clear and whose sealed copy takes its name. */
const PLAIN = '.plain'
/** A workspace that was set aside whole: a folder with its file and its log. */
const SET_ASIDE = /^(damaged|replaced)-[^.]*$/

/** Copies and workspaces set aside that lie in the clear, also those that were moved and could not be removed. */
export function plainCopies(directory: string): readonly string[] {
  return [...copiesNamed(directory, ''), ...copiesNamed(directory, PLAIN)].filter((copy) => isPlain(databaseOf(copy)))
}

function copiesNamed(directory: string, ending: string): readonly string[] {
  const folder = join(directory, 'backups')
  const backups = hasRoomForBackups(directory) && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(`.db${ending}`)) : []
  const aside = readdirSync(directory).filter((name) => name.endsWith(ending) && SET_ASIDE.test(name.slice(0, name.length - ending.length)))
  return [...backups.map((name) => join(folder, name)), ...aside.map((name) => join(directory, name))]
}

function databaseOf(copy: string): string {
  return isFolder(copy) ? join(copy, WORKSPACE_FILE) : copy
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Finishes first what a crash has left. A damaged copy stays as it is; the doctor says that it lies in the clear. */
export function sealCopies(directory: string): void {
  for (const plain of copiesNamed(directory, PLAIN)) tolerate(() => { settlePlain(plain) })
  for (const copy of copiesNamed(directory, '').filter((each) => isPlain(databaseOf(each)))) tolerate(() => { sealCopy(copy) })
}

/** The clear copy goes only when the sealed one has its name. */
function sealCopy(copy: string): void {
  const draft = `${copy}.sealed`
  try {
    rmSync(draft, { recursive: true, force: true })
    if (isFolder(copy)) mkdirSync(draft)
    copyWorkspace(databaseOf(copy), databaseOf(draft))
    if (isFolder(copy)) for (const name of readdirSync(copy).filter((each) => !PARTS.includes(each))) cpSync(join(copy, name), join(draft, name), { recursive: true })
    renameSync(copy, `${copy}${PLAIN}`)
    renameSync(draft, copy)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  settlePlain(`${copy}${PLAIN}`)
}

function settlePlain(plain: string): void {
  const copy = plain.slice(0, -PLAIN.length)
  if (!existsSync(copy)) renameSync(plain, copy)
  else if (!isPlain(databaseOf(copy))) {
    for (const file of filesIn(plain)) overwrite(file)
    rmSync(plain, { recursive: true })
  }
}

function tolerate(work: () => void): void {
  try {
    work()
  } catch {
    // The next opening tries again.
  }
}
