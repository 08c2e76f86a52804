import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { migrations as shipped, type Migration } from './migrations/index.ts'

/**
 * Brings a workspace file to this program's shape, all steps or none.
 * A file that a newer program has written is refused untouched (`workspace.newer`).
 * Foreign keys are switched off outside the transaction, because SQLite ignores the switch inside one and would
 * cascade a table rebuild's DROP into its children (docs/gotchas.md); row counts prove that no step lost a row.
 * @param beforeChange called once before the first step of a file that already holds data: take a backup there
 */
export function migrate(db: Database.Database, beforeChange: () => void, migrations: readonly Migration[] = shipped): void {
  refuseMisfit(db, migrations)
  const version = db.pragma('user_version', { simple: true }) as number
  if (version === migrations.length) return
  if (version > 0) beforeChange()
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const [index, migration] of migrations.entries()) {
        if (index < version) continue
        const before = rowCounts(db)
        for (const statement of migration.statements) db.exec(statement)
        assertNothingLost(migration.name, before, rowCounts(db))
      }
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration left ${broken.length} dangling references`)
      db.pragma(`user_version = ${migrations.length}`)
    }).exclusive()
    const verdict = db.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') throw new RefusedError('workspace.corrupt', `integrity check after migration: ${String(verdict)}`)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

/** Refuses a newer program's file (`workspace.newer`) and a database that is no workspace (`workspace.corrupt`). */
export function refuseMisfit(db: Database.Database, migrations: readonly Migration[] = shipped): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) throw new RefusedError('workspace.corrupt', 'the file is a database, but not a workspace')
  if (version < 0) throw new RefusedError('workspace.corrupt', `the file says it is of version ${version}`)
  if (version <= migrations.length) return
  throw new RefusedError('workspace.newer', 'a newer version of Channel Workbench has written this workspace', {
    fileVersion: version,
    programVersion: migrations.length,
  })
}

function rowCounts(db: Database.Database): ReadonlyMap<string, number> {
  const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_search_%'`).pluck().all() as string[]
  return new Map(names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]))
}

function assertNothingLost(migration: string, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  for (const [table, count] of before) {
    const now = after.get(table)
    if (now === undefined || now < count) throw new Error(`migration ${migration} lost rows of ${table}: ${count} before, ${now ?? 'no table'} after`)
  }
}
