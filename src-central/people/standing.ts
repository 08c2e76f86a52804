import { createHash } from 'node:crypto'
import type { Actor } from '#shared/foundation/command.ts'
import type { Role } from '#shared/people/role.ts'
import { EVERYBODY, territoryScope, type Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import type { ClientRecord } from '../sync/client-record.ts'
import type { TenantVersion } from '../sync/tenant-version.ts'
import { suspended, unauthorised, type Bearer } from './bearer.ts'

/** What somebody may do at this moment. */
export interface Standing {
  readonly actor: Actor
  readonly role: Role
  readonly scopes: Scopes
  /** The roots of the person's territories; none means the whole company. */
  readonly territories: readonly string[]
}

/** And where its company and its desk stand. */
export interface DeskStanding extends Standing {
  readonly version: TenantVersion
  readonly client: ClientRecord
}

/** All in one question, for it comes before every other. */
export async function readStanding(session: Session, bearer: Bearer): Promise<DeskStanding> {
  const [person] = await session.query<{ name: string; role: Role; territories: string[]; suspendedAt: string | null; revokedAt: string | null; clientId: string; lastSeq: number | null; lastCommand: string | null; epoch: string; v: number; floor: number }>(
    `SELECT p."name", p."role", p."territories", p."suspendedAt", d."revokedAt", d."clientId", t."epoch", t."v", t."floor", c."lastSeq", c."lastCommand"
     FROM "person" p JOIN "device" d ON d."personId" = p."id" AND d."tenantId" = p."tenantId" JOIN "sync_tenant" t ON t."tenantId" = p."tenantId"
     LEFT JOIN "sync_client" c ON c."tenantId" = p."tenantId" AND c."clientId" = d."clientId" WHERE p."id" = $1 AND d."id" = $2`,
    [bearer.personId, bearer.deviceId],
  )
  if (person === undefined || person.clientId !== bearer.clientId) throw unauthorised()
  if (person.suspendedAt !== null) throw suspended()
  if (person.revokedAt !== null) throw unauthorised()
  const { epoch, v, floor, lastSeq, lastCommand } = person
  return { ...(await standingOf(session, bearer.personId, person)), version: { epoch, v, floor }, client: { lastSeq: lastSeq ?? 0, lastCommand } }
}

export async function standingOf(session: Session, personId: string, { name, role, territories }: { name: string; role: Role; territories: readonly string[] }): Promise<Standing> {
  return { actor: { id: personId, name }, role, territories, scopes: await expandScopes(session, territories) }
}

/** The territories below the given ones, themselves included, as they are now. */
export async function expandScopes(session: Session, territories: readonly string[]): Promise<Scopes> {
  if (territories.length === 0) return 'all'
  const rows = await session.query<{ id: string }>(
    `WITH RECURSIVE below AS (SELECT unnest($1::text[]) COLLATE "C" AS "id" UNION SELECT t."id" FROM "territories" t JOIN below ON t."parentId" = below."id") SELECT "id" FROM below ORDER BY "id"`,
    [territories],
  )
  return [EVERYBODY, ...rows.map(({ id }) => territoryScope(id))]
}

/** Short, and another one for every other set of scopes. */
export function scopesMark(scopes: Scopes): string {
  return scopes === 'all' ? 'all' : createHash('sha256').update(scopes.join(' ')).digest('base64url').slice(0, 22)
}
