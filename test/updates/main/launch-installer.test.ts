import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchInstaller } from '#main/updates/launch-installer.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** A program that puts on record that it was started, and with what. */
function program(folder: string, name: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nprintf '%s ' ${name} "$@" > "${folder}/said.part" && mv "${folder}/said.part" "${folder}/said"\n`)
  chmodSync(path, 0o755)
  return path
}

async function launched(installedIn: (folder: string) => string): Promise<{ readonly said: string; readonly left: readonly string[] }> {
  const folder = temporaryWorkspace()
  const [installer, elevate] = [program(folder, 'setup'), program(folder, 'elevate')]
  await launchInstaller({ folder: installedIn(folder), elevate }, installer)
  await expect.poll(() => existsSync(join(folder, 'said')), { timeout: 30_000 }).toBe(true)
  return { said: readFileSync(join(folder, 'said'), 'utf8').replaceAll(`${folder}/`, '').trim(), left: readdirSync(folder).toSorted() }
}

test.runIf(process.platform !== 'win32')('what was installed for one user is renewed as that user, and nothing is left behind', async () => {
  expect(await launched((folder) => folder)).toEqual({ said: 'setup /S --updated --force-run', left: ['elevate', 'said', 'setup'] })
})

test.runIf(process.platform !== 'win32')('where the person may not write, the system asks for consent', async () => {
  expect((await launched((folder) => join(folder, 'of-others'))).said).toBe('elevate setup /S --updated --force-run')
})
