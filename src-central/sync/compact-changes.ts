import type { Session } from '../store/store.ts'
import { lockTenant } from '../store/tenant-lock.ts'

/**
 * Forgets changes up to a version that nobody needs one by one: of each row the newest stays, with the scopes of all, so that
 * whoever could see the row at any time is still told that it is gone. Desks that were last here before `floor` fetch everything.
 * @param upTo the last version that may be folded together
 * @param floor cursors below it are too old; changes up to it are dropped altogether
 * @returns how many changes were dropped
 */
export async function compactChanges(session: Session, tenantId: string, { upTo, floor }: { readonly upTo: number; readonly floor: number }): Promise<number> {
  // What is being folded must not change meanwhile.
  await lockTenant(session, tenantId)
  const [version] = await session.query<{ floor: number }>('UPDATE "sync_tenant" SET "floor" = greatest("floor", least($1, "v")) RETURNING "floor"', [floor])
  const old = await session.query<{ n: number }>('DELETE FROM "sync_change" WHERE "v" <= $1 RETURNING "n"', [version?.floor ?? 0])
  const folded = await session.query<{ n: number }>(
    `WITH entries AS (
       SELECT "v", "n", "tbl", "pk", "scopes", row_number() OVER newest AS "age", count(*) OVER (PARTITION BY "tbl", "pk") AS "times" FROM "sync_change" WHERE "v" <= $1
       WINDOW newest AS (PARTITION BY "tbl", "pk" ORDER BY "v" DESC, "n" DESC)),
     together AS (SELECT "tbl", "pk", array_agg(DISTINCT scope) AS "scopes" FROM entries, unnest("scopes") AS scope WHERE "times" > 1 GROUP BY "tbl", "pk"),
     kept AS (UPDATE "sync_change" c SET "scopes" = t."scopes" FROM entries e JOIN together t USING ("tbl", "pk") WHERE e."age" = 1 AND e."times" > 1 AND c."v" = e."v" AND c."n" = e."n")
     DELETE FROM "sync_change" c USING entries e WHERE e."age" > 1 AND c."v" = e."v" AND c."n" = e."n" RETURNING c."n"`,
    [upTo],
  )
  return old.length + folded.length
}
