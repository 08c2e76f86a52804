import { join } from 'node:path'
import { keyFor } from './cipher.ts'
import { copyWorkspace } from './copy-workspace.ts'
import { lockWorkspace } from './lock.ts'
import { openForWriting, WORKSPACE_FILE } from './open.ts'
import { refuseNoFile } from './prove-workspace.ts'
import { replaceWorkspace } from './swap.ts'

/**
 * Puts a proven copy of `backup` in the workspace's place and brings it to this program's shape; nothing is deleted.
 * Refuses with `backup.damaged`, `backup.foreign`, `workspace.newer`, `workspace.in-use` or what the disk says; the workspace is
 * then as it was.
 * @returns where the workspace that was there is kept
 */
export function restoreBackup(directory: string, backup: string, stamp: string, key = keyFor(backup)): { kept: string | null } {
  refuseNoFile(backup)
  const unlock = lockWorkspace(directory)
  try {
    const { kept } = replaceWorkspace(directory, `replaced-${stamp.replaceAll(/[:.]/g, '-')}`, (draft) => {
      copyWorkspace(backup, join(draft, WORKSPACE_FILE), key)
      openForWriting(draft).close()
    })
    return { kept }
  } finally {
    unlock()
  }
}
