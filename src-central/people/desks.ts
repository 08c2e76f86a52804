import type { z } from 'zod'
import { isLoopback } from '#shared/people/confidential-address.ts'
import type { accessSchema, Person, Session as DeskSession, signInSchema } from '#shared/people/enrolment.ts'
import type { Role } from '#shared/people/role.ts'
import { ApiError } from '../foundation/api-error.ts'
import { newId } from '../foundation/new-id.ts'
import type { Session, Store } from '../store/store.ts'
import type { AccessTokens } from './access-tokens.ts'
import { suspended, unauthorised, type Bearer } from './bearer.ts'
import { untrusted, type CompanyIdentity } from './company-identity.ts'
import { foldCode, hashSecret, newToken } from './secret-text.ts'
import { readStanding } from './standing.ts'

/** A desk that is not heard of for so long must be enrolled again. */
const REFRESH_DAYS = 180

interface Registry {
  readonly store: Store
  readonly tokens: AccessTokens
  readonly clock: () => Date
}

interface DeskIdentity {
  readonly deviceName: string
  readonly clientId: string
}

/** What the registrar decided; it is told only once it is committed, also where the telling is a refusal. */
type Decided = { readonly bearer: Bearer; readonly person: Person; readonly refreshToken: string } | ApiError

/** A desk shows a code and is one of the person's desks from then on. */
export async function enrol(registry: Registry, { code, ...desk }: { code: string } & DeskIdentity): Promise<DeskSession> {
  return begin(registry, async (session, now) => {
    const [enrolment] = await session.query<{ tenantId: string; personId: string }>(
      'UPDATE "enrolment" SET "usedAt" = $2 WHERE "codeHash" = $1 AND "usedAt" IS NULL AND "expiresAt" > $2 RETURNING "tenantId", "personId"',
      [hashSecret(foldCode(code)), now.toISOString()],
    )
    if (enrolment === undefined) throw new ApiError(401, 'enrolment.code-invalid', 'this code is unknown, used up or too old; ask for another')
    return admit(session, enrolment, desk, now)
  })
}

/** A desk shows what the company's provider said, and is one of the desks of the person with that email address from then on. */
export async function signIn(registry: Registry, company: CompanyIdentity | null, { idToken, address, secret, ...desk }: z.output<typeof signInSchema>): Promise<DeskSession> {
  if (company === null) throw new ApiError(404, 'sign-in.not-offered', 'this server lets nobody in by a company account')
  const { address: known } = company.settings
  if (known === null ? !isLoopback(URL.parse(address)) : address !== known) throw new ApiError(409, 'sign-in.other-address', 'this server goes by another address', { address: known ?? 'http://127.0.0.1' })
  const { email, nonce, expiresAt } = await company.read(idToken)
  if (nonce !== hashSecret(`${address} ${secret}`)) throw untrusted('nonce')
  return begin(registry, async (session, now) => {
    await spend(session, idToken, expiresAt, now)
    return admit(session, await findByEmail(session, email), desk, now)
  })
}

/**
 * Trades a refresh token for the next. The answer may have been lost, so one that was traded already is traded again, for another,
 * as long as nobody has shown what it was traded for: whoever copied it has no more than who copies the next. Once that was
 * shown, or a token that was never told, there are two who hold them: both are signed out.
 */
