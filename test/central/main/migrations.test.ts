import { expect, test } from 'vitest'
import { syncedTables } from '#central/store/synced-tables.ts'
import type { Session } from '#central/store/store.ts'
import { createTableSql } from '#central/store/table-sql.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()

test.each(['PGlite', 'PostgreSQL'] as const)('the shipped migrations lead to what the table definitions say, on %s', async (name) => {
  const store = await stores.open(name)
  await store.asOwner(async (session) => {
    await session.script('CREATE SCHEMA drafted; SET LOCAL search_path = drafted, public')
    for (const table of syncedTables) await session.script(createTableSql(table))
    const [drafted, migrated] = [await shapeOf(session, 'drafted'), await shapeOf(session, 'public')]
    expect(drafted.columns.length).toBeGreaterThan(syncedTables.flatMap((table) => table.columnNames).length)
    expect(migrated).toEqual(drafted)
    throw new Error('not kept')
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || error.message !== 'not kept') throw error
  })
})

/** Columns, indexes, policies and triggers of the synced tables of a schema, in whatever order they came. */
async function shapeOf(session: Session, schema: string) {
  const names = syncedTables.map((table) => table.name)
  const inSchema = (text: string): string => text.replaceAll(/\b(drafted|public)\./g, '')
  const columns = await session.query('SELECT "table_name", "column_name", "data_type", "is_nullable", "column_default", "generation_expression", "collation_name" FROM information_schema.columns WHERE "table_schema" = $1 AND "table_name" = ANY($2) ORDER BY 1, 2', [schema, names])
  const indexes = await session.query<{ indexdef: string }>('SELECT "indexdef" FROM pg_indexes WHERE "schemaname" = $1 AND "tablename" = ANY($2) ORDER BY "indexname"', [schema, names])
  const policies = await session.query('SELECT "tablename", "policyname", "roles"::text, "qual", "with_check" FROM pg_policies WHERE "schemaname" = $1 AND "tablename" = ANY($2) ORDER BY 1, 2', [schema, names])
  const secured = await session.query('SELECT "relname", "relrowsecurity", "relforcerowsecurity" FROM pg_class WHERE "relnamespace" = $1::regnamespace AND "relname" = ANY($2) AND "relkind" = $3 ORDER BY 1', [schema, names, 'r'])
  return { columns, indexes: indexes.map(({ indexdef }) => inSchema(indexdef)), policies, secured }
}
