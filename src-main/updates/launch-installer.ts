import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts an installer of Windows without questions and leaves it to itself. It changes what belongs to the machine, so the system asks
 * for an administrator’s consent; `elevate` is the program beside ours that has it ask.
 */
export async function launchInstaller(elevate: string, installer: string): Promise<void> {
  const child = spawn(elevate, [installer, '/S', '--updated', '--force-run'], { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  child.unref()
}
