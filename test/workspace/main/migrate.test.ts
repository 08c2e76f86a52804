import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listBackups } from '#main/workspace/backup.ts'
import { migrate } from '#main/workspace/migrate.ts'
import { sync } from '#main/workspace/migrations/0002-sync.ts'
import { longPulls } from '#main/workspace/migrations/0003-long-pulls.ts'
import { migrations, type Migration } from '#main/workspace/migrations/index.ts'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { createTableSql } from '#main/workspace/schema-sql.ts'
import { createSearchSql } from '#main/workspace/search-index-sql.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { tables } from '#shared/tables.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function inMemory(): Database.Database {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  db.function('fold_text', { deterministic: true }, (text) => String(text).toLowerCase())
  onTestFinished(() => {
    db.close()
  })
  return db
}

const nothing = (): void => undefined
const rows = (db: Database.Database, table: string): unknown => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
/** A table's columns in whatever order: those that came later stand last in the file. */
const columnsOf = (db: Database.Database, table: string): unknown => (db.pragma(`table_info("${table}")`) as { cid: number; name: string }[]).map(({ cid: _cid, ...column }) => column).toSorted((a, b) => (a.name < b.name ? -1 : 1))
const withoutTables = (objects: unknown): unknown => (objects as { type: string; name: string; sql: string }[]).map(({ type, name, sql }) => (type === 'table' && !sql.startsWith('CREATE VIRTUAL') ? { type, name } : { type, name, sql }))
const schemaOf = (db: Database.Database): unknown => db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`).all()

describe('the shipped migrations', () => {
  test('lead to exactly what the table definitions say: every table, column, index, trigger', () => {
    const migrated = inMemory()
    migrate(migrated, nothing)
    const defined = inMemory()
    defined.exec('CREATE TABLE "_searchWatermark" ("table" TEXT PRIMARY KEY, "upTo" INTEGER NOT NULL, "toForget" INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID')
    for (const table of tables) for (const statement of [...createTableSql(table), ...createSearchSql(table)]) defined.exec(statement)
    for (const statement of [...sync, ...longPulls]) defined.exec(statement)
    expect(withoutTables(schemaOf(migrated))).toEqual(withoutTables(schemaOf(defined)))
    for (const { name } of tables) expect(columnsOf(migrated, name)).toEqual(columnsOf(defined, name))
    const watermarks = 'SELECT "table", "upTo" FROM "_searchWatermark" ORDER BY 1'
    expect(migrated.prepare(watermarks).all()).toEqual(defined.prepare(watermarks).all())
  })

  test('never drop or rename what an older program or file has', () => {
    for (const { statements } of migrations) for (const statement of statements) expect(statement).not.toMatch(/\b(DROP\s+(TABLE|COLUMN)|RENAME)\b/i)
  })

  test('are each named by their number', () => {
    expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1))
  })

  test('done twice do nothing the second time', () => {
    const db = inMemory()
    migrate(db, nothing)
    const before = schemaOf(db)
    let asked = 0
    migrate(db, () => {
      asked += 1
    })
    expect(schemaOf(db)).toEqual(before)
    expect(asked).toBe(0)
  })

  test('killed after any statement leave a fresh file empty, and the next start finishes', () => {
    const [first] = migrations
    if (first === undefined) throw new Error('no migration')
    for (let kept = 0; kept < first.statements.length; kept += 1) {
      const db = inMemory()
      expect(() => {
        migrate(db, nothing, [{ ...first, statements: [...first.statements.slice(0, kept), 'SELECT broken('] }])
      }).toThrow()
      expect(schemaOf(db)).toEqual([])
      expect(db.pragma('user_version', { simple: true })).toBe(0)
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
      db.close()
    }
  })
})

const parents: Migration = {
  name: '0001-parents',
  statements: [
    'CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL)',
    'CREATE TABLE child (id INTEGER PRIMARY KEY, parentId INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE)',
  ],
}
/** As drizzle-kit drafts the change of a column's default: finding 1 of what is known to wipe children. */
const rebuild: Migration = {
  name: '0002-rebuild',
  statements: [
    'PRAGMA foreign_keys=OFF',
    `CREATE TABLE __new_parent (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'x' NOT NULL)`,
    'INSERT INTO __new_parent (id, name) SELECT id, name FROM parent',
    'DROP TABLE parent',
    'ALTER TABLE __new_parent RENAME TO parent',
    'PRAGMA foreign_keys=ON',
  ],
}

function withChildren(): Database.Database {
  const db = inMemory()
  migrate(db, nothing, [parents])
  db.exec(`INSERT INTO parent VALUES (1, 'a'), (2, 'b'); INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)`)
  return db
}

describe('row 86: a step on a file that holds data', () => {
  test('rebuilds a table without losing its children', () => {
    const db = withChildren()
    migrate(db, nothing, [parents, rebuild])
    expect([rows(db, 'parent'), rows(db, 'child')]).toEqual([2, 3])
    expect(() => db.exec('INSERT INTO child VALUES (9, 9)')).toThrow('FOREIGN KEY')
  })

  test('would lose them inside a transaction that has references on, which is why they are off before it begins', () => {
    const db = withChildren()
    db.transaction(() => {
      for (const statement of rebuild.statements) db.exec(statement)
    })()
    expect(rows(db, 'child')).toBe(0)
  })

  test('is asked for a backup before it, once, and not on a fresh file', () => {
    const db = inMemory()
    const asked: unknown[] = []
    const backUp = (): void => {
      asked.push(db.pragma('user_version', { simple: true }))
    }
    migrate(db, backUp, [parents])
    expect(asked).toEqual([])
    migrate(db, backUp, [parents, rebuild, { name: '0003', statements: [] }])
    expect(asked).toEqual([1])
  })

  test.each([
    ['loses a row', 'DELETE FROM child WHERE id = 1', 'lost rows of child: 3 before, 2 after'],
    ['loses a table', 'DROP TABLE child', 'lost rows of child: 3 before, no table after'],
    ['leaves a reference dangling', 'INSERT INTO child VALUES (4, 77)', 'dangling references'],
    ['cannot be read', 'CREATE NONSENSE', 'syntax error'],
  ])('that %s is not done at all', (_, statement, message) => {
    const db = withChildren()
    const before = schemaOf(db)
    expect(() => {
      migrate(db, nothing, [parents, { name: '0002', statements: ['CREATE TABLE added (id INTEGER)', statement] }])
    }).toThrow(message)
    expect(schemaOf(db)).toEqual(before)
    expect([rows(db, 'parent'), rows(db, 'child'), db.pragma('user_version', { simple: true }), db.pragma('foreign_keys', { simple: true })]).toEqual([2, 3, 1, 1])
  })

  test('killed after any of its statements leaves the file as it was', () => {
    for (let kept = 0; kept < rebuild.statements.length; kept += 1) {
      const db = withChildren()
      const before = schemaOf(db)
      expect(() => {
        migrate(db, nothing, [parents, { ...rebuild, statements: [...rebuild.statements.slice(0, kept), 'SELECT broken('] }])
      }).toThrow()
      expect(schemaOf(db)).toEqual(before)
      expect([rows(db, 'parent'), rows(db, 'child')]).toEqual([2, 3])
    }
  })

  test('is refused for a file of a newer program', () => {
    const db = withChildren()
    expect(() => {
      migrate(db, nothing, [])
    }).toThrow(RefusedError)
    expect(rows(db, 'child')).toBe(3)
  })

  test('is refused for a database that is no workspace', () => {
    const db = inMemory()
    db.exec('CREATE TABLE songs (title TEXT)')
    expect(() => {
      migrate(db, nothing)
    }).toThrow('not a workspace')
    expect(schemaOf(db)).toHaveLength(1)
  })
})

test('an older workspace is backed up beside itself before its first step', () => {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  putRows(db, leads, [buildLead()])
  const steps = [...migrations, { name: '0099-later', statements: ['CREATE TABLE later (id INTEGER)'] }]
  expect(listBackups(directory)).toEqual([])
  migrate(db, () => db.exec(`VACUUM INTO '${join(directory, 'before.db')}'`), steps)
  db.close()
  const before = new Database(join(directory, 'before.db'), { readonly: true })
  expect(before.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(rows(before, 'leads')).toBe(1)
  before.close()
  expect(() => openForWriting(directory)).toThrow('newer version')
  expect(readFileSync(join(directory, WORKSPACE_FILE)).length).toBeGreaterThan(0)
})
