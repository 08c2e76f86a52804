import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUp, backUpBeforeMigration, backUpRolling, lastBackupAt, listBackups } from '#main/workspace/backup.ts'
import { examine } from '#main/workspace/doctor.ts'
import { migrations } from '#main/workspace/migrations/index.ts'
import { openForReading, openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { proveWorkspace, readingFile } from '#main/workspace/prove-workspace.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { lockWorkspace } from '#main/workspace/lock.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { smallDisk } from '#test/foundation/small-disk.ts'
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

/** Changes a database file as somebody else might. */
function changing(sql: string): (path: string) => void {
  return (path) => {
    const db = new Database(path)
    db.function('fold_text', { deterministic: true }, String)
    db.unsafeMode(true)
    db.pragma('writable_schema = ON')
    db.exec(sql)
    db.close()
  }
}

function leadsIn(path: string): unknown {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare('SELECT count(*) FROM "leads"').pluck().get()
  } finally {
    db.close()
  }
}

const verify = (path: string): void => readingFile(path, proveWorkspace)

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

  const inFolder = (directory: string): string[] => listBackups(directory).map((path) => basename(path))

  test('rolls: the newest three are kept', () => {
    const { db, directory } = openWorkspace(1)
    for (const day of [1, 2, 3, 4, 5]) backUpRolling(db, directory, `2026-11-0${day}T00:00:00.000Z`)
    expect(inFolder(directory)).toEqual(['workspace-000005-2026-11-05T00-00-00-000Z.db', 'workspace-000004-2026-11-04T00-00-00-000Z.db', 'workspace-000003-2026-11-03T00-00-00-000Z.db'])
  })

  test('is the newest and kept whatever the clock says, and however the names of early versions read', () => {
    const { db, directory } = openWorkspace(1)
    mkdirSync(join(directory, 'backups'))
    const old = ['2100-01-01T00-00-00-000Z', '2026-11-01T00-00-00-000Z', '2026-11-02T00-00-00-000Z', 'by-hand'].map((stamp) => `workspace-${stamp}.db`)
    for (const name of old) backUp(db, join(directory, 'backups', name))
    for (const moment of ['2001-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z']) {
      const { path } = backUpRolling(db, directory, moment)
      expect(leadsIn(path)).toBe(1)
      expect(listBackups(directory)[0]).toBe(path)
      expect(listBackups(directory)).toHaveLength(3)
    }
    expect(inFolder(directory).map((name) => name.slice(0, 16))).toEqual(['workspace-000005', 'workspace-000004', 'workspace-000003'])
  })

  test('says when the newest was made: by its name, or by the file, and never where', () => {
    const { db, directory } = openWorkspace(1)
    expect(lastBackupAt(directory)).toBeNull()
    const { path } = backUpRolling(db, directory, '2026-11-05T06:07:08.009Z')
    expect(lastBackupAt(directory)).toBe('2026-11-05T06:07:08.009Z')
    renameSync(path, join(directory, 'backups', 'workspace-000007-copied by hand.db'))
    utimesSync(join(directory, 'backups', 'workspace-000007-copied by hand.db'), 1_700_000_000, 1_700_000_000)
    expect(lastBackupAt(directory)).toBe('2023-11-14T22:13:20.000Z')
  })

  test('needs a folder; a file in its place is found by the doctor', () => {
    const { db, directory } = openWorkspace(1)
    writeFileSync(join(directory, 'backups'), '')
    expect(() => backUpRolling(db, directory, STAMP)).toThrow('EEXIST')
    expect([listBackups(directory), lastBackupAt(directory)]).toEqual([[], null])
    expect(examine(db, directory).findings.find(({ check }) => check === 'backups')).toMatchObject({ ok: false })
  })

  test('before a migration does not count among them', () => {
    const { db, directory } = openWorkspace(1)
    backUpBeforeMigration(db, directory)
    expect(listBackups(directory)).toEqual([])
    expect(leadsIn(join(directory, 'backups', `before-migration-${migrations.length}.db`))).toBe(1)
  })
})

