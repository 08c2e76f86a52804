import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '#main/foundation/new-id.ts'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { whatIsMissing } from '#main/workspace/seen-mark.ts'
import { createWriter, type Writer } from '#main/workspace/writer.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const SEEN = 'workspace.seen'
const WAL = `${WORKSPACE_FILE}-wal`

function open(directory: string): Writer {
  const writer = createWriter(directory, (_, operation, error) => {
    throw new Error(operation, { cause: error })
  })
  onTestFinished(() => {
    writer.close()
  })
  return writer
}

async function create(writer: Writer): Promise<string> {
  const id = newId()
  expect((await writer.call({ name: 'leads.create', input: { company: id }, id, batchId: null })).outcome.ok).toBe(true)
  return id
}

/** What a crash leaves of a workspace in which a change was saved, in a folder of its own. */
async function crashed(): Promise<{ directory: string; id: string }> {
  const running = temporaryWorkspace()
  const writer = open(running)
  await create(writer)
  writer.checkpoint()
  const id = await create(writer)
  const directory = temporaryWorkspace()
  for (const part of [WORKSPACE_FILE, WAL, SEEN]) copyFileSync(join(running, part), join(directory, part))
  return { directory, id }
}

test('a workspace as it was left says nothing, after a crash and after closing', async () => {
  const { directory } = await crashed()
  const writer = open(directory)
  expect(writer.missing).toBeUndefined()
  await create(writer)
  writer.close()
  expect(open(directory).missing).toBeUndefined()
  expect(whatIsMissing(directory)).toBeUndefined()
})

const spoiled: Readonly<Record<string, (log: string) => void>> = {
  'deleted': (log) => rmSync(log),
  'emptied': (log) => truncateSync(log),
  'cut off': (log) => truncateSync(log, 5000),
  'another workspace’s': (log) => {
    const other = temporaryWorkspace()
    const db = openForWriting(other)
    copyFileSync(join(other, WAL), log)
    db.close()
  },
}

test.each(Object.entries(spoiled))('row 85: a log that is %s after a change was saved is noticed, remembered, and the workspace goes on', async (_, spoil) => {
  const { directory, id } = await crashed()
  spoil(join(directory, WAL))
  const writer = open(directory)
  expect(writer.missing).toContain(id)
  await create(writer)
  writer.close()
  const again = open(directory)
  expect(again.missing).toBeUndefined()
  expect(whatIsMissing(directory)).toContain(id)
})

test.each([
  ['lost', (mark: string) => rmSync(mark)],
  ['empty', (mark: string) => truncateSync(mark)],
  ['noise', (mark: string) => writeFileSync(mark, 'x'.repeat(80))],
  ['changed in one letter', (mark: string) => writeFileSync(mark, readFileSync(mark, 'utf8').replace(/^0{15}2/, '0000000000000003'))],
])('a mark that is %s alarms nobody', async (_, spoil) => {
  const { directory } = await crashed()
  spoil(join(directory, SEEN))
  const writer = open(directory)
  expect(writer.missing).toBeUndefined()
  await create(writer)
  expect(readFileSync(join(directory, SEEN), 'utf8')).toMatch(/^0{15}3 /)
})

test('an older backup that is restored alarms nobody', async () => {
  const directory = temporaryWorkspace()
  const writer = open(directory)
  await create(writer)
  const db = openForWriting(directory)
  const { path } = backUpRolling(db, directory, '2026-11-22T03:04:05.678Z')
  db.close()
  await create(writer)
  writer.close()
  const { kept } = restoreBackup(directory, path, '2026-11-22T03:04:05.678Z')
  expect(open(directory).missing).toBeUndefined()
  expect(existsSync(join(kept ?? '', SEEN))).toBe(true)
})
