import pg from 'pg'
import { assertBound, openingSql, type RoleProof, type Session, type Store, type TransactionOptions } from './store.ts'

const MOST_CONNECTIONS = 16
const MOST_PREPARED = 400

/** PostgreSQL over TCP, by a small pool. What takes too long is given up by the database itself. */
export function openPostgres(url: string, log: (line: string) => void): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    // A plan kept from when a table was empty would go on reading all of it.
    options: '-c plan_cache_mode=force_custom_plan',
    types,
  })
  pool.on('error', (error) => {
    if (!pool.ending) log(`a database connection was lost: ${error.message}`)
  })

  async function transaction<T>(opening: string | null, work: (session: Session) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken = false
    const onError = (): void => {
      broken = true
    }
    client.on('error', onError)
    try {
      await begin(client, opening)
      const result = await work(sessionOf(client))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(onError)
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  return {
    kind: 'postgres',
    transaction: async (options: TransactionOptions, work) => transaction(openingSql(options), work),
    asOwner: (work) => transaction(null, work),
    close: () => pool.end(),
  }
}

async function begin(client: pg.PoolClient, opening: string | null): Promise<void> {
  if (opening === null) {
    await client.query('BEGIN')
    return
  }
  const results = (await client.query(`BEGIN; ${opening}`)) as unknown as readonly pg.QueryResult<RoleProof>[]
  assertBound(results.at(-1)?.rows[0])
}

/** The names under which statements stay prepared on each connection. */
const prepared = new Map<string, string>()

function nameOf(sql: string): string | undefined {
  let name = prepared.get(sql)
  if (name === undefined && prepared.size < MOST_PREPARED) prepared.set(sql, (name = `s${prepared.size + 1}`))
  return name
}

function sessionOf(client: pg.PoolClient): Session {
  return {
    query: async <R extends object>(sql: string, values: readonly unknown[] = []) => {
      const name = nameOf(sql)
      return (await client.query<R>({ text: sql, values: [...values], ...(name === undefined ? {} : { name }) })).rows
    },
    script: async (sql) => {
      await client.query(sql)
    },
  }
}

/** Our integers are within what a number holds exactly. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
