import type { Store } from '#central/store/store.ts'
import { syncedTables } from '#central/store/synced-tables.ts'
import type { CentralDatabase, TenantCopy } from './central-database.ts'

interface Copied {
  readonly name: string
  readonly columns: readonly string[]
}

const copied: readonly Copied[] = [
  ...syncedTables.map(({ name, columnNames }) => ({ name, columns: ['tenantId', ...columnNames, ...(name === 'journal' ? ['scopes'] : [])] })),
  { name: 'sync_tenant', columns: ['tenantId', 'epoch', 'v', 'floor'] },
  { name: 'sync_change', columns: ['tenantId', 'v', 'n', 'tbl', 'pk', 'scopes'] },
  { name: 'sync_client', columns: ['tenantId', 'clientId', 'personId', 'lastSeq', 'lastCommand', 'programVersion', 'seenAt'] },
  { name: 'sync_command', columns: ['tenantId', 'clientId', 'seq', 'id', 'name', 'version', 'personId', 'inputHash', 'issuedAt', 'receivedAt', 'status', 'code', 'message', 'details'] },
  { name: 'audit', columns: ['tenantId', 'n', 'entryId', 'at', 'digest'] },
  { name: 'sync_quarantine', columns: ['tenantId', 'clientId', 'seq', 'id', 'name', 'version', 'personId', 'input', 'issuedAt', 'at', 'programVersion', 'attempts', 'error', 'stack'] },
]

/** PostgreSQL itself. */
export async function pgliteDatabase(store: Store): Promise<CentralDatabase> {
  // Rows are written in the order in which they are given, so that a seed does the same on SQLite.
  await store.asOwner((session) => session.script(['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'].map((way) => `SET enable_${way} = off;`).join(' ')))
  return { store, makeRoom: () => makeRoom(store), copyTenant: (tenantId) => copyTenant(store, tenantId), restoreTenant: (tenantId, copy) => restoreTenant(store, tenantId, copy), forgetOldScopes: () => forgetOldScopes(store), close: () => store.close() }
}

/** Beneath the triggers. The more rows of other seeds lay there, the more ways of reading them the database would think of. */
function makeRoom(store: Store): Promise<void> {
  return store.asOwner(async (session) => {
    await session.script('SET LOCAL session_replication_role = replica')
    await session.script(`TRUNCATE ${[...copied.map(({ name }) => name), 'device', 'person', 'tenant'].map((name) => `"${name}"`).join(', ')} CASCADE`)
  })
}

/** A dump of the whole PGlite takes seconds; these are one tenant’s rows alone. */
function copyTenant(store: Store, tenantId: string): Promise<TenantCopy> {
  return store.asOwner(async (session) => {
    const parts = copied.map(({ name }) => `(SELECT coalesce(json_agg(t), '[]')::text FROM "${name}" t WHERE "tenantId" = $1) AS "${name}"`)
    const [copy] = await session.query<Record<string, string>>(`SELECT ${parts.join(', ')}`, [tenantId])
    if (copy === undefined) throw new Error('no copy')
    return copy
  })
}

async function restoreTenant(store: Store, tenantId: string, copy: TenantCopy): Promise<void> {
  await store.asOwner(async (session) => {
    await session.script('SET LOCAL session_replication_role = replica')
    for (const { name, columns } of copied) {
      const names = columns.map((column) => `"${column}"`).join(', ')
      await session.query(`DELETE FROM "${name}" WHERE "tenantId" = $1`, [tenantId])
      await session.query(`INSERT INTO "${name}" (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM json_populate_recordset(NULL::"${name}", $1::json)`, [copy[name]])
    }
  })
}

async function forgetOldScopes(store: Store): Promise<() => Promise<void>> {
  const [capture] = await store.asOwner((session) => session.query<{ text: string }>(`SELECT pg_get_functiondef('sync_capture'::regproc) AS "text"`))
  const right = capture?.text ?? ''
  const wrong = right.replace('ARRAY(SELECT unnest(OLD."scopes") UNION SELECT unnest(NEW."scopes"))', 'NEW."scopes"')
  if (wrong === right) throw new Error('the trigger is another than this bug was made for')
  await store.asOwner((session) => session.script(wrong))
  return () => store.asOwner((session) => session.script(right))
}
