import type Database from 'better-sqlite3'
import { darkPartners, type SignsOfLife } from '#shared/care/dark-partners.ts'
import { firstDeals, type ActivatedPartner, type Deal, type FirstDeal } from '#shared/care/first-deal.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { visibleAs } from '#shared/journal/visible.ts'

const latest = (table: string, day: string, among = 'TRUE'): string => `(SELECT substr(max(${day}), 1, 10) FROM "${table}" WHERE "${table}"."partnerId" = "partners"."id" AND ${among} AND ${visibleAs(table)})`
const heardOf = (table: string, day: string): string => `EXISTS (SELECT 1 FROM "${table}" WHERE "${table}"."partnerId" = "partners"."id" AND ${day} >= $since AND ${day} < $tomorrow AND ${visibleAs(table)})`

/** Of active partners that may be dark: whoever was heard of since is left out by its indexes, so that looking at the others takes no longer where more is known of all. */
const SIGNS = `SELECT "id", "status", "name",
    coalesce(${latest('activations', '"decidedAt"', `"kind" = 'activated'`)}, substr("createdAt", 1, 10)) AS "activeSince",
    ${latest('leads', '"acceptedAt"')} AS "lead",
    ${latest('registrations', '"submittedAt"')} AS "registration",
    ${latest('quotes', '"createdAt"')} AS "quote",
    ${latest('checkIns', '"heldOn"', `"kind" = 'held' AND "voidedAt" IS NULL`)} AS "checkIn"
  FROM "partners" WHERE "status" = 'active' AND ${visibleAs('partners')}
    AND NOT EXISTS (SELECT 1 FROM "partnerCare" WHERE "partnerCare"."partnerId" = "partners"."id" AND "lastHeldOn" >= $since AND "lastHeldOn" < $tomorrow AND ${visibleAs('partnerCare')})
    AND NOT ${heardOf('leads', '"acceptedAt"')} AND NOT ${heardOf('quotes', '"createdAt"')} AND NOT ${heardOf('registrations', '"submittedAt"')}`

type SignsRow = Pick<SignsOfLife, 'status' | 'activeSince'> & Readonly<Record<'id' | 'name', string>> & Readonly<Record<'lead' | 'registration' | 'quote' | 'checkIn', string | null>>

/** The partners that are dark on a day, by name. Days are those of Greenwich. */
export function readDark(db: Database.Database, darkDays: number, today: string) {
  const rows = db.prepare(SIGNS).all({ since: dateText(dayNumber(today) - darkDays), tomorrow: dateText(dayNumber(today) + 1) }) as SignsRow[]
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
