import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { backUpRolling, listBackups } from '#main/workspace/backup.ts'
import { isSealed, openDatabase } from '#main/workspace/cipher.ts'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { proveCopy } from '#main/workspace/prove-workspace.ts'
import { plainCopies } from '#main/workspace/seal-copies.ts'
import { unlockWorkspace } from '#main/workspace/unlock.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { givenKeyring } from '#test/foundation/given-keyring.ts'
import { runChild } from '#test/foundation/run-child.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function companiesIn(file: string): readonly unknown[] {
  const db = openDatabase(file, { readonly: true })
  try {
    return db.prepare('SELECT "company" FROM "leads"').pluck().all()
  } finally {
    db.close()
  }
}

test('row 81: 12 times killed while it is backed up and its log folded: every acknowledged change is there, and every backup is whole', { timeout: 300_000 }, async () => {
  const directory = temporaryWorkspace()
  const acknowledged: string[] = []
  for (let round = 0; round < 12; round += 1) {
    const child = runChild('test/workspace/main/keep-house.ts', directory)
    await child.until('saved')
    await wait(round * 7)
    await child.kill()
    acknowledged.push(...[...child.said().matchAll(/^saved (.*)\n/gm)].map(([, company = '']) => company))
    const kept = companiesIn(join(directory, WORKSPACE_FILE))
    expect(acknowledged.filter((company) => !kept.includes(company))).toEqual([])
    for (const backup of listBackups(directory)) proveCopy(backup)
  }
  expect(listBackups(directory).length).toBeGreaterThan(0)
})

test('row 81: 12 times killed while it and its copies are sealed: the next opening finishes it, and nothing is lost', { timeout: 300_000 }, async () => {
  const early = temporaryWorkspace()
  const db = openForWriting(early)
  putRows(db, leads, Array.from({ length: 2000 }, (_, at) => buildLead({ company: `Company ${at}` })))
  backUpRolling(db, early, '2026-11-26T08:00:00.000Z')
  db.close()
  let interrupted = 0
  for (let round = 0; round < 12; round += 1) {
    const directory = join(temporaryWorkspace(), 'workspace')
    cpSync(early, directory, { recursive: true })
    cpSync(join(early, WORKSPACE_FILE), join(directory, 'replaced-2026-11-25', WORKSPACE_FILE))
    const child = runChild('test/workspace/main/seal-once.ts', directory)
    await child.until('begun')
    await wait(round * 25)
    await child.kill()
    if (!child.said().includes('sealed')) interrupted += 1
    await unlockWorkspace(directory, { keyring: givenKeyring(false), required: false })
    const copies = [join(directory, WORKSPACE_FILE), ...listBackups(directory), join(directory, 'replaced-2026-11-25', WORKSPACE_FILE)]
    expect(copies.map((file) => [isSealed(file), companiesIn(file).length])).toEqual([[true, 2000], [true, 2000], [true, 2000]])
    expect(plainCopies(directory)).toEqual([])
  }
  expect(interrupted).toBeGreaterThan(0)
})
