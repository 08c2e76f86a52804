import Database from 'better-sqlite3'
import { setTriggers } from '../sync/shadow-sql.ts'
import { readLink } from '../sync/sync-row.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

const FIRST_WITH_SYNC = 2

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

/**
 * What of a file's schema is not as our own migrations make it: tables, columns, indexes and triggers that are missing,
 * different or added. A trigger of somebody else's would run with every command; a connected desk has its own for sync.
 */
export function strangeObjects(db: Database.Database): readonly string[] {
  const found = objectsOf(db)
  const version = db.pragma('user_version', { simple: true }) as number
  const expected = expectedObjects(version, version >= FIRST_WITH_SYNC && readLink(db) !== undefined)
  return [...new Set([...expected.keys(), ...found.keys()])].filter((object) => found.get(object) !== expected.get(object))
}

function expectedObjects(version: number, connected: boolean): ReadonlyMap<string, string> {
  const db = new Database(':memory:')
  try {
    migrate(db, () => undefined, migrations.slice(0, version))
    if (connected) setTriggers(db, true)
    return objectsOf(db)
  } finally {
    db.close()
  }
}

/** SQLite's own bookkeeping comes and goes; whatever else bears its names is no bookkeeping. */
function objectsOf(db: Database.Database): ReadonlyMap<string, string> {
  const objects = db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema
    WHERE NOT (type = 'index' AND sql IS NULL) AND NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')) ORDER BY type, name`).all() as SchemaObject[]
  return new Map(objects.map(({ type, name, tbl_name: table, sql }) => [`${type} ${name}`, `${table}: ${(sql ?? '').replaceAll(/\s+/g, ' ').trim()}`]))
}
