import type { z } from 'zod'
import type { Role } from '#shared/people/role.ts'
import type { accessSchema, Person, Session as DeskSession } from '#shared/people/enrolment.ts'
import { ApiError } from '../foundation/api-error.ts'
import { newId } from '../foundation/new-id.ts'
import type { Session, Store } from '../store/store.ts'
import type { AccessTokens } from './access-tokens.ts'
import { unauthorised, type Bearer } from './bearer.ts'
import { foldCode, hashSecret, newToken } from './secret-text.ts'
import { readStanding } from './standing.ts'

/** A desk that is not heard of for so long must be enrolled again. */
const REFRESH_DAYS = 180

interface Registry {
  readonly store: Store
  readonly tokens: AccessTokens
  readonly clock: () => Date
}

/** What the registrar decided; it is told only once it is committed, also where the telling is a refusal. */
type Decided = { readonly bearer: Bearer; readonly person: Person; readonly refreshToken: string } | ApiError

/** A desk shows a code and is one of the person's desks from then on. */
export async function enrol(registry: Registry, { code, deviceName, clientId }: { code: string; deviceName: string; clientId: string }): Promise<DeskSession> {
  return begin(registry, async (session, now) => {
    const [enrolment] = await session.query<{ tenantId: string; personId: string }>(
      'UPDATE "enrolment" SET "usedAt" = $2 WHERE "codeHash" = $1 AND "usedAt" IS NULL AND "expiresAt" > $2 RETURNING "tenantId", "personId"',
      [hashSecret(foldCode(code)), now],
    )
    if (enrolment === undefined) throw new ApiError(401, 'enrolment.code-invalid', 'this code is unknown, used up or too old; ask for another')
    const { tenantId, personId } = enrolment
    const person = await readPerson(session, tenantId, personId)
    if (person === null) throw new ApiError(401, 'enrolment.code-invalid', 'this code is unknown, used up or too old; ask for another')
    const [stranger] = await session.query('SELECT 1 FROM "device" WHERE "tenantId" = $1 AND "clientId" = $2 AND "personId" <> $3 LIMIT 1', [tenantId, clientId, personId])
    if (stranger !== undefined) throw new ApiError(409, 'client.foreign', 'this desk was enrolled by somebody else; it needs an identity of its own')
    await session.query('UPDATE "device" SET "revokedAt" = $3 WHERE "tenantId" = $1 AND "clientId" = $2 AND "revokedAt" IS NULL', [tenantId, clientId, now])
    const deviceId = newId()
    await session.query('INSERT INTO "device" ("tenantId", "id", "personId", "clientId", "name", "createdAt") VALUES ($1, $2, $3, $4, $5, $6)', [tenantId, deviceId, personId, clientId, deviceName, now])
    const bearer = { tenantId, personId, deviceId, clientId }
    return { bearer, person, refreshToken: await giveRefreshToken(session, bearer, registry.clock()) }
  })
}

/** Trades a refresh token for the next. One that was traded before has been copied: the desk and its copy are both signed out. */
export async function refresh(registry: Registry, refreshToken: string): Promise<DeskSession> {
  return begin(registry, async (session, now) => {
    const held = await findToken(session, refreshToken)
    if (held === null || held.revokedAt !== null || held.expiresAt <= now) return unauthorised()
    if (held.usedAt !== null) {
      await revokeDesk(session, held.tenantId, held.deviceId, now)
      return unauthorised()
    }
    const person = await readPerson(session, held.tenantId, held.personId)
    if (person === null) return unauthorised()
    await session.query('UPDATE "refreshToken" SET "usedAt" = $2 WHERE "tokenHash" = $1', [held.tokenHash, now])
    return { bearer: held, person, refreshToken: await giveRefreshToken(session, held, registry.clock()) }
  })
}

/**
 * Gives a desk another identity, for a workspace that is a copy of an earlier or another one: its session stays the one it was,
 * so that the reuse of a token still ends it for everybody who holds one. Nobody gets an identity that somebody has used.
 */
