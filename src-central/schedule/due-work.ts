import type { Session } from '../store/store.ts'

/** Work put down for an instant. A second one of the same kind and key takes the place of the first. */
export interface DueWork {
  readonly tenantId: string | null
  readonly kind: string
  readonly key: string
  /** ISO 8601 UTC, by the database's clock. */
  readonly dueAt: string
}

export type ClaimedWork = DueWork & { readonly now: string }

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Puts work down: within a command's transaction, so that both are there or neither is. */
export async function planAt(session: Session, { tenantId, kind, key, dueAt }: DueWork): Promise<void> {
  await session.query(
    `INSERT INTO "dueWork" ("tenantId", "kind", "key", "dueAt", "tryAt") VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT ("tenantId", "kind", "key") DO UPDATE SET "dueAt" = excluded."dueAt", "tryAt" = excluded."dueAt", "failures" = 0, "lastError" = NULL`,
    [tenantId, kind, key, dueAt],
  )
}

/** Sees to it that what recurs is put down once, for the server or for each tenant there is by now. The first time is at once. */
export async function planRecurring(session: Session, kind: string, of: 'tenant' | 'server'): Promise<void> {
  const whose = of === 'server' ? `VALUES (NULL::uuid)` : `SELECT "id" FROM "tenant"`
  await session.query(
    `INSERT INTO "dueWork" ("tenantId", "kind", "key", "dueAt", "tryAt") SELECT whose."id", $1, '', now(), now() FROM (${whose}) AS whose("id")
     WHERE NOT EXISTS (SELECT 1 FROM "dueWork" d WHERE d."tenantId" IS NOT DISTINCT FROM whose."id" AND d."kind" = $1 AND d."key" = '') ON CONFLICT DO NOTHING`,
    [kind],
  )
}

/** Whose work is due; null stands for the server's own. */
export async function tenantsWithDueWork(session: Session, kinds: readonly string[]): Promise<readonly (string | null)[]> {
  const rows = await session.query<{ tenantId: string | null }>('SELECT "tenantId", min("dueAt") AS "first" FROM "dueWork" WHERE "tryAt" <= clock_timestamp() AND "kind" = ANY($1::text[]) GROUP BY 1 ORDER BY 2', [kinds])
  return rows.map(({ tenantId }) => tenantId)
}

/** Takes what has been due longest, unless another process has it in hand; nobody else gets it until the transaction ends. */
export async function claim(session: Session, tenantId: string | null, kinds: readonly string[]): Promise<ClaimedWork | undefined> {
  const [work] = await session.query<{ [K in keyof ClaimedWork]: ClaimedWork[K] }>(
    `SELECT "tenantId", "kind", "key", ${iso('"dueAt"')} AS "dueAt", ${iso('clock_timestamp()')} AS "now" FROM "dueWork"
     WHERE "tenantId" IS NOT DISTINCT FROM $1 AND "kind" = ANY($2::text[]) AND "tryAt" <= clock_timestamp() ORDER BY "dueWork"."dueAt", "kind", "key" LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [tenantId, kinds],
  )
  return work
}

/** Marks claimed work as done: gone, or due again at the next of its times that is still to come. Times that were missed are not made up for. */
export async function finish(session: Session, { tenantId, kind, key }: DueWork, everySeconds: number | undefined): Promise<void> {
  const mine = '"tenantId" IS NOT DISTINCT FROM $1 AND "kind" = $2 AND "key" = $3'
  if (everySeconds === undefined) {
    await session.query(`DELETE FROM "dueWork" WHERE ${mine}`, [tenantId, kind, key])
    return
  }
  const next = `"dueAt" + make_interval(secs => $4::double precision * (1 + greatest(0, floor(extract(epoch FROM clock_timestamp() - "dueAt") / $4::double precision))))`
  await session.query(`UPDATE "dueWork" SET "dueAt" = ${next}, "tryAt" = ${next}, "failures" = 0, "lastError" = NULL WHERE ${mine}`, [tenantId, kind, key, everySeconds])
}

/** Lets work that broke rest, each time twice as long, for an hour at most. */
export async function putOff(session: Session, { tenantId, kind, key }: DueWork, error: unknown): Promise<void> {
  await session.query(
    `UPDATE "dueWork" SET "failures" = "failures" + 1, "lastError" = $4, "tryAt" = clock_timestamp() + make_interval(secs => least(3600, power(2, least("failures", 12))))
     WHERE "tenantId" IS NOT DISTINCT FROM $1 AND "kind" = $2 AND "key" = $3`,
    [tenantId, kind, key, (error instanceof Error ? error.message : String(error)).slice(0, 2000)],
  )
}
