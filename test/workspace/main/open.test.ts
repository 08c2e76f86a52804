import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrations } from '#main/workspace/migrations/index.ts'
import { asRefusal, openForReading, openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
    return 'opened'
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : `threw ${String(error)}`
  }
}

/** A workspace with some leads in it, closed; and its file. */
function aWorkspace(count = 200): { directory: string; file: string } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  putRows(db, leads, Array.from({ length: count }, () => buildLead({ notes: 'x'.repeat(200) })))
  db.close()
  return { directory, file: join(directory, WORKSPACE_FILE) }
}

describe('opening for writing', () => {
  test('makes what is answered as saved survive a power cut, and references hold', () => {
    const db = openForWriting(temporaryWorkspace())
    onTestFinished(() => {
      db.close()
    })
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect({ journal: pragma('journal_mode'), synchronous: pragma('synchronous'), fullfsync: pragma('fullfsync'), checkpoint: pragma('checkpoint_fullfsync'), foreignKeys: pragma('foreign_keys'), version: pragma('user_version') }).toEqual({
      journal: 'wal', synchronous: 2, fullfsync: 1, checkpoint: 1, foreignKeys: 1, version: migrations.length,
    })
  })

  test('makes the folder, and opens again what it made', () => {
    const directory = join(temporaryWorkspace(), 'a', 'b 日本語')
    openForWriting(directory).close()
    expect(codeOf(() => {
      openForWriting(directory).close()
    })).toBe('opened')
  })

  test('keeps what was written when it was not closed', () => {
    const { directory } = aWorkspace(1)
    const db = openForWriting(directory)
    putRows(db, leads, [buildLead()])
    const other = openForReading(directory)
    expect(other.prepare('SELECT count(*) FROM "leads"').pluck().get()).toBe(2)
    other.close()
    db.close()
  })
})

describe('row 84: a workspace file that cannot be opened is refused by name and kept as it is', () => {
  const spoiled: Readonly<Record<string, readonly [spoil: (file: string) => void, code: string]>> = {
    'of no bytes': [(file) => truncateSync(file), 'workspace.corrupt'],
    'cut off in the middle': [(file) => truncateSync(file, 10 * 4096), 'workspace.corrupt'],
    'cut off in its first page': [(file) => truncateSync(file, 100), 'workspace.corrupt'],
    'with a garbled header': [(file) => writeFileSync(file, Buffer.concat([Buffer.from('GARBAGE!'.repeat(2)), readFileSync(file).subarray(16)])), 'workspace.corrupt'],
    'that is text': [(file) => writeFileSync(file, 'company,country\nLira,ES\n'.repeat(500)), 'workspace.corrupt'],
    'with a garbled schema': [(file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xff, 100, 4096)
      writeFileSync(file, bytes)
    }, 'workspace.corrupt'],
    'of another program': [(file) => {
      writeFileSync(file, '')
      const db = new Database(file)
      db.exec('CREATE TABLE songs (title TEXT)')
      db.close()
    }, 'workspace.corrupt'],
    'of a newer program': [(file) => {
      const db = new Database(file)
      db.pragma(`user_version = ${migrations.length + 1}`)
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    }, 'workspace.newer'],
    'of a negative version': [(file) => {
      const db = new Database(file)
      db.pragma('user_version = -3')
      db.close()
    }, 'workspace.corrupt'],
    'of a newer program, kept without a log': [(file) => {
      const db = new Database(file)
      db.pragma('journal_mode = DELETE')
      db.pragma('user_version = 99')
      db.close()
    }, 'workspace.newer'],
  }

  test.each(Object.entries(spoiled))('%s', (_, [spoil, code]) => {
    const { directory, file } = aWorkspace()
    spoil(file)
    const before = readFileSync(file)
    expect(codeOf(() => openForWriting(directory))).toBe(code)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(codeOf(() => openForWriting(directory))).toBe(code)
  })

  test('row 86: of a newer program that died with changes in its log: log and file stay', () => {
    const { file } = aWorkspace(1)
    const newer = new Database(file)
    newer.pragma('user_version = 99')
    const bytes = [readFileSync(file), readFileSync(`${file}-wal`)]
    const copy = temporaryWorkspace()
    writeFileSync(join(copy, WORKSPACE_FILE), bytes[0] ?? '')
    writeFileSync(join(copy, `${WORKSPACE_FILE}-wal`), bytes[1] ?? '')
    newer.close()
    expect(codeOf(() => openForWriting(copy))).toBe('workspace.newer')
    expect(readFileSync(join(copy, WORKSPACE_FILE)).equals(bytes[0] ?? Buffer.of())).toBe(true)
    expect(readFileSync(join(copy, `${WORKSPACE_FILE}-wal`)).equals(bytes[1] ?? Buffer.of())).toBe(true)
  })

  test('a folder in its place', () => {
    const directory = temporaryWorkspace()
    mkdirSync(join(directory, WORKSPACE_FILE))
    expect(codeOf(() => openForWriting(directory))).toBe('workspace.unreadable')
    expect(existsSync(join(directory, WORKSPACE_FILE))).toBe(true)
  })

  test('a file where its folder should be', () => {
    const path = join(temporaryWorkspace(), 'occupied')
    writeFileSync(path, 'x')
    expect(codeOf(() => openForWriting(join(path, 'workspace')))).toBe('workspace.unreadable')
  })
})

test.each([
  ['SQLITE_CORRUPT_VTAB', 'workspace.corrupt'], ['SQLITE_NOTADB', 'workspace.corrupt'], ['SQLITE_FULL', 'disk.full'], ['SQLITE_BUSY_SNAPSHOT', 'workspace.in-use'],
  ['SQLITE_IOERR_WRITE', 'workspace.unreadable'], ['SQLITE_READONLY_DBMOVED', 'workspace.unreadable'], ['SQLITE_CANTOPEN', 'workspace.unreadable'], ['SQLITE_PERM', 'workspace.unreadable'],
])('SQLite’s %s is the refusal %s', (sqlite, code) => {
  expect(asRefusal(new Database.SqliteError('x', sqlite))).toMatchObject({ refusal: { code } })
})

test('what is not about the file stays a bug', () => {
  const bugs = [new Database.SqliteError('x', 'SQLITE_CONSTRAINT_UNIQUE'), new TypeError('x'), 'x']
  expect(bugs.map(asRefusal)).toEqual(bugs)
})
