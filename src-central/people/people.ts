import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Role } from '#shared/people/role.ts'
import type { Session, Store } from '../store/store.ts'
import { territoryIds } from './invitations.ts'
import { assertNotLastAdministrator } from './last-administrator.ts'

interface KnownPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Codes of the territories at the roots of what the person sees; none: the whole company. */
  readonly territories: string[]
  readonly suspendedAt: string | null
  /** Desks that are signed in. */
  readonly desks: number
  /** The last push of one of them. */
  readonly seenAt: string | null
}

/** Everybody who was let into a company, by address. */
export async function listPeople(store: Store, tenantId: string): Promise<KnownPerson[]> {
  const people = await store.transaction({ tenantId, snapshot: true }, (session) => session.query<{ [K in keyof KnownPerson]: KnownPerson[K] }>(
    `SELECT p."name", p."email", p."role", p."suspendedAt",
       ARRAY(SELECT coalesce(t."code", given) FROM unnest(p."territories") AS given LEFT JOIN "territories" t ON t."id" = given) AS "territories",
       (SELECT count(*) FROM "device" d WHERE d."personId" = p."id" AND d."revokedAt" IS NULL) AS "desks",
       (SELECT max(c."seenAt") FROM "sync_client" c WHERE c."personId" = p."id") AS "seenAt"
     FROM "person" p ORDER BY p."email"`,
  ))
  return [...people]
}

/** Signs somebody out everywhere and lets no desk of his in any more; codes that were not used are void. What is on his desks stays there. */
export async function suspend(store: Store, tenantId: string, email: string, now: Date): Promise<void> {
  await store.transaction({ as: 'registrar' }, async (session) => {
    const personId = await find(session, tenantId, email)
    await assertNotLastAdministrator(session, tenantId, email)
    const values = [tenantId, personId, now.toISOString()]
    await session.query('UPDATE "person" SET "suspendedAt" = coalesce("suspendedAt", $3) WHERE "tenantId" = $1 AND "id" = $2', values)
    await session.query('UPDATE "device" SET "revokedAt" = $3 WHERE "tenantId" = $1 AND "personId" = $2 AND "revokedAt" IS NULL', values)
    await session.query('UPDATE "enrolment" SET "usedAt" = $3 WHERE "tenantId" = $1 AND "personId" = $2 AND "usedAt" IS NULL', values)
  })
}

/** Whoever was suspended may connect desks again, by the company's account or a new code. */
export function resume(store: Store, tenantId: string, email: string): Promise<void> {
  return change(store, tenantId, email, async (session, personId) => {
    await session.query('UPDATE "person" SET "suspendedAt" = NULL WHERE "tenantId" = $1 AND "id" = $2', [tenantId, personId])
  })
}

/** Holds from the next request of each of his desks. */
export function giveRole(store: Store, tenantId: string, email: string, role: Role): Promise<void> {
  return change(store, tenantId, email, async (session, personId) => {
    if (role !== 'administrator') await assertNotLastAdministrator(session, tenantId, email)
    await session.query('UPDATE "person" SET "role" = $3 WHERE "tenantId" = $1 AND "id" = $2', [tenantId, personId, role])
  })
}

/** @param codes none: the whole company */
export async function giveTerritories(store: Store, tenantId: string, email: string, codes: readonly string[]): Promise<void> {
  const territories = await territoryIds(store, tenantId, codes)
  await change(store, tenantId, email, async (session, personId) => {
    await session.query('UPDATE "person" SET "territories" = $3 WHERE "tenantId" = $1 AND "id" = $2', [tenantId, personId, territories])
  })
}

function change(store: Store, tenantId: string, email: string, write: (session: Session, personId: string) => Promise<void>): Promise<void> {
  return store.transaction({ as: 'registrar' }, async (session) => write(session, await find(session, tenantId, email)))
}

async function find(session: Session, tenantId: string, email: string): Promise<string> {
  const [person] = await session.query<{ id: string }>('SELECT "id" FROM "person" WHERE "tenantId" = $1 AND "email" = $2', [tenantId, email.toLowerCase()])
  if (person === undefined) throw new RefusedError('person.not-found', 'nobody with this address was invited', { email })
  return person.id
}
