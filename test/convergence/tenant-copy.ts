import type { Store } from '#central/store/store.ts'
import { syncedTables } from '#central/store/synced-tables.ts'

/** A tenant's rows as JSON, by table. */
export type TenantCopy = Readonly<Record<string, string>>

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
  { name: 'sync_quarantine', columns: ['tenantId', 'clientId', 'seq', 'id', 'name', 'version', 'personId', 'input', 'issuedAt', 'at', 'programVersion', 'attempts', 'error', 'stack'] },
]

/** What a backup would have of one tenant. A dump of the whole PGlite takes seconds; these are its rows alone. */
export function copyTenant(store: Store, tenantId: string): Promise<TenantCopy> {
  return store.asOwner(async (session) => {
    const parts = copied.map(({ name }) => `(SELECT coalesce(json_agg(t), '[]')::text FROM "${name}" t WHERE "tenantId" = $1) AS "${name}"`)
    const [copy] = await session.query<Record<string, string>>(`SELECT ${parts.join(', ')}`, [tenantId])
    if (copy === undefined) throw new Error('no copy')
    return copy
  })
}

export async function restoreTenant(store: Store, tenantId: string, copy: TenantCopy): Promise<void> {
  await store.asOwner(async (session) => {
    // Triggers do not fire: a backup is put back beneath them.
    await session.script('SET LOCAL session_replication_role = replica')
    for (const { name, columns } of copied) {
      const names = columns.map((column) => `"${column}"`).join(', ')
      await session.query(`DELETE FROM "${name}" WHERE "tenantId" = $1`, [tenantId])
      await session.query(`INSERT INTO "${name}" (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM json_populate_recordset(NULL::"${name}", $1::json)`, [copy[name]])
    }
  })
}
