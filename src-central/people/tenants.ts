import { randomUUID } from 'node:crypto'
import { newId } from '../foundation/new-id.ts'
import type { Session, Store } from '../store/store.ts'

export interface Tenant {
  readonly id: string
  readonly name: string
}

/** A company, with a new epoch and nothing in it yet. */
export async function createTenant(session: Session, name: string, now: string): Promise<Tenant> {
  const id = newId()
  await session.query('INSERT INTO "tenant" ("id", "name", "createdAt") VALUES ($1, $2, $3)', [id, name, now])
  await session.query('INSERT INTO "sync_tenant" ("tenantId", "epoch") VALUES ($1, $2)', [id, randomUUID()])
  return { id, name }
}

export function listTenants(store: Store): Promise<readonly Tenant[]> {
  return store.transaction({ as: 'registrar' }, (session) => session.query<{ id: string; name: string }>('SELECT "id", "name" FROM "tenant" ORDER BY "createdAt", "id"'))
}

/** After a backup was put back: desks must fetch everything again, for they may have seen what is now gone. */
export async function renewEpoch(store: Store, tenantId: string): Promise<void> {
  await store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "sync_tenant" SET "epoch" = $2 WHERE "tenantId" = $1', [tenantId, randomUUID()]))
}
