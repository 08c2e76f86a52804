import type Database from 'better-sqlite3'

/** Rows that were written, by table; null where any row of it may have been. */
export type Touched = readonly (readonly [table: string, ids: readonly string[] | null])[]

/** What has changed since it was last asked: ids of rows, among them some that are as they were; null: any row. */
export type RowNews = () => ReadonlySet<string> | null

interface Follower {
  readonly table: string
  waiting: Set<string> | null
}

/** With an import, rows that were there before come into sight. */
const SHOWS_OTHERS = 'batches'
const NOTHING: ReadonlySet<string> = new Set()
const told = new WeakMap<Database.Database, Follower[]>()

/** Says of a connection that it is told of every change, so that nobody has to look for them. */
export function isToldOfRows(db: Database.Database): void {
  told.set(db, [])
}

/** Tells whoever follows rows of this connection what was written, once it can be read. */
export function tellRows(db: Database.Database, touched: Touched): void {
  const all = touched.some(([table]) => table === SHOWS_OTHERS)
  for (const follower of told.get(db) ?? []) {
    if (all) follower.waiting = null
    for (const [table, ids] of touched) {
      if (table !== follower.table) continue
      if (ids === null) follower.waiting = null
      else for (const id of ids) follower.waiting?.add(id)
    }
  }
}

/** News of a table's rows from now on. A connection that nobody tells knows only whether the file has changed. */
export function followRows(db: Database.Database, table: string): RowNews {
  const followers = told.get(db)
  if (followers === undefined) return ifFileChanges(db)
  const follower: Follower = { table, waiting: new Set() }
  followers.push(follower)
  return () => {
    const { waiting } = follower
    follower.waiting = new Set()
    return waiting
  }
}

function ifFileChanges(db: Database.Database): RowNews {
  const version = (): unknown => db.pragma('data_version', { simple: true })
  let seen = version()
  return () => {
    const now = version()
    const isSame = now === seen
    seen = now
    return isSame ? NOTHING : null
  }
}
