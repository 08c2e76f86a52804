import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for a workspace, gone when the test is over. */
export function temporaryWorkspace(): string {
  const directory = mkdtempSync(join(tmpdir(), 'channel-workbench-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
