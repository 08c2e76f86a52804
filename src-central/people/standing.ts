import { createHash } from 'node:crypto'
import type { Actor } from '#shared/foundation/command.ts'
import type { Role } from '#shared/people/role.ts'
import { EVERYBODY, territoryScope, type Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { suspended, unauthorised, type Bearer } from './bearer.ts'

/** What somebody may do at this moment. */
export interface Standing {
  readonly actor: Actor
  readonly role: Role
  readonly scopes: Scopes
  /** The roots of the person's territories; none means the whole company. */
  readonly territories: readonly string[]
}

export async function readStanding(session: Session, bearer: Bearer): Promise<Standing> {
  const [person] = await session.query<{ name: string; role: Role; territories: string[]; suspendedAt: string | null; revokedAt: string | null; clientId: string }>(
    `SELECT p."name", p."role", p."territories", p."suspendedAt", d."revokedAt", d."clientId" FROM "person" p JOIN "device" d ON d."personId" = p."id" AND d."tenantId" = p."tenantId" WHERE p."id" = $1 AND d."id" = $2`,
    [bearer.personId, bearer.deviceId],
  )
  if (person === undefined || person.clientId !== bearer.clientId) throw unauthorised()
  if (person.suspendedAt !== null) throw suspended()
  if (person.revokedAt !== null) throw unauthorised()
  return standingOf(session, bearer.personId, person)
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
