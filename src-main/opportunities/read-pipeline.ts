import type Database from 'better-sqlite3'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type { Share } from '#shared/opportunities/attribution.ts'
import { opportunityStages, usualDays, type Channel, type OpportunityStage } from '#shared/opportunities/opportunity.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import type { AttributedBusiness } from '#shared/opportunities/report-attribution.ts'
import type { ForecastGroup } from '#shared/opportunities/tally-forecast.ts'
import { searchCondition } from '../workspace/search-index.ts'

const ofChannel: Readonly<Record<Channel, string>> = { all: '1', partner: '"partnerId" IS NOT NULL', direct: '"partnerId" IS NULL' }

interface BoardColumn {
  readonly stage: OpportunityStage
  readonly count: number
  readonly aged: number
  readonly amounts: { readonly currency: string; readonly amount: number }[]
}

/** What is at each stage; `aged` counts those that came to it before `today` less its usual days. */
export function boardColumns(db: Database.Database, { channel, search }: { readonly channel: Channel; readonly search: string }, today: string): BoardColumn[] {
  const found = search.trim() === '' ? { sql: '1', values: [] } : searchCondition(db, opportunities, search.trim())
  const cases = Object.entries(usualDays).map(([stage, days]) => `WHEN '${stage}' THEN '${dateText(dayNumber(today) - days)}'`)
  const rows = db.prepare(`
    SELECT "stage", "currency", count(*) AS "count", coalesce(sum("amount"), 0) AS "amount",
      sum(coalesce("stageSince", "createdAt") < CASE "stage" ${cases.join(' ')} ELSE '' END) AS "aged"
    FROM "opportunities" WHERE ${VISIBLE} AND ${ofChannel[channel]} AND (${found.sql}) GROUP BY "stage", "currency" ORDER BY "currency"
  `).all(...found.values) as { stage: OpportunityStage; currency: string | null; count: number; amount: number; aged: number }[]
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  return opportunityStages.map((stage) => {
    const own = rows.filter((row) => row.stage === stage)
    return { stage, count: sum(own.map(({ count }) => count)), aged: sum(own.map(({ aged }) => aged)), amounts: own.flatMap(({ currency, amount }) => (currency === null || amount === 0 ? [] : [{ currency, amount }])) }
  })
}

/** What is open, by the month it is expected to close in, and what was won in the present quarter or since. */
export function forecastGroups(db: Database.Database, channel: Channel, today: string): readonly ForecastGroup[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const quarter = `${year}-${String(3 * Math.floor((month - 1) / 3) + 1).padStart(2, '0')}`
  return db.prepare(`
    SELECT substr(CASE "stage" WHEN 'won' THEN "closedAt" ELSE "expectedCloseOn" END, 1, 7) AS "month", "stage", coalesce("judgement", 'pipeline') AS "judgement",
      CASE WHEN "amount" IS NULL THEN NULL ELSE "currency" END AS "currency", count(*) AS "count", coalesce(sum("amount"), 0) AS "amount"
    FROM "opportunities" WHERE ${VISIBLE} AND ${ofChannel[channel]} AND "stage" <> 'lost' AND ("stage" <> 'won' OR "closedAt" >= ?)
    GROUP BY 1, 2, 3, 4
  `).all(quarter) as ForecastGroup[]
}

/** What was won, by the day it closed, or is open, by the day it is expected to; each with its credits. Both days are counted. */
export function attributedBusiness(db: Database.Database, { of, from, to }: { readonly of: 'won' | 'open'; readonly from: string | null; readonly to: string | null }): readonly AttributedBusiness[] {
  const [stages, day] = of === 'won' ? [`"stage" = 'won'`, 'substr("closedAt", 1, 10)'] : [`"stage" NOT IN ('won', 'lost')`, '"expectedCloseOn"']
  const rows = db.prepare(`
    SELECT "id", "amount", "currency" FROM "opportunities"
    WHERE ${VISIBLE} AND ${stages} AND "amount" IS NOT NULL AND (? IS NULL OR ${day} >= ?) AND (? IS NULL OR ${day} <= ?)
  `).all(from, from, to, to) as { id: string; amount: number; currency: string }[]
  const shares = db.prepare(`SELECT "opportunityId", "partnerId", "kind", "percent" FROM "attributions" WHERE ${VISIBLE} ORDER BY "_row"`).all() as (Share & { opportunityId: string })[]
  const byOpportunity = Map.groupBy(shares, ({ opportunityId }) => opportunityId)
  return rows.map(({ id, amount, currency }) => ({ amount, currency, shares: byOpportunity.get(id) ?? [] }))
}
