import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpRolling } from '#main/workspace/backup.ts'
import { isSealed, openDatabase } from '#main/workspace/cipher.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { plainCopies } from '#main/workspace/seal-copies.ts'
import { unlockWorkspace } from '#main/workspace/unlock.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { givenKeyring } from '#test/foundation/given-keyring.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

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

test('what was left of a clear copy that could not be overwritten to its end goes at the next opening', async () => {
  const { copy, unlock } = await prepare()
  const clear = readFileSync(copy)
  await unlock()
  writeFileSync(`${copy}.plain`, clear.fill(0, 0, 100))
  await unlock()
  expect(readdirSync(join(copy, '..')).map((name) => join(copy, '..', name))).toEqual([copy])
  expect([isSealed(copy), companiesOf(copy)]).toEqual([true, ['Kawaguchi']])
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

/** A workspace that was set aside in the clear, what was saved last in its log alone, and a note that somebody has put beside it. */
function setAside(directory: string, name: string): string {
  const folder = join(directory, name)
  mkdirSync(folder)
  const db = openForWriting(join(directory, 'elsewhere'))
  db.pragma('wal_autocheckpoint = 0')
  putRows(db, leads, [buildLead({ company: 'Kitayama' })])
  for (const ending of ['', '-wal', '-shm']) copyFileSync(join(directory, 'elsewhere', `workspace.db${ending}`), join(folder, `workspace.db${ending}`))
  db.close()
  rmSync(join(directory, 'elsewhere'), { recursive: true })
  writeFileSync(join(folder, 'note.txt'), 'keep this one')
  return folder
}

test.for(['replaced-2026-11-26', 'damaged-2026-11-26-2'])('a workspace set aside as %s is sealed with what only its log holds, and nothing of it lies in the clear', async (name) => {
  const { directory, unlock } = await prepare()
  const folder = setAside(directory, name)
  expect(companiesOf(join(folder, 'workspace.db'))).toEqual(['Kitayama'])
  expect(plainCopies(directory)).toContain(folder)
  await unlock()
  expect([isSealed(join(folder, 'workspace.db')), companiesOf(join(folder, 'workspace.db'))]).toEqual([true, ['Kitayama']])
  expect(readdirSync(folder).filter((each) => !/-(wal|shm)$/.test(each)).toSorted()).toEqual(['note.txt', 'workspace.db'])
  expect(readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((each) => /\.(db|plain|sealed)(-wal)?$/.test(each) && readFileSync(join(directory, each)).includes('Kitayama'))).toEqual([])
  expect(plainCopies(directory)).toEqual([])
})

test.for(['before the sealed one took its name', 'after it'])('a workspace set aside whose clear folder was moved %s is lost by no crash', async (when) => {
  const { directory, unlock } = await prepare()
  const folder = setAside(directory, 'replaced-2026-11-26')
  if (when === 'after it') {
    cpSync(folder, join(directory, 'for later'), { recursive: true })
    await unlock()
    renameSync(join(directory, 'for later'), `${folder}.plain`)
  } else renameSync(folder, `${folder}.plain`)
  await unlock()
  expect([existsSync(`${folder}.plain`), companiesOf(join(folder, 'workspace.db'))]).toEqual([false, ['Kitayama']])
  expect(isSealed(join(folder, 'workspace.db'))).toBe(true)
})

test('a damaged one that SQLite cannot read stays as it is, and the doctor is told', async () => {
  const { directory, unlock } = await prepare()
  const file = join(setAside(directory, 'damaged-2026-11-26'), 'workspace.db')
  const damaged = readFileSync(file).fill(7, 100)
  rmSync(`${file}-wal`)
  writeFileSync(file, damaged)
  await unlock()
  expect(readFileSync(file).equals(damaged)).toBe(true)
  expect(plainCopies(directory)).toEqual([join(directory, 'damaged-2026-11-26')])
})
