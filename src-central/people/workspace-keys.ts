import type { z } from 'zod'
import type { keepKeySchema, recoverKeySchema, recoveredKeySchema } from '#shared/people/workspace-key.ts'
import { ApiError } from '../foundation/api-error.ts'
import type { Session, Store } from '../store/store.ts'
import { suspended, unauthorised, type Bearer } from './bearer.ts'

interface KeyRegistry {
  readonly store: Store
  readonly clock: () => Date
}

/** Keeps a workspace's key for the person who has it; the same workspace may have several, one after another. */
export async function keepKey({ store, clock }: KeyRegistry, bearer: Bearer, { workspaceId, key }: z.output<typeof keepKeySchema>): Promise<void> {
  await store.transaction({ as: 'registrar' }, async (session) => {
    await assertLetIn(session, bearer)
    await session.query(
      `INSERT INTO "workspaceKey" ("tenantId", "personId", "workspaceId", "key", "keptAt") VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ("tenantId", "personId", "workspaceId") DO UPDATE SET "key" = excluded."key", "keptAt" = excluded."keptAt"`,
      [bearer.tenantId, bearer.personId, workspaceId, key, clock().toISOString()],
    )
  })
}

/** Gives a person's own key back; another's is not there for them. */
export async function recoverKey({ store }: KeyRegistry, bearer: Bearer, { workspaceId }: z.output<typeof recoverKeySchema>): Promise<z.input<typeof recoveredKeySchema>> {
  const [kept] = await store.transaction({ as: 'registrar' }, async (session) => {
    await assertLetIn(session, bearer)
    return session.query<{ key: string }>('SELECT "key" FROM "workspaceKey" WHERE "tenantId" = $1 AND "personId" = $2 AND "workspaceId" = $3', [bearer.tenantId, bearer.personId, workspaceId])
  })
  if (kept === undefined) throw new ApiError(404, 'workspace-key.unknown', 'no key of this workspace is kept here for you')
  return kept
}

/** A token outlives a suspension and a sign-out by minutes; a key would outlive them for ever. */
async function assertLetIn(session: Session, { tenantId, personId, deviceId }: Bearer): Promise<void> {
  const [person] = await session.query<{ suspendedAt: string | null; revokedAt: string | null }>(
    `SELECT p."suspendedAt", d."revokedAt" FROM "person" p JOIN "device" d ON d."personId" = p."id" AND d."tenantId" = p."tenantId" WHERE p."tenantId" = $1 AND p."id" = $2 AND d."id" = $3`,
    [tenantId, personId, deviceId],
  )
  if (person === undefined || person.revokedAt !== null) throw unauthorised()
  if (person.suspendedAt !== null) throw suspended()
}
