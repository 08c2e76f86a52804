import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'

/**
 * A desk’s workspace, open. One seed after another has it, emptied: opening it and preparing its statements takes longer than
 * all that happens to a desk in a seed.
 */
export class DeskFile {
  db: Database.Database
  readonly #directory: string

  /** @param template a new workspace */
  constructor(directory: string, template: string) {
    this.#directory = directory
    mkdirSync(directory, { recursive: true })
    copyFileSync(template, join(directory, WORKSPACE_FILE))
    this.db = this.#open()
  }

  /** As the next start of the program does. */
  reopen(): void {
    this.db.close()
    this.db = this.#open()
  }

  /** It stays linked: making and dropping the triggers that come with a link would unmake every statement. */
  empty(): void {
    this.#fill(() => undefined)
  }

  /** Has all that another has. */
  copyOf({ db }: DeskFile): void {
    this.#fill((table) => {
      const rows = db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]
      if (rows[0] === undefined) return
      const put = this.db.prepare(`INSERT OR REPLACE INTO "${table}" VALUES (${rows[0].map(() => '?').join(', ')})`)
      for (const row of rows) put.run(row)
    })
  }

  remove(): void {
    this.db.close()
    rmSync(this.#directory, { recursive: true, force: true })
  }

  #open(): Database.Database {
    const db = openForWriting(this.#directory)
    db.pragma('synchronous = OFF')
    // Nobody else reads it, and no power fails here: what the disk has to do is tested in test/workspace.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = MEMORY')
    keepStatements(db)
    return db
  }

  #fill(put: (table: string) => void): void {
    const names = this.db.prepare(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE '\\_search%' ESCAPE '\\'`).pluck().all() as string[]
    const filled = this.db.prepare(filledSql(names)).pluck().all() as string[]
    this.db.transaction(() => {
      this.db.prepare('UPDATE "_sync" SET "capture" = 0').run()
      for (const name of filled) if (name !== '_sync') this.db.prepare(`DELETE FROM "${name}"`).run()
      // Last what says that changes are captured again.
      for (const name of names) if (name !== '_sync') put(name)
      put('_sync')
    })()
  }
}

/** Asks which tables hold any row: most are empty, and each is a question. */
export function filledSql(names: readonly string[]): string {
  return names.map((name) => `SELECT '${name}' WHERE EXISTS (SELECT 1 FROM "${name}")`).join(' UNION ALL ')
}

/** Prepares each text once for each way in which its rows come. */
function keepStatements(db: Database.Database): void {
  const prepare = db.prepare.bind(db)
  const kept = new Map<string, Database.Statement>()
  const preparing = (sql: string): Database.Statement => {
    let statement = kept.get(sql)
    if (statement === undefined) {
      let raw: Database.Statement | undefined
      let pluck: Database.Statement | undefined
      statement = Object.assign(prepare(sql), { raw: () => (raw ??= prepare(sql).raw()), pluck: () => (pluck ??= prepare(sql).pluck()) })
      kept.set(sql, statement)
    }
    return statement
  }
  Object.assign(db, { prepare: preparing })
}
