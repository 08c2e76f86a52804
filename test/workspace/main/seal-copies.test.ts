import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backUpRolling } from '#main/workspace/backup.ts'
import { isSealed, openDatabase } from '#main/workspace/cipher.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { overwrite } from '#main/workspace/remove-copies.ts'
import { unlockWorkspace } from '#main/workspace/unlock.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { givenKeyring } from '#test/foundation/given-keyring.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

vi.mock('#main/workspace/remove-copies.ts', { spy: true })

/** A sealed workspace of an early version: its one copy lies in the clear. */
async function prepare(): Promise<{ readonly directory: string; readonly copy: string; readonly unlock: () => Promise<string> }> {
  const directory = temporaryWorkspace()
  const unlock = (): Promise<string> => unlockWorkspace(directory, { keyring: givenKeyring(false), required: false })
  const db = openForWriting(directory)
  putRows(db, leads, [buildLead({ company: 'Kawaguchi' })])
  const { path } = backUpRolling(db, directory, '2026-11-26T08:00:00.000Z')
  db.close()
  return { directory, copy: path, unlock }
}

function companiesOf(copy: string): unknown[] {
  const db = openDatabase(copy, { readonly: true })
  try {
    return db.prepare('SELECT "company" FROM "leads"').pluck().all()
  } finally {
    db.close()
  }
}

test('a copy that cannot be overwritten to its end is there all the same, sealed, and what is left in the clear goes at the next opening', async () => {
  const { copy, unlock } = await prepare()
  const spoil = (path: string): never => {
    writeFileSync(path, readFileSync(path).fill(0, 0, 100))
    throw new Error('the disk reports an error')
  }
  vi.mocked(overwrite).mockImplementation((path) => (path.includes('backups') ? spoil(path) : undefined))
  await unlock()
  expect([isSealed(copy), companiesOf(copy)]).toEqual([true, ['Kawaguchi']])
  vi.mocked(overwrite).mockReset()
  await unlock()
  expect(readdirSync(join(copy, '..')).map((name) => join(copy, '..', name))).toEqual([copy])
  expect(companiesOf(copy)).toEqual(['Kawaguchi'])
})

test.for(['before the sealed one took its name', 'after it'])('a copy in the clear that was moved aside %s is lost by no crash', async (when) => {
  const { copy, unlock } = await prepare()
  if (when === 'after it') {
    copyFileSync(copy, `${copy}.plain`)
    await unlock()
  } else renameSync(copy, `${copy}.plain`)
  await unlock()
  expect(existsSync(`${copy}.plain`)).toBe(false)
  expect([isSealed(copy), companiesOf(copy)]).toEqual([true, ['Kawaguchi']])
})
