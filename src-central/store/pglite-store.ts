import { PGlite, type Transaction } from '@electric-sql/pglite'
import { assertBound, openingSql, type RoleProof, type Session, type Store } from './store.ts'

const INT8 = 20

/**
 * PostgreSQL inside this process. Its only user is a superuser, whom row-level security never binds: every transaction
 * changes to a role that it binds. What is committed may be lost when the power fails, for nothing here waits for the disk.
 * @param directory where it keeps its files; only in memory without
 */
export async function openPglite(directory?: string, image?: Blob): Promise<Store & { readonly dump: () => Promise<Blob> }> {
  const db = await PGlite.create({
    parsers: { [INT8]: Number },
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  })
  return {
    kind: 'pglite',
    transaction: (options, work) => db.transaction(async (transaction) => {
      const opened = await transaction.exec(openingSql(options))
      assertBound(opened.at(-1)?.rows[0] as RoleProof | undefined)
      return work(sessionOf(transaction))
    }),
    asOwner: (work) => db.transaction((transaction) => work(sessionOf(transaction))),
    close: () => db.close(),
    dump: () => db.dumpDataDir('none'),
  }
}

function sessionOf(transaction: Transaction): Session {
  return {
    query: async <R extends object>(sql: string, values: readonly unknown[] = []) => (await transaction.query<R>(sql, [...values])).rows,
    script: async (sql) => {
      await transaction.exec(sql)
    },
  }
}
