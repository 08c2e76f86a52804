import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Session } from '../store/store.ts'

/** A company keeps one administrator at least. Two who would leave at once wait for each other. */
export async function assertNotLastAdministrator(session: Session, tenantId: string, email: string): Promise<void> {
  const administrators = await session.query<{ email: string }>(`SELECT "email" FROM "person" WHERE "tenantId" = $1 AND "role" = 'administrator' AND "suspendedAt" IS NULL ORDER BY "id" FOR UPDATE`, [tenantId])
  if (administrators.length === 1 && administrators[0]?.email === email.toLowerCase()) throw new RefusedError('person.last-administrator', 'this is the last administrator')
}
