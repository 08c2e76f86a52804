import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { PulledTable } from '#shared/sync/messages.ts'
import { openForWriting, WORKSPACE_FILE } from '../workspace/open.ts'
import { quoted } from '../workspace/rows.ts'
import { createTableSql } from '../workspace/schema-sql.ts'
import { pageColumns } from './page-columns.ts'
import { pageSchema, type Page } from './page-schema.ts'
import { pullProgress, type PullProgress } from './pull-progress.ts'
import { syncedTables } from './synced-tables.ts'
import type { StartedPull } from './sync-store.ts'

/** A page without its rows. */
export type PageHead = Omit<Page, 'data'> & { readonly rows: number }

/**
 * What a full pull of many pages is gathered in: a second workspace in a folder of the first, which takes the first's place
 * when it is complete. Nobody waits while it is written, and what it holds survives a crash and is gone on with.
 */
export interface Incoming {
  /** How far it came, if it is of this pull; anything else that lies there is thrown away. */
  readonly resume: (standing: { readonly requestId: number; readonly clientId: string; readonly epoch: string | null }) => PullProgress | null
  /** Begins anew with a first page. */
  readonly begin: (begun: StartedPull, page: Page) => PageHead
  /** Understands a page; null when it is none. */
  readonly read: (text: string) => PageHead | null
  /** Writes the page read last, and in the same transaction where the next begins. */
  readonly keep: () => void
  /** Makes of what was kept a workspace that wants nothing but this desk's own rows. */
  readonly seal: () => void
}

const ROWS_PER_STATEMENT = 20

export function incomingFolder(directory: string): string {
  return join(directory, 'incoming')
}

export function createIncoming(directory: string): Incoming & { readonly close: () => void } {
  const folder = incomingFolder(directory)
  let db: Database.Database | undefined
  let page: Page | undefined
  const close = (): void => {
    db?.close()
    db = undefined
  }
  const open = (): Database.Database => {
    if (db !== undefined) return db
    db = openForWriting(folder)
    // It can be fetched again: it must not be torn, but its last pages may be lost.
    db.pragma('synchronous = NORMAL')
    return db
  }
  const anew = (): Database.Database => {
    close()
    rmSync(folder, { recursive: true, force: true })
    const made = open()
    for (const table of syncedTables) for (const name of Object.keys(table.options.indexes)) made.exec(`DROP INDEX "${table.name}_${name}"`)
    return made
  }
  const headOf = ({ data, ...head }: Page): PageHead => ({ ...head, rows: data.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0) })

  return {
    resume: ({ requestId, clientId, epoch }) => {
      if (!existsSync(join(folder, WORKSPACE_FILE))) return null
      try {
        const progress = pullProgress.read(open())
        if (progress !== null && progress.begun.requestId === requestId && progress.begun.clientId === clientId && (epoch === null || epoch === progress.epoch || progress.reset === 'epoch')) return progress
      } catch {
        // Torn, or another program's: the rows are fetched again.
      }
      close()
      rmSync(folder, { recursive: true, force: true })
      return null
    },
    begin: (begun, first) => {
      const made = anew()
      made.transaction(() => {
        writePage(made, first.data)
        pullProgress.begin(made, begun, first)
      }).immediate()
      return headOf(first)
    },
    read: (text) => {
      page = parsed(text)
      return page === undefined ? null : headOf(page)
    },
    keep: () => {
      const read = page
      page = undefined
      if (read === undefined) return
      const into = open()
      into.transaction(() => {
        writePage(into, read.data)
        pullProgress.advance(into, read.token, headOf(read).rows)
      }).immediate()
    },
    seal: () => {
      const made = open()
      made.transaction(() => {
        for (const table of syncedTables) for (const statement of createTableSql(table).slice(1)) made.exec(statement.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS'))
      }).immediate()
      close()
    },
    close,
  }
}

function parsed(text: string): Page | undefined {
  try {
    return pageSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function writePage(db: Database.Database, data: readonly PulledTable[]): void {
  const park = db.prepare('INSERT OR REPLACE INTO "_parked" ("tbl", "pk", "row") VALUES (?, ?, ?)')
  for (const part of data) {
    const { table, idOf, valuesOf, fits, asideOf } = pageColumns(part)
    const fitting = part.put.filter(fits)
    const gone = [...part.remove, ...(fitting.length === part.put.length ? [] : part.put.filter((row) => !fits(row)).map(idOf))]
    if (gone.length > 0) removeRows(db, part.table, table !== undefined, gone)
    for (const row of part.put) {
      const aside = asideOf(row)
      if (aside !== null) park.run(part.table, idOf(row), JSON.stringify(aside))
    }
    if (table !== undefined && fitting.length > 0) putRows(db, table.name, table.columnNames, fitting.map(valuesOf))
  }
}

function removeRows(db: Database.Database, table: string, known: boolean, ids: readonly string[]): void {
  const list = JSON.stringify(ids)
  db.prepare('DELETE FROM "_parked" WHERE "tbl" = ? AND "pk" IN (SELECT "value" FROM json_each(?))').run(table, list)
  if (known) db.prepare(`DELETE FROM "${table}" WHERE "id" IN (SELECT "value" FROM json_each(?))`).run(list)
}

/** Several rows to a statement, and no columns that are empty on all of the page: binding values is most of the work. */
function putRows(db: Database.Database, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): void {
  const used = columns.map((_, at) => at).filter((at) => rows.some((row) => row[at] !== null))
  const names = quoted(used.map((at) => columns[at] ?? ''))
  const places = `(${used.map(() => '?').join(', ')})`
  const put = (count: number) => db.prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES ${Array.from({ length: count }, () => places).join(', ')}`)
  const many = put(ROWS_PER_STATEMENT)
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT)
    const statement = part.length === ROWS_PER_STATEMENT ? many : put(part.length)
    statement.run(part.flatMap((row) => used.map((at) => row[at])))
  }
}
