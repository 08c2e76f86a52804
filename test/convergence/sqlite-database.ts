import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { migrate } from '#central/store/migrate.ts'
import type { Session, Store, TransactionOptions } from '#central/store/store.ts'
import { syncedTables } from '#central/store/synced-tables.ts'
import type { CentralDatabase, TenantCopy } from './central-database.ts'
import { queryTwins, schemaTwins } from './sqlite-dialect.ts'

interface Twin {
  readonly statement: Database.Statement
  /** Columns whose values PostgreSQL has in another form. */
  readonly decoded: readonly string[]
  /** One after another, where many rows are given as an array a column: SQLite would write them in the order of their table. */
  readonly inTurns: boolean
}

interface Transaction {
  readonly tenantId: string | null
  readonly readOnly: boolean
  /** After an error nothing is answered until it is rolled back, as in PostgreSQL. */
  aborted: boolean
  /** Taken before the commit by a bug that is put in on purpose. */
  version: number | null
}

type Row = Record<string, unknown>

const asOwner: Omit<Transaction, 'aborted' | 'version'> = { tenantId: null, readOnly: false }
const arrays: ReadonlySet<string> = new Set(['scopes', 'territories', 'ids'])
const booleans: ReadonlySet<string> = new Set(syncedTables.flatMap((table) => [...table.booleanColumns]))

/**
 * The central API’s database for seeds: SQLite in memory, shaped by the migrations that ship, answering each statement by its
 * twin (`sqlite-dialect.ts`). One tenant, one transaction after another; who may do what it does not know. That it tells no
 * lies is for `both-databases.test.ts` to prove.
 */
export class SqliteDatabase implements CentralDatabase, Store {
  /** What it stands for. */
  readonly kind = 'pglite'
  readonly store = this
  readonly #db = new Database(':memory:')
  readonly #twins = new Map<string, readonly Twin[]>()
  #transaction: Transaction = { ...asOwner, aborted: false, version: null }
  #last: Promise<unknown> = Promise.resolve()
  #keepsOldScopes = true

  static async open(): Promise<SqliteDatabase> {
    const database = new SqliteDatabase()
    await migrate(database)
    return database
  }

