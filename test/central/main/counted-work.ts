import type { DueHandler } from '#central/schedule/schedule.ts'
import type { Session, Store } from '#central/store/store.ts'
import { ROLES } from '#central/store/store.ts'
import { planAt } from '#central/schedule/due-work.ts'

export const COUNTED = 'test.count'

/** A table in which each piece of work leaves a line, twice where it is done twice. */
export async function openCount(store: Store): Promise<void> {
  await store.asOwner((session) => session.script(`CREATE TABLE IF NOT EXISTS "counted" ("n" bigint GENERATED ALWAYS AS IDENTITY, "tenantId" uuid NOT NULL, "key" text NOT NULL, "by" text NOT NULL); GRANT SELECT, INSERT ON "counted" TO ${ROLES.application}`))
}

/** @param by who does it @param before happens first, in the same transaction */
export function countedWork(by: string, before: (key: string) => Promise<void> = async () => undefined): DueHandler {
  return {
    kind: COUNTED,
    of: 'tenant',
    work: async (session, { tenantId, key }) => {
      await session.query('INSERT INTO "counted" ("tenantId", "key", "by") VALUES ($1, $2, $3)', [tenantId, key, by])
      await before(key)
    },
  }
}

export async function counted(store: Store, tenantId: string): Promise<readonly { readonly key: string; readonly by: string }[]> {
  return store.transaction({ tenantId }, (session) => session.query<{ key: string; by: string }>('SELECT "key", "by" FROM "counted" WHERE "tenantId" = $1 ORDER BY "n"', [tenantId]))
}

/** Puts down one piece after another, the first of them a week ago. */
export function planCounted(store: Store, tenantId: string, count: number): Promise<void> {
  return store.transaction({ tenantId }, async (session: Session) => {
    const first = Date.now() - 7 * 86_400_000
    for (let at = 0; at < count; at += 1) await planAt(session, { tenantId, kind: COUNTED, key: String(at).padStart(4, '0'), dueAt: new Date(first + at * 1_000).toISOString() })
  })
}
