import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryWorkspace } from './temporary-workspace.ts'

/** A folder on a disk of its own of this size, where we may mount one; otherwise why not. */
export function smallDisk(megabytes: number): { readonly directory: string } | { readonly reason: string } {
  const directory = temporaryWorkspace()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { encoding: 'utf8' })
  if (mounted.status !== 0) return { reason: `no small disk can be mounted here: ${mounted.error?.message ?? mounted.stderr.trim()}` }
  onTestFinished(() => {
    spawnSync('umount', ['-l', directory])
  })
  return { directory }
}
