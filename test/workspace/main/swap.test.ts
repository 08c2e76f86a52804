import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openDataHost } from '#main/workspace/data-host.ts'
import { openForReading, openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { rescueWorkspace } from '#main/workspace/rescue.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { replaceWorkspace, settleSwap } from '#main/workspace/swap.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { runChild } from '#test/foundation/run-child.ts'
import { smallDisk } from '#test/foundation/small-disk.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const STAMP = '2026-11-22T03:04:05.678Z'

/** A closed workspace of so many leads. */
function make(directory: string, count: number): string {
  const db = openForWriting(directory)
  putRows(db, leads, Array.from({ length: count }, () => buildLead()))
  db.close()
  return join(directory, WORKSPACE_FILE)
}

/** A workspace of so many leads whose last lies in its log alone, as a crash leaves it. */
function makeCrashed(directory: string, count: number): void {
  const made = temporaryWorkspace()
  make(made, count - 1)
  const db = openForWriting(made)
  putRows(db, leads, [buildLead()])
  mkdirSync(directory, { recursive: true })
  for (const part of [WORKSPACE_FILE, `${WORKSPACE_FILE}-wal`]) copyFileSync(join(made, part), join(directory, part))
  db.close()
}

function leadsIn(directory: string): unknown {
  const db = openForReading(directory)
  try {
    return db.prepare('SELECT count(*) FROM "leads"').pluck().get()
  } finally {
    db.close()
  }
}

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
    return 'done'
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : `threw ${String(error)}`
  }
}

const foldersOf = (directory: string): string[] => readdirSync(directory).filter((name) => !name.startsWith('workspace.'))

describe('a swap that was interrupted', () => {
  const OLD = 5
  const NEW = 3
  type Parts = readonly string[]
  const parts: Parts = [WORKSPACE_FILE, `${WORKSPACE_FILE}-wal`]

  /** The old workspace with this much of it set aside already. */
  function interrupted(moved: Parts): string {
    const directory = temporaryWorkspace()
    makeCrashed(directory, OLD)
    make(join(directory, 'ready-replaced-x'), NEW)
    if (moved.length > 0) mkdirSync(join(directory, 'replaced-x'))
    for (const part of moved) renameSync(join(directory, part), join(directory, 'replaced-x', part))
    return directory
  }

  test('before the new workspace was whole leaves the old one, and nothing of the new', () => {
    const directory = temporaryWorkspace()
    makeCrashed(directory, OLD)
    mkdirSync(join(directory, 'restoring-replaced-x'))
    writeFileSync(join(directory, 'restoring-replaced-x', WORKSPACE_FILE), 'half')
    settleSwap(directory)
    expect(leadsIn(directory)).toBe(OLD)
    expect(foldersOf(directory)).toEqual([])
  })

  test.each([[[]], [parts.slice(0, 1)], [parts.slice(1)], [parts]])('after %j of the old one were set aside is finished, and the old one kept with its log', (moved) => {
    const directory = interrupted(moved)
    settleSwap(directory)
    expect(leadsIn(directory)).toBe(NEW)
    expect(leadsIn(join(directory, 'replaced-x'))).toBe(OLD)
    expect(foldersOf(directory)).toEqual(['replaced-x'])
  })

  test('when the new one was in place already leaves it there', () => {
    const directory = interrupted(parts)
    renameSync(join(directory, 'ready-replaced-x', WORKSPACE_FILE), join(directory, WORKSPACE_FILE))
    settleSwap(directory)
    expect(leadsIn(directory)).toBe(NEW)
    expect(leadsIn(join(directory, 'replaced-x'))).toBe(OLD)
    expect(foldersOf(directory)).toEqual(['replaced-x'])
  })

  test('is finished before the next one begins', () => {
    const directory = interrupted(parts.slice(0, 1))
    const { kept } = replaceWorkspace(directory, 'replaced-y', (draft) => make(draft, 1))
    expect([leadsIn(directory), leadsIn(kept ?? ''), leadsIn(join(directory, 'replaced-x'))]).toEqual([1, NEW, OLD])
  })
})

