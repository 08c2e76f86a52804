import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'

const SWITCHES = ['/S', '--updated', '--force-run']

/**
 * Starts an installer of Windows without questions and leaves it to itself. Where it changes what belongs to the computer, the system
 * asks for an administrator’s consent first. What was installed for one user is renewed as that user: an administrator would install it beside.
 * @param folder where the program lies
 * @param elevate the program beside ours that has the system ask
 */
export async function launchInstaller({ folder, elevate }: { readonly folder: string; readonly elevate: string }, installer: string): Promise<void> {
  const [program, ...args] = mayWriteIn(folder) ? [installer, ...SWITCHES] : [elevate, installer, ...SWITCHES]
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  child.unref()
}

/** Tried, since Windows tells rights by more than a file’s mode. */
function mayWriteIn(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, 'probe-')))
    return true
  } catch {
    return false
  }
}
