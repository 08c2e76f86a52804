import type { z } from 'zod'
import type { keepKeySchema, recoverKeySchema, recoveredKeySchema } from '#shared/people/workspace-key.ts'
import { ApiError } from '../foundation/api-error.ts'
import type { Store } from '../store/store.ts'
import type { Bearer } from './bearer.ts'

interface KeyRegistry {
  readonly store: Store
  readonly clock: () => Date
}

/** Keeps a workspace's key for the person who has it; the same workspace may have several, one after another. */
export async function keepKey({ store, clock }: KeyRegistry, { tenantId, personId }: Bearer, { workspaceId, key }: z.output<typeof keepKeySchema>): Promise<void> {
  await store.transaction({ as: 'registrar' }, (session) => session.query(
    `INSERT INTO "workspaceKey" ("tenantId", "personId", "workspaceId", "key", "keptAt") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ("tenantId", "personId", "workspaceId") DO UPDATE SET "key" = excluded."key", "keptAt" = excluded."keptAt"`,
    [tenantId, personId, workspaceId, key, clock().toISOString()],
  ))
}

/** Gives a person's own key back; another's is not there for them. */
export async function recoverKey({ store }: KeyRegistry, { tenantId, personId }: Bearer, { workspaceId }: z.output<typeof recoverKeySchema>): Promise<z.input<typeof recoveredKeySchema>> {
  const [kept] = await store.transaction({ as: 'registrar' }, (session) => session.query<{ key: string }>('SELECT "key" FROM "workspaceKey" WHERE "tenantId" = $1 AND "personId" = $2 AND "workspaceId" = $3', [tenantId, personId, workspaceId]))
  if (kept === undefined) throw new ApiError(404, 'workspace-key.unknown', 'no key of this workspace is kept here for you')
  return kept
}