test.each([
  ['a damaged workspace set aside', 'damaged-x/workspace.db'],
  ['a replaced workspace', 'replaced-x/workspace.db'],
  ['a restore that was killed', 'restoring/workspace.db'],
  ['a half-made restore', 'restoring-replaced-x/workspace.db'],
  ['backups', 'backups/workspace-2026-11-22T03-04-05-678Z.db'],
  ['a log without its file', 'workspace.db-wal'],
])('no new workspace is made beside %s, but one can be restored', async (_, path) => {
  const directory = temporaryWorkspace()
  const backup = make(temporaryWorkspace(), 2)
  mkdirSync(join(directory, path, '..'), { recursive: true })
  copyFileSync(backup, join(directory, path))
  await expect(openDataHost({ directory, log: () => undefined })).rejects.toMatchObject({ refusal: { code: 'workspace.interrupted', details: { found: [path.split('/')[0]] } } })
  expect(codeOf(() => rescueWorkspace(directory, STAMP))).toBe('workspace.interrupted')
  expect(existsSync(join(directory, WORKSPACE_FILE))).toBe(false)
  restoreBackup(directory, path.includes('/') ? join(directory, path) : backup, STAMP)
  expect(leadsIn(directory)).toBe(2)
})

test('a folder with nothing of anybody’s in it becomes a workspace', async () => {
  const directory = temporaryWorkspace()
  mkdirSync(join(directory, 'backups'))
  await (await openDataHost({ directory, log: () => undefined })).close()
  expect(leadsIn(directory)).toBe(0)
})

test('what was set aside is not written over when the clock stands still', () => {
  const directory = temporaryWorkspace()
  make(directory, 1)
  for (const count of [2, 3]) replaceWorkspace(directory, 'replaced-x', (draft) => make(draft, count))
  expect([leadsIn(directory), leadsIn(join(directory, 'replaced-x')), leadsIn(join(directory, 'replaced-x-2'))]).toEqual([3, 1, 2])
})

test('a disk that fills up while the new workspace is made leaves the old one as it was', ({ skip }) => {
  const disk = smallDisk(4)
  if ('reason' in disk) return skip(disk.reason)
  make(disk.directory, 2)
  const large = temporaryWorkspace()
  const db = openForWriting(large)
  putRows(db, leads, Array.from({ length: 300 }, () => buildLead({ notes: 'n'.repeat(20_000) })))
  db.close()
  expect(codeOf(() => restoreBackup(disk.directory, join(large, WORKSPACE_FILE), STAMP))).toBe('disk.full')
  expect(leadsIn(disk.directory)).toBe(2)
  expect(foldersOf(disk.directory)).toEqual([])
})

test('a disk that may not be written any more, in the middle of a swap, loses nothing', ({ skip }) => {
  const disk = smallDisk(16)
  if ('reason' in disk) return skip(disk.reason)
  const { directory } = disk
  make(directory, 2)
  expect(codeOf(() => replaceWorkspace(directory, 'damaged-x', (draft) => {
    make(draft, 1)
    execFileSync('mount', ['-o', 'remount,ro', directory])
  }))).toBe('file.not-writable')
  expect(codeOf(() => restoreBackup(directory, join(directory, WORKSPACE_FILE), STAMP))).toMatch(/^(workspace|file)\./)
  execFileSync('mount', ['-o', 'remount,rw', directory])
  settleSwap(directory)
  expect(leadsIn(directory)).toBe(2)
  expect(foldersOf(directory)).toEqual([])
})

test('a restore that is killed at any moment leaves the old workspace or the new one, and keeps the other', { timeout: 120_000 }, async () => {
  const directory = temporaryWorkspace()
  const [small, large] = [temporaryWorkspace(), temporaryWorkspace()]
  make(directory, 20)
  const backups = [make(small, 10), make(large, 20)]
  for (let round = 0; round < 8; round += 1) {
    const child = runChild('test/workspace/main/restore-again.ts', directory, ...backups)
    await child.until('restored')
    await wait(round * 13)
    await child.kill()
    const host = await openDataHost({ directory, log: () => undefined })
    await host.close()
    expect([10, 20]).toContain(leadsIn(directory))
    for (const name of foldersOf(directory)) {
      expect(name).toMatch(/^replaced-/)
      expect([10, 20]).toContain(leadsIn(join(directory, name)))
      rmSync(join(directory, name), { recursive: true })
    }
  }
})
