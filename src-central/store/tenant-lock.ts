import type { Session } from './store.ts'

/** Lets the changes of one tenant happen one after another, whichever process makes them. Held until the transaction ends. */
export async function lockTenant(session: Session, tenantId: string): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [tenantId])
}