  private constructor() {
    const db = this.#db
    db.pragma('foreign_keys = OFF')
    const nothing = (): null => null
    db.function('current_tenant', () => this.#transaction.tenantId)
    db.function('now', () => '')
    db.function('md5', (text) => createHash('md5').update(String(text)).digest('hex'))
    db.function('scopes_of_change', (before, after) => JSON.stringify([...new Set([...(this.#keepsOldScopes ? elements(before) : []), ...elements(after)])]))
    db.function('set_config', { varargs: true }, (_name, value) => {
      this.#transaction.version = Number(String(value).split(':')[1])
      return null
    })
    db.function('pg_advisory_xact_lock', { varargs: true }, nothing)
    db.function('hashtextextended', { varargs: true }, nothing)
    db.exec('CREATE TABLE "captured" ("n" INTEGER PRIMARY KEY AUTOINCREMENT, "tbl" TEXT NOT NULL, "pk" TEXT NOT NULL, "scopes" TEXT NOT NULL)')
  }

  transaction<T>(options: TransactionOptions, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#inTurn('as' in options ? asOwner : { tenantId: options.tenantId, readOnly: options.snapshot === true }, work)
  }

  asOwner<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#inTurn(asOwner, work)
  }

  makeRoom(): Promise<void> {
    for (const name of [...this.#tables(), 'captured']) this.#run(`DELETE FROM "${name}"`)
    return Promise.resolve()
  }

  copyTenant(tenantId: string): Promise<TenantCopy> {
    return this.asOwner(() => Promise.resolve(Object.fromEntries(this.#tenantTables().map((name) => [name, JSON.stringify(this.#prepared(`SELECT * FROM "${name}" WHERE "tenantId" = ?`).all(tenantId))]))))
  }

  restoreTenant(tenantId: string, copy: TenantCopy): Promise<void> {
    return this.asOwner(() => {
      for (const [name, rows] of Object.entries(copy)) {
        const columns = this.#prepared(`SELECT "name" FROM pragma_table_info('${name}')`).pluck().all() as string[]
        const names = columns.map((column) => `"${column}"`).join(', ')
        this.#run(`DELETE FROM "${name}" WHERE "tenantId" = ?`, tenantId)
        this.#run(`INSERT INTO "${name}" (${names}) SELECT ${columns.map((column) => `"value" ->> '$.${column}'`).join(', ')} FROM json_each(?)`, rows)
      }
      this.#run('DELETE FROM "captured"')
      return Promise.resolve()
    })
  }

  forgetOldScopes(): Promise<() => Promise<void>> {
    this.#keepsOldScopes = false
    return Promise.resolve(() => {
      this.#keepsOldScopes = true
      return Promise.resolve()
    })
  }

  close(): Promise<void> {
    this.#db.close()
    return Promise.resolve()
  }

  #inTurn<T>(options: typeof asOwner, work: (session: Session) => Promise<T>): Promise<T> {
    const done = this.#last.then(async () => {
      this.#transaction = { ...options, aborted: false, version: null }
      this.#run('BEGIN')
      try {
        const result = await work(this.#session)
        if (!this.#transaction.aborted) this.#takeVersion()
        this.#run(this.#transaction.aborted ? 'ROLLBACK' : 'COMMIT')
        return result
      } catch (error) {
        this.#run('ROLLBACK')
        throw error
      }
    })
    this.#last = done.catch(() => undefined)
    return done
  }

  readonly #session: Session = {
    query: async <R extends object>(sql: string, values: readonly unknown[] = []) => this.#carefully(false, () => this.#query(sql, values) as readonly R[]),
    script: async (sql) => this.#carefully(sql.startsWith('ROLLBACK TO '), () => {
      if (/^(SAVEPOINT|RELEASE|ROLLBACK TO) /.test(sql)) this.#db.exec(sql)
      else for (const statement of schemaTwins(sql, captureSql)) this.#db.exec(statement)
    }),
  }

  async #carefully<T>(mends: boolean, work: () => T): Promise<T> {
    if (this.#transaction.aborted && !mends) throw Object.assign(new Error('the transaction is aborted'), { code: '25P02' })
    try {
      const result = work()
      this.#transaction.aborted = false
      return result
    } catch (error) {
      this.#transaction.aborted = true
      throw error
    }
  }

  #query(sql: string, values: readonly unknown[]): readonly Row[] {
    let twins = this.#twins.get(sql)
    if (twins === undefined) this.#twins.set(sql, (twins = queryTwins(sql).map((twin) => this.#twin(twin))))
    let rows: readonly Row[] = []
    for (const { statement, decoded, inTurns } of twins) {
      if (this.#transaction.readOnly && !statement.readonly) throw new Error(`a snapshot is for reading: ${sql}`)
      if (statement.reader) rows = asPostgres(statement.all(bound(values)) as Row[], decoded)
      else for (const turn of inTurns ? turns(values) : [values]) statement.run(bound(turn))
    }
    return rows
  }

  #twin(sql: string): Twin {
    const statement = this.#db.prepare(sql)
    const columns = statement.reader ? statement.columns().map(({ name }) => name) : []
    return { statement, decoded: columns.filter((name) => arrays.has(name) || booleans.has(name)), inTurns: /UPDATE .* AS given WHERE /s.test(sql) }
  }

  /** As the deferred trigger of each change does at commit. */
  #takeVersion(): void {
    if (this.#prepared('SELECT 1 FROM "captured"').get() === undefined) return
    const { tenantId } = this.#transaction
    const version = this.#transaction.version ?? this.#prepared('UPDATE "sync_tenant" SET "v" = "v" + 1 WHERE "tenantId" = ? RETURNING "v"').pluck().get(tenantId)
    this.#run('INSERT INTO "sync_change" ("tenantId", "v", "n", "tbl", "pk", "scopes") SELECT ?, ?, "n", "tbl", "pk", "scopes" FROM "captured" ORDER BY "n"', tenantId, version)
    this.#run('DELETE FROM "captured"')
  }

  #tables(): readonly string[] {
    return this.#prepared(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT IN ('sqlite_sequence', 'centralMigration', 'captured')`).pluck().all() as string[]
  }

  #tenantTables(): readonly string[] {
    return this.#tables().filter((name) => name.startsWith('sync_') || syncedTables.some((table) => table.name === name))
  }

  readonly #kept = new Map<string, Database.Statement>()

  #prepared(sql: string): Database.Statement {
    let statement = this.#kept.get(sql)
    if (statement === undefined) this.#kept.set(sql, (statement = this.#db.prepare(sql)))
    return statement
  }

  #run(sql: string, ...values: readonly unknown[]): void {
    this.#prepared(sql).run(...values)
  }
}

function captureSql(table: string): readonly string[] {
  const trigger = (event: string, row: string, scopes: string): string => `CREATE TRIGGER "${table}_captured_${event.toLowerCase()}" AFTER ${event} ON "${table}" BEGIN
    INSERT INTO "captured" ("tbl", "pk", "scopes") VALUES ('${table}', ${row}."id", ${scopes});
  END`
  return [trigger('INSERT', 'NEW', 'NEW."scopes"'), trigger('UPDATE', 'NEW', 'scopes_of_change(OLD."scopes", NEW."scopes")'), trigger('DELETE', 'OLD', 'OLD."scopes"')]
}

function bound(values: readonly unknown[]): object {
  const given: Record<number, unknown> = {}
  for (const [at, value] of values.entries()) given[at + 1] = Array.isArray(value) ? JSON.stringify(value) : value
  return given
}

function turns(values: readonly unknown[]): readonly (readonly unknown[])[] {
  const rows = values.find((value) => Array.isArray(value)) as readonly unknown[] | undefined
  if (rows === undefined || rows.length === 1) return [values]
  return rows.map((_, row) => values.map((value) => (Array.isArray(value) ? [value[row]] : value)))
}

function elements(list: unknown): readonly string[] {
  return JSON.parse(String(list)) as readonly string[]
}

/** Changes the rows in place. */
function asPostgres(rows: readonly Row[], decoded: readonly string[]): readonly Row[] {
  for (const name of decoded) for (const row of rows) {
    if (typeof row[name] === 'string') row[name] = JSON.parse(row[name])
    else if (typeof row[name] === 'number') row[name] = row[name] === 1
  }
  return rows
}