export async function refresh(registry: Registry, refreshToken: string): Promise<DeskSession> {
  return begin(registry, async (session, now) => {
    const held = await findToken(session, refreshToken)
    if (held === null || held.expiresAt <= now.toISOString()) return unauthorised()
    const person = await readPerson(session, held)
    if (person === 'suspended') return suspended()
    if (person === null || held.revokedAt !== null) return unauthorised()
    if (held.usedAt !== null && !(await withdrawSuccessor(session, held, now))) {
      await revokeDesk(session, held.tenantId, held.deviceId, now.toISOString())
      return unauthorised()
    }
    const next = await giveRefreshToken(session, held, now)
    await session.query('UPDATE "refreshToken" SET "usedAt" = $2, "successor" = $3 WHERE "tokenHash" = $1', [held.tokenHash, now.toISOString(), hashSecret(next)])
    return { bearer: held, person, refreshToken: next }
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

async function begin({ store, tokens, clock }: Registry, decide: (session: Session, now: Date) => Promise<Decided>): Promise<DeskSession> {
  const decided = await store.transaction({ as: 'registrar' }, (session) => decide(session, clock()))
  if (decided instanceof ApiError) throw decided
  const { bearer, person, refreshToken } = decided
  return { person, ...(await tokens.give(bearer)), refreshToken }
}

/** Makes the desk one of the person's, in place of what it was before. */
async function admit(session: Session, who: { tenantId: string; personId: string }, { deviceName, clientId }: DeskIdentity, now: Date): Promise<Decided> {
  const { tenantId, personId } = who
  const person = await readPerson(session, who)
  if (person === 'suspended') throw suspended()
  if (person === null) throw new Error('a person that was let in is not there')
  const [stranger] = await session.query('SELECT 1 FROM "device" WHERE "tenantId" = $1 AND "clientId" = $2 AND "personId" <> $3 LIMIT 1', [tenantId, clientId, personId])
  if (stranger !== undefined) throw new ApiError(409, 'client.foreign', 'this desk was enrolled by somebody else; it needs an identity of its own')
  await session.query('UPDATE "device" SET "revokedAt" = $3 WHERE "tenantId" = $1 AND "clientId" = $2 AND "revokedAt" IS NULL', [tenantId, clientId, now.toISOString()])
  const deviceId = newId()
  await session.query('INSERT INTO "device" ("tenantId", "id", "personId", "clientId", "name", "createdAt") VALUES ($1, $2, $3, $4, $5, $6)', [tenantId, deviceId, personId, clientId, deviceName, now.toISOString()])
  const bearer = { tenantId, personId, deviceId, clientId }
  return { bearer, person, refreshToken: await giveRefreshToken(session, bearer, now) }
}

/** Each id_token lets one desk in. */
async function spend(session: Session, idToken: string, expiresAt: string, now: Date): Promise<void> {
  await session.query('DELETE FROM "spentIdToken" WHERE "expiresAt" < $1', [now.toISOString()])
  const fresh = await session.query('INSERT INTO "spentIdToken" ("tokenHash", "expiresAt") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "tokenHash"', [hashSecret(idToken), expiresAt])
  if (fresh.length === 0) throw untrusted('used')
}

/** The one person who was invited under this address, in whatever company. */
async function findByEmail(session: Session, email: string): Promise<{ tenantId: string; personId: string }> {
  const [person, another] = await session.query<{ tenantId: string; personId: string }>('SELECT "tenantId", "id" AS "personId" FROM "person" WHERE "email" = $1 LIMIT 2', [email.toLowerCase()])
  if (person === undefined) throw new ApiError(403, 'sign-in.unknown-person', 'nobody with this email address was invited', { email })
  if (another !== undefined) throw new ApiError(409, 'sign-in.several-companies', 'several companies have invited this email address', { email })
  return person
}

async function readPerson(session: Session, { tenantId, personId }: { tenantId: string; personId: string }): Promise<Person | 'suspended' | null> {
  const [found] = await session.query<{ name: string; email: string; role: Role; suspendedAt: string | null; tenantName: string }>(
    'SELECT p."name", p."email", p."role", p."suspendedAt", t."name" AS "tenantName" FROM "person" p JOIN "tenant" t ON t."id" = p."tenantId" WHERE p."tenantId" = $1 AND p."id" = $2',
    [tenantId, personId],
  )
  if (found === undefined) return null
  const { suspendedAt, ...person } = found
  return suspendedAt === null ? { userId: personId, tenantId, ...person } : 'suspended'
}

interface HeldToken extends Bearer {
  readonly tokenHash: string
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly successor: string | null
  readonly revokedAt: string | null
}

async function findToken(session: Session, refreshToken: string): Promise<HeldToken | null> {
  const [held] = await session.query<{ [K in keyof HeldToken]: HeldToken[K] }>(
    `SELECT r."tokenHash", r."tenantId", r."deviceId", r."expiresAt", r."usedAt", r."successor", d."personId", d."clientId", d."revokedAt"
     FROM "refreshToken" r JOIN "device" d ON d."tenantId" = r."tenantId" AND d."id" = r."deviceId" WHERE r."tokenHash" = $1 FOR UPDATE OF r`,
    [hashSecret(refreshToken)],
  )
  return held ?? null
}

/** What a token was traded for is good no more. @returns false where that had been shown already, or was withdrawn itself */
async function withdrawSuccessor(session: Session, { successor }: HeldToken, now: Date): Promise<boolean> {
  const withdrawn = await session.query('UPDATE "refreshToken" SET "usedAt" = $2 WHERE "tokenHash" = $1 AND "usedAt" IS NULL RETURNING "tokenHash"', [successor, now.toISOString()])
  return withdrawn.length > 0
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
