import type Database from 'better-sqlite3'
import { VISIBLE } from '#shared/journal/visible.ts'
import { inboxReasons, type InboxReason } from '#shared/leads/inbox.ts'
import { leads } from '#shared/leads/lead.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { POSSIBLE_DUPLICATE } from '../matching/possible-duplicate.ts'
import { decodeRow, quoted } from '../workspace/rows.ts'

const SOON_MS = 24 * 3_600_000

/** The leads that wait for a person, each for the most urgent reason it has; within a reason the earliest, of those to qualify the best scored. */
const WAITING = `SELECT "id", CASE
    WHEN "stage" IN ('offered', 'opened') AND "dueKind" = 'accept' AND "dueAt" <= ? THEN 0
    WHEN "stage" IN ('declined', 'expired', 'recalled') THEN 1
    WHEN "stage" IN ('new', 'qualified', 'unroutable') AND ${POSSIBLE_DUPLICATE} THEN 2
    WHEN "stage" = 'unroutable' THEN 3
    WHEN "stage" = 'new' AND "qualifies" IS NOT TRUE THEN 4
  END AS "reason", "score", coalesce("dueAt", "arrivedAt") AS "since"
  FROM "leads" WHERE "stage" IN ('offered', 'opened', 'declined', 'expired', 'recalled', 'new', 'qualified', 'unroutable') AND ${VISIBLE}`

interface Inbox {
  readonly total: number
  readonly counts: Readonly<Record<InboxReason, number>>
  readonly items: { readonly reason: InboxReason; readonly lead: RowOf<typeof leads> }[]
}

/**
 * @param now epoch milliseconds
 * @param wanted leads of one reason alone, so many at most; the counts are of all
 */
export function inbox(db: Database.Database, now: number, { reason: only, most }: { readonly reason: InboxReason | null; readonly most: number }): Inbox {
  const soon = new Date(now + SOON_MS).toISOString()
  const counted = db.prepare(`SELECT "reason", count(*) FROM (${WAITING}) WHERE "reason" IS NOT NULL GROUP BY "reason"`).raw().all(soon) as [number, number][]
  const counts = Object.fromEntries(inboxReasons.map((reason, at) => [reason, counted.find(([place]) => place === at)?.[1] ?? 0])) as Record<InboxReason, number>
  const rows = db.prepare(`SELECT ${quoted(leads.columnNames)}, "reason" AS "_reason" FROM "leads" JOIN (SELECT "id" AS "waiting", "reason", "score" AS "_score", "since" FROM (${WAITING}) WHERE "reason" = coalesce(?, "reason")) ON "waiting" = "id"
    ORDER BY "reason", CASE "reason" WHEN 4 THEN -coalesce("_score", -1) END, "since", "id" LIMIT ?`)
    .all(soon, only === null ? null : inboxReasons.indexOf(only), most) as (Record<string, unknown> & { _reason: number })[]
  return {
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    items: rows.map(({ _reason, ...row }) => ({ reason: inboxReasons[_reason] ?? 'toQualify', lead: decodeRow(leads, row) as RowOf<typeof leads> })),
  }
}
