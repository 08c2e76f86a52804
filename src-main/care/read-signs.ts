import type Database from 'better-sqlite3'
import { darkPartners, type SignsOfLife } from '#shared/care/dark-partners.ts'
import { firstDeals, type ActivatedPartner, type Deal, type FirstDeal } from '#shared/care/first-deal.ts'
import { visibleAs } from '#shared/journal/visible.ts'

/** One row of an index each, so that it takes no longer where more is known of a partner. */
const latest = (table: string, day: string, among = 'TRUE'): string => `(SELECT substr(${day}, 1, 10) FROM "${table}" WHERE "${table}"."partnerId" = "partners"."id" AND ${among} AND ${visibleAs(table)} ORDER BY ${day} DESC LIMIT 1)`

const SIGNS = `SELECT "id", "status", "name",
    coalesce(${latest('activations', '"decidedAt"', `"kind" = 'activated'`)}, substr("createdAt", 1, 10)) AS "activeSince",
    ${latest('leads', '"acceptedAt"')} AS "lead",
    ${latest('registrations', 'coalesce("submittedAt", "createdAt")')} AS "registration",
    ${latest('quotes', '"createdAt"')} AS "quote",
    ${latest('checkIns', '"heldOn"', `"kind" = 'held' AND "voidedAt" IS NULL`)} AS "checkIn"
  FROM "partners" WHERE "status" = 'active' AND ${visibleAs('partners')}`

type SignsRow = Pick<SignsOfLife, 'status' | 'activeSince'> & Readonly<Record<'id' | 'name', string>> & Readonly<Record<'lead' | 'registration' | 'quote' | 'checkIn', string | null>>

/** The partners that are dark on a day, by name. Days are those of Greenwich. */
export function readDark(db: Database.Database, darkDays: number, today: string) {
  const rows = db.prepare(SIGNS).all() as SignsRow[]
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const signs = rows.map(({ id, status, activeSince, lead, registration, quote, checkIn }): SignsOfLife => ({ partnerId: id, status, activeSince, last: { lead, registration, quote, checkIn } }))
  return darkPartners(signs, darkDays, today).map((dark) => ({ ...dark, partnerName: names.get(dark.partnerId) ?? '' }))
}

const ACTIVATED = `SELECT "partnerId", "type", min("decidedAt") AS "activatedAt" FROM "activations" JOIN "partners" ON "partners"."id" = "partnerId"
  WHERE "kind" = 'activated' AND ${visibleAs('activations')} AND ${visibleAs('partners')} GROUP BY "partnerId"`
const DEALS = `SELECT "partnerId", "protectedFrom" AS "at", "territoryId" FROM "registrations" WHERE "protectedFrom" IS NOT NULL AND ${visibleAs('registrations')}
  UNION ALL SELECT "partnerId", "closedAt", "territoryId" FROM "opportunities" WHERE "stage" = 'won' AND "closedAt" IS NOT NULL AND "partnerId" IS NOT NULL AND ${visibleAs('opportunities')}`

/** The first deal of each partner that became active by a decision on record. */
export function readFirstDeals(db: Database.Database): readonly FirstDeal[] {
  return firstDeals(db.prepare(ACTIVATED).all() as ActivatedPartner[], db.prepare(DEALS).all() as Deal[])
}
