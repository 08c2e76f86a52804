import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { roles } from '#shared/people/role.ts'
import { newId } from '../foundation/new-id.ts'
import type { Session, Store } from '../store/store.ts'
import { assertNotLastAdministrator } from './last-administrator.ts'
import { foldCode, hashSecret, newCode } from './secret-text.ts'

export const CODE_HOURS = 72

export const invitationSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(300),
  role: z.enum(roles),
  /** Codes of territories: the person sees these and what lies below. None: the whole company. */
  territories: z.array(z.string().min(1).max(200)).max(100),
})
export type Invitation = z.output<typeof invitationSchema>

export interface Invited {
  readonly personId: string
  readonly code: string
  readonly expiresAt: string
}

/** Makes somebody known, or changes what is known of somebody with this address, and gives a code for one desk. */
export async function invite(store: Store, tenantId: string, invitation: Invitation, now: Date): Promise<Invited> {
  const territories = await territoryIds(store, tenantId, invitation.territories)
  return store.transaction({ as: 'registrar' }, (session) => inviteWith(session, tenantId, { ...invitation, territories }, now))
}

/** @param invitation with ids of territories instead of codes */
export async function inviteWith(session: Session, tenantId: string, invitation: Invitation, now: Date): Promise<Invited> {
  const { name, role, territories } = invitation
  const email = invitation.email.toLowerCase()
  if (role !== 'administrator') await assertNotLastAdministrator(session, tenantId, email)
  const [person] = await session.query<{ id: string }>(
    `INSERT INTO "person" ("tenantId", "id", "name", "email", "role", "territories", "createdAt") VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT ("tenantId", "email") DO UPDATE SET "name" = excluded."name", "role" = excluded."role", "territories" = excluded."territories" RETURNING "id"`,
    [tenantId, newId(), name, email, role, territories, now.toISOString()],
  )
  if (person === undefined) throw new Error('a person that was just written is not there')
  const code = newCode()
  const expiresAt = new Date(now.getTime() + CODE_HOURS * 3_600_000).toISOString()
  await session.query('INSERT INTO "enrolment" ("codeHash", "tenantId", "personId", "createdAt", "expiresAt") VALUES ($1, $2, $3, $4, $5)', [hashSecret(foldCode(code)), tenantId, person.id, now.toISOString(), expiresAt])
  return { personId: person.id, code, expiresAt }
}

/** Throws `territory.not-found`. */
export async function territoryIds(store: Store, tenantId: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const found = await store.transaction({ tenantId, snapshot: true }, (session) => session.query<{ id: string; code: string }>('SELECT "id", "code" FROM "territories" WHERE "code" = ANY($1::text[])', [codes]))
  return codes.map((code) => {
    const territory = found.find((each) => each.code === code)
    if (territory === undefined) throw new RefusedError('territory.not-found', 'the company has no such territory', { code })
    return territory.id
  })
}
