import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUp, backUpBeforeMigration, backUpRolling, listBackups, verify } from '#main/workspace/backup.ts'
import { migrations } from '#main/workspace/migrations/index.ts'
import { openForReading, openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { lockWorkspace } from '#main/workspace/lock.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const STAMP = '2026-11-22T03:04:05.678Z'

function openWorkspace(count = 100): { db: Database.Database; directory: string } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  putRows(db, leads, Array.from({ length: count }, (_, at) => buildLead({ company: `Company ${at}`, notes: 'x'.repeat(300) })))
  onTestFinished(() => {
    db.close()
  })
  return { db, directory }
}

function leadsIn(path: string): unknown {
  const db = new Database(path, { readonly: true })
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

describe('a backup', () => {
  test('is whole although its rows are only in the write-ahead log, and no log goes with it', () => {
    const { db, directory } = openWorkspace()
    const { path, bytes } = backUp(db, join(directory, 'copy.db'))
    expect(readdirSync(directory).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(leadsIn(path)).toBe(100)
    expect(bytes).toBe(statSync(path).size)
    verify(path)
  })

  test('is made by a reading connection, of one instant, while another writes', () => {
    const { db, directory } = openWorkspace()
    const reader = openForReading(directory)
    onTestFinished(() => {
      reader.close()
    })
    db.exec('BEGIN IMMEDIATE')
    putRows(db, leads, [buildLead()])
    const during = backUp(reader, join(directory, 'during.db'))
    db.exec('COMMIT')
    const after = backUp(reader, join(directory, 'after.db'))
    expect([leadsIn(during.path), leadsIn(after.path)]).toEqual([100, 101])
  })

  test('has its name only once it is proven, and leaves no draft', () => {
    const { db, directory } = openWorkspace()
    writeFileSync(join(directory, 'copy.db.draft'), 'left by a crash')
    backUp(db, join(directory, 'copy.db'))
    expect(existsSync(join(directory, 'copy.db.draft'))).toBe(false)
    expect(() => backUp(db, join(directory, 'no', 'such', 'folder.db'))).toThrow()
    expect(readdirSync(directory).some((name) => name.endsWith('.draft'))).toBe(false)
  })

  test('rolls: the newest three are kept', () => {
    const { db, directory } = openWorkspace(1)
    for (const day of [1, 2, 3, 4, 5]) backUpRolling(db, directory, `2026-11-0${day}T00:00:00.000Z`)
    expect(listBackups(directory).map((path) => path.slice(-27))).toEqual(['2026-11-05T00-00-00-000Z.db', '2026-11-04T00-00-00-000Z.db', '2026-11-03T00-00-00-000Z.db'])
  })

  test('before a migration does not count among them', () => {
    const { db, directory } = openWorkspace(1)
    backUpBeforeMigration(db, directory)
    expect(listBackups(directory)).toEqual([])
    expect(leadsIn(join(directory, 'backups', `before-migration-${migrations.length}.db`))).toBe(1)
  })
})

describe('verify', () => {
  const spoil: Readonly<Record<string, (path: string) => void>> = {
    'is not there': (path) => rmSync(path),
    'is empty': (path) => truncateSync(path),
    'is cut off': (path) => truncateSync(path, statSync(path).size - 4096),
    'is text': (path) => writeFileSync(path, 'hello'.repeat(2000)),
    'has a page of noise in it': (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xaa, 4096 * 30, 4096 * 31)
      writeFileSync(path, bytes)
    },
    'is a database of something else': (path) => {
      truncateSync(path)
      const db = new Database(path)
      db.exec('CREATE TABLE songs (title TEXT)')
      db.close()
    },
  }

  test.each(Object.entries(spoil))('refuses a file that %s', (_, spoilIt) => {
    const { db, directory } = openWorkspace(200)
    const { path } = backUp(db, join(directory, 'copy.db'))
    verify(path)
    spoilIt(path)
    expect(codeOf(() => verify(path))).toBe('backup.damaged')
  })
})

describe('restoring', () => {
  function twoStates(): { directory: string; backup: string } {
    const { db, directory } = openWorkspace(10)
    const { path } = backUpRolling(db, directory, STAMP)
    putRows(db, leads, [buildLead({ company: 'After the backup' })])
    db.close()
    return { directory, backup: path }
  }

  test('puts the backup in place and keeps what was there', () => {
    const { directory, backup } = twoStates()
    const { kept } = restoreBackup(directory, backup, STAMP)
    const db = openForWriting(directory)
    expect(db.prepare('SELECT count(*) FROM "leads"').pluck().get()).toBe(10)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
    expect(leadsIn(join(kept ?? '', WORKSPACE_FILE))).toBe(11)
    expect(existsSync(join(directory, 'restoring'))).toBe(false)
    expect(leadsIn(backup)).toBe(10)
  })

  test('makes a workspace where there was none', () => {
    const { backup } = twoStates()
    const directory = join(temporaryWorkspace(), 'new')
    expect(restoreBackup(directory, backup, STAMP)).toEqual({ kept: null })
    expect(leadsIn(join(directory, WORKSPACE_FILE))).toBe(10)
  })

  test.each([
    ['a damaged backup', (backup: string) => truncateSync(backup, 8192), 'backup.damaged'],
    ['a backup of a newer program', (backup: string) => {
      const db = new Database(backup)
      db.pragma('user_version = 99')
      db.close()
    }, 'workspace.newer'],
  ])('refuses %s and leaves the workspace as it was', (_, spoil, code) => {
    const { directory, backup } = twoStates()
    spoil(backup)
    const before = readFileSync(join(directory, WORKSPACE_FILE))
    expect(codeOf(() => restoreBackup(directory, backup, STAMP))).toBe(code)
    expect(readFileSync(join(directory, WORKSPACE_FILE)).equals(before)).toBe(true)
    expect(existsSync(join(directory, 'restoring'))).toBe(false)
  })

  test('refuses while the workspace is open', () => {
    const { directory, backup } = twoStates()
    const unlock = lockWorkspace(directory)
    expect(codeOf(() => restoreBackup(directory, backup, STAMP))).toBe('workspace.in-use')
    unlock()
    expect(codeOf(() => restoreBackup(directory, backup, STAMP))).toBe('done')
  })

  test('row 85: a copy of the file without its log is not the same workspace, which is why nobody copies files', () => {
    const { db, directory } = openWorkspace(0)
    db.pragma('wal_checkpoint(TRUNCATE)')
    putRows(db, leads, [buildLead()])
    copyFileSync(join(directory, WORKSPACE_FILE), join(directory, 'plain-copy.db'))
    expect(leadsIn(join(directory, 'plain-copy.db'))).toBe(0)
    expect(leadsIn(backUp(db, join(directory, 'copy.db')).path)).toBe(1)
  })
})