describe('proving a file', () => {
  const spoil: Readonly<Record<string, (path: string) => void>> = {
    'is empty': (path) => truncateSync(path),
    'is cut off': (path) => truncateSync(path, statSync(path).size - 4096),
    'is text': (path) => writeFileSync(path, 'hello'.repeat(2000)),
    'has a page of noise in it': (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xaa, 4096 * 30, 4096 * 31)
      writeFileSync(path, bytes)
    },
    'holds a row that cannot be read': changing(`UPDATE "leads" SET "declinedBy" = '[' WHERE "_row" = 3`),
    'holds a row with bytes for JSON': changing(`UPDATE "leads" SET "declinedBy" = x'5b5d' WHERE "_row" = 3`),
  }

  test.each(Object.entries(spoil))('refuses a file that %s', (_, spoilIt) => {
    const { db, directory } = openWorkspace(200)
    const { path } = backUp(db, join(directory, 'copy.db'))
    verify(path)
    spoilIt(path)
    expect(codeOf(() => verify(path))).toBe('backup.damaged')
  })

  const foreign: Readonly<Record<string, (path: string) => void>> = {
    'of something else': (path) => {
      truncateSync(path)
      changing('CREATE TABLE songs (title TEXT)')(path)
    },
    'of something else that calls itself a workspace': (path) => {
      truncateSync(path)
      changing('CREATE TABLE journal (id TEXT); PRAGMA user_version = 1')(path)
    },
    'of a negative version': changing('PRAGMA user_version = -1'),
    'with a trigger of somebody else’s': changing('CREATE TRIGGER "harvest" AFTER INSERT ON "leads" BEGIN DELETE FROM "partners"; END'),
    'with a trigger that passes for SQLite’s own': changing(`INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
      VALUES ('trigger', 'sqlite_harvest', 'leads', 0, 'CREATE TRIGGER "sqlite_harvest" AFTER INSERT ON "leads" BEGIN DELETE FROM "partners"; END')`),
    'with a table too many': changing('CREATE TABLE "extra" (x)'),
    'with a view too many': changing('CREATE VIEW "extra" AS SELECT 1'),
    'with an index too few': changing('DROP INDEX "leads_byPartner"'),
    'with a column too many': changing('ALTER TABLE "leads" ADD COLUMN "extra" TEXT'),
    'with another default': changing(`UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 1', 'DEFAULT 2') WHERE name = 'leads'`),
    'without one of our triggers': changing('DROP TRIGGER "leads_search_delete"'),
  }

  test.each(Object.entries(foreign))('refuses a database %s', (_, change) => {
    const { db, directory } = openWorkspace(5)
    const { path } = backUp(db, join(directory, 'copy.db'))
    verify(path)
    change(path)
    expect(codeOf(() => verify(path))).toBe('backup.foreign')
  })

  test('takes one that only writes the same schema with other spaces, and one that SQLite has analysed', () => {
    const { db, directory } = openWorkspace(5)
    const { path } = backUp(db, join(directory, 'copy.db'))
    changing(`UPDATE sqlite_schema SET sql = replace(sql, char(10), '  ') WHERE name = 'leads'; ANALYZE`)(path)
    expect(codeOf(() => verify(path))).toBe('done')
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
    expect(readdirSync(directory).filter((name) => name.startsWith('restoring'))).toEqual([])
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
    expect(readdirSync(directory).filter((name) => name.startsWith('restoring'))).toEqual([])
  })

  test.each([
    ['a file that is not there', 'none.db', () => undefined, 'file.not-found'],
    ['a folder', 'folder.db', (path: string) => mkdirSync(path), 'file.not-a-file'],
    ['a pipe, at once', 'pipe.db', (path: string) => execFileSync('mkfifo', [path]), 'file.not-a-file'],
  ])('refuses %s', (_, name, make, code) => {
    const { directory } = twoStates()
    const path = join(directory, name)
    make(path)
    expect(codeOf(() => restoreBackup(directory, path, STAMP))).toBe(code)
    expect(leadsIn(join(directory, WORKSPACE_FILE))).toBe(11)
  })

  /** A workspace file whose last lead lies in the log beside it alone. */
  function withLog(folder: string): string {
    const { db, directory } = openWorkspace(10)
    db.pragma('wal_checkpoint(TRUNCATE)')
    putRows(db, leads, [buildLead()])
    for (const suffix of ['', '-wal']) copyFileSync(join(directory, WORKSPACE_FILE + suffix), join(folder, `source.db${suffix}`))
    return join(folder, 'source.db')
  }

  test('takes along what lies only in the log beside the backup', () => {
    const source = withLog(temporaryWorkspace())
    const directory = temporaryWorkspace()
    restoreBackup(directory, source, STAMP)
    expect(leadsIn(join(directory, WORKSPACE_FILE))).toBe(11)
  })

  test('reads a backup with a log from a disk that may not be written', ({ skip }) => {
    const disk = smallDisk(8)
    if ('reason' in disk) return skip(disk.reason)
    const source = withLog(disk.directory)
    execFileSync('mount', ['-o', 'remount,ro', disk.directory])
    const directory = temporaryWorkspace()
    restoreBackup(directory, source, STAMP)
    expect(leadsIn(join(directory, WORKSPACE_FILE))).toBe(11)
    expect(readdirSync(directory).filter((name) => name.startsWith('restoring'))).toEqual([])
  })

  test('restores one of its own kept workspaces', () => {
    const { directory, backup } = twoStates()
    const { kept } = restoreBackup(directory, backup, STAMP)
    restoreBackup(directory, join(kept ?? '', WORKSPACE_FILE), STAMP)
    expect(leadsIn(join(directory, WORKSPACE_FILE))).toBe(11)
    expect(readdirSync(directory).filter((name) => name.startsWith('replaced-'))).toHaveLength(2)
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