export async function changeIdentity({ store, tokens }: Registry, bearer: Bearer, clientId: string): Promise<z.output<typeof accessSchema>> {
  const isKnown = await store.transaction({ tenantId: bearer.tenantId }, async (session) => {
    await readStanding(session, bearer)
    return (await session.query('SELECT 1 FROM "sync_client" WHERE "clientId" = $1 UNION ALL SELECT 1 FROM "device" WHERE "clientId" = $1', [clientId])).length > 0
  })
  if (isKnown) throw new ApiError(409, 'client.foreign', 'another desk has this identity')
  const changed = await store.transaction({ as: 'registrar' }, (session) =>
    session.query('UPDATE "device" SET "clientId" = $4 WHERE "tenantId" = $1 AND "id" = $2 AND "clientId" = $3 AND "revokedAt" IS NULL RETURNING "id"', [bearer.tenantId, bearer.deviceId, bearer.clientId, clientId]))
  if (changed.length === 0) throw unauthorised()
  return tokens.give({ ...bearer, clientId })
}

/** Takes a desk's leave. Says nothing about tokens it does not know. */
export async function signOut({ store, clock }: Registry, refreshToken: string): Promise<void> {
  await store.transaction({ as: 'registrar' }, async (session) => {
    const held = await findToken(session, refreshToken)
    if (held !== null) await revokeDesk(session, held.tenantId, held.deviceId, clock().toISOString())
  })
}

async function begin({ store, tokens, clock }: Registry, decide: (session: Session, now: string) => Promise<Decided>): Promise<DeskSession> {
  const decided = await store.transaction({ as: 'registrar' }, (session) => decide(session, clock().toISOString()))
  if (decided instanceof ApiError) throw decided
  const { bearer, person, refreshToken } = decided
  return { person, ...(await tokens.give(bearer)), refreshToken }
}

async function readPerson(session: Session, tenantId: string, personId: string): Promise<Person | null> {
  const [person] = await session.query<{ name: string; email: string; role: Role; tenantName: string }>(
    'SELECT p."name", p."email", p."role", t."name" AS "tenantName" FROM "person" p JOIN "tenant" t ON t."id" = p."tenantId" WHERE p."tenantId" = $1 AND p."id" = $2 AND p."suspendedAt" IS NULL',
    [tenantId, personId],
  )
  return person === undefined ? null : { userId: personId, tenantId, ...person }
}

interface HeldToken extends Bearer {
  readonly tokenHash: string
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly revokedAt: string | null
}

async function findToken(session: Session, refreshToken: string): Promise<HeldToken | null> {
  const [held] = await session.query<{ [K in keyof HeldToken]: HeldToken[K] }>(
    `SELECT r."tokenHash", r."tenantId", r."deviceId", r."expiresAt", r."usedAt", d."personId", d."clientId", d."revokedAt"
     FROM "refreshToken" r JOIN "device" d ON d."tenantId" = r."tenantId" AND d."id" = r."deviceId" WHERE r."tokenHash" = $1 FOR UPDATE OF r`,
    [hashSecret(refreshToken)],
  )
  return held ?? null
}

async function giveRefreshToken(session: Session, { tenantId, deviceId }: Bearer, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + REFRESH_DAYS * 86_400_000).toISOString()
  await session.query('INSERT INTO "refreshToken" ("tokenHash", "tenantId", "deviceId", "createdAt", "expiresAt") VALUES ($1, $2, $3, $4, $5)', [hashSecret(token), tenantId, deviceId, now.toISOString(), expiresAt])
  return token
}

async function revokeDesk(session: Session, tenantId: string, deviceId: string, now: string): Promise<void> {
  await session.query('UPDATE "device" SET "revokedAt" = $3 WHERE "tenantId" = $1 AND "id" = $2 AND "revokedAt" IS NULL', [tenantId, deviceId, now])
}
