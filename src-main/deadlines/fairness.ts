import type Database from 'better-sqlite3'
import type { FairnessRow } from '#shared/deadlines/deadlines.contract.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { territories } from '#shared/territories/territory.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { selectRows } from '../workspace/rows.ts'

type Territory = RowOf<typeof territories>

/** Present offers, as the leads have them, and those that are over. `outcome` null: still open. */
const OFFERS = `
  SELECT "partnerId", "territoryId", "assignedAt" AS "offeredAt", "acceptedAt", NULL AS "outcome", "score" FROM "leads"
    WHERE ${VISIBLE} AND "partnerId" IS NOT NULL AND "assignedAt" IS NOT NULL AND "stage" IN ('offered', 'opened', 'accepted', 'working')
  UNION ALL SELECT "partnerId", "territoryId", "offeredAt", "acceptedAt", "outcome", "score" FROM "offers"`

/**
 * What each partner was offered in a period, and what became of it.
 * @param from,to local dates, both included; null: no limit on that side
 */
export function fairness(db: Database.Database, from: string | null, to: string | null): FairnessRow[] {
  const within = `substr("offeredAt", 1, 10) BETWEEN ? AND ?`
  const period = [from ?? '0000', to ?? '9999']
  const of = (outcome: string): string => `sum("outcome" IS '${outcome}')`
  const rows = db.prepare(`SELECT "partnerId", count(*) AS "offered", sum("acceptedAt" IS NOT NULL) AS "accepted", ${of('declined')} AS "declined",
      ${of('expired')} + ${of('recalled')} AS "missed", ${of('replaced')} AS "replaced", ${of('converted')} + ${of('won')} AS "converted", ${of('lost')} AS "lost",
      sum("outcome" IS NULL) AS "open", avg("score") AS "score"
    FROM (${OFFERS}) WHERE ${within} GROUP BY "partnerId" ORDER BY "offered" DESC, "partnerId"`).all(...period) as Omit<FairnessRow, 'expected'>[]
  const byTerritory = db.prepare(`SELECT "territoryId", count(*) FROM (${OFFERS}) WHERE ${within} AND "territoryId" IS NOT NULL GROUP BY 1`).raw().all(...period) as [string, number][]
  const expected = expectedOffers(selectRows(db, territories, `WHERE ${VISIBLE}`), byTerritory)
  return rows.map((row) => ({ ...row, expected: expected.get(row.partnerId) ?? 0 }))
}

/** The offers of each territory, shared among its candidates by the stated weights. */
function expectedOffers(all: readonly Territory[], offered: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const byId = new Map(all.map((territory) => [territory.id, territory]))
  const expected = new Map<string, number>()
  for (const [id, count] of offered) {
    const stating = nearestStating(byId, id)
    if (stating === undefined) continue
    const weightOf = (weight: number): number => (stating.strategy === 'weighted' ? weight : 1)
    const total = stating.candidates.reduce((sum, { weight }) => sum + weightOf(weight), 0)
    for (const { partnerId, weight } of stating.candidates) expected.set(partnerId, (expected.get(partnerId) ?? 0) + (count * weightOf(weight)) / total)
  }
  return expected
}

/** The territory itself, else the nearest above it that names candidates. */
function nearestStating(byId: ReadonlyMap<string, Territory>, id: string): Territory | undefined {
  const seen = new Set<string>()
  for (let territory = byId.get(id); territory !== undefined && !seen.has(territory.id); territory = byId.get(territory.parentId ?? '')) {
    if (territory.candidates.length > 0) return territory
    seen.add(territory.id)
  }
  return undefined
}
