import type { Session } from '../store/store.ts'

const SUBMISSION_DAYS = 90

/** Forgets codes and tokens that are no longer good and old submissions of forms; a desk that has no good token left is signed out. */
export async function forgetExpired(session: Session, now: string): Promise<void> {
  await session.query('DELETE FROM "enrolment" WHERE "expiresAt" < $1', [now])
  await session.query('DELETE FROM "refreshToken" WHERE "expiresAt" < $1', [now])
  await session.query('UPDATE "device" d SET "revokedAt" = $1 WHERE "revokedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "refreshToken" r WHERE r."tenantId" = d."tenantId" AND r."deviceId" = d."id")', [now])
  await session.query('DELETE FROM "formSubmission" WHERE "at" < $1', [new Date(Date.parse(now) - SUBMISSION_DAYS * 86_400_000).toISOString()])
}
