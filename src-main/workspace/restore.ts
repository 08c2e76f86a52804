import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { verify } from './backup.ts'
import { lockWorkspace } from './lock.ts'
import { openForWriting, WORKSPACE_FILE } from './open.ts'

/**
 * Puts a proven copy of `backup` in the workspace's place and brings it to this program's shape; nothing is deleted.
 * Refuses with `backup.damaged`, `workspace.newer` or `workspace.in-use`; the workspace is then as it was.
 * @returns where the workspace that was there is kept
 */
export function restoreBackup(directory: string, backup: string, stamp: string): { kept: string | null } {
  verify(backup)
  const unlock = lockWorkspace(directory)
  const draft = join(directory, 'restoring')
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft)
    copyFileSync(backup, join(draft, WORKSPACE_FILE))
    openForWriting(draft).close()
    const kept = moveAside(directory, `replaced-${stamp.replaceAll(/[:.]/g, '-')}`)
    renameSync(join(draft, WORKSPACE_FILE), join(directory, WORKSPACE_FILE))
    return { kept }
  } finally {
    rmSync(draft, { recursive: true, force: true })
    unlock()
  }
}

/** Moves the workspace file and its log into a folder beside it. @returns the folder, or null when there was no workspace */
export function moveAside(directory: string, folder: string): string | null {
  const path = join(directory, WORKSPACE_FILE)
  if (!existsSync(path)) return null
  const aside = join(directory, folder)
  mkdirSync(aside, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(aside, WORKSPACE_FILE + suffix))
  }
  return aside
}
