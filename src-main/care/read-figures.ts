import type Database from 'better-sqlite3'
import { agreementStanding } from '#shared/agreements/agreement-standing.ts'
import { acceptances, agreements, agreementVersions } from '#shared/agreements/agreement.table.ts'
import { zoneTime } from '#shared/calendars/zone-time.ts'
import type { GoalMeasure } from '#shared/care/care.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import type { ReviewFigures } from '#shared/care/review-figures.ts'
import { dateText, dayNumber, instantText } from '#shared/foundation/instant.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE, visibleAs } from '#shared/journal/visible.ts'
import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { selectRows } from '../workspace/rows.ts'

type Partner = RowOf<typeof partners>

/** Certificates that end in so many days after the quarter are told of. */
const AHEAD_DAYS = 92
const CLOSED = closedOpportunityStages.map((stage) => `'${stage}'`).join(', ')

/** What a review shows of a partner and the days of a span, both included, as they are on the partner’s clocks. */
export function readFigures(db: Database.Database, partner: Partner, startsOn: string, endsOn: string, now: string): ReviewFigures {
  const [plan] = selectRows(db, jointPlans, `WHERE "partnerId" = ? AND "state" = 'active' AND ${VISIBLE}`, partner.id)
  const counts = countsOf(db, partner, startsOn, endsOn)
  return {
    at: now,
    ...counts,
    won: amounts(db, `"stage" = 'won' AND "closedAt" >= ? AND "closedAt" < ?`, partner.id, ...instants(partner, startsOn, endsOn)),
    openDeals: count(db, 'opportunities', `"stage" NOT IN (${CLOSED})`, partner.id),
    open: amounts(db, `"stage" NOT IN (${CLOSED})`, partner.id),
    checkIns: count(db, 'checkIns', `"kind" = 'held' AND "voidedAt" IS NULL AND "heldOn" BETWEEN ? AND ?`, partner.id, startsOn, endsOn),
    goals: plan === undefined ? [] : goalsOf(db, partner, plan, endsOn),
    certificates: endingCertificates(db, partner.id, endsOn),
    openTasks: openTasks(db, partner.id),
    agreements: missingAgreements(db, partner, endsOn),
  }
}

function goalsOf(db: Database.Database, partner: Partner, plan: RowOf<typeof jointPlans>, endsOn: string): ReviewFigures['goals'] {
  const since = countsOf(db, partner, plan.startsOn, endsOn)
  const reached: Readonly<Record<GoalMeasure, () => number | null>> = {
    leadsAccepted: () => since.leadsAccepted,
    registrations: () => since.registrations,
    wonDeals: () => since.wonDeals,
    certificates: () => db.prepare(`SELECT count(*) FROM "certificates" WHERE "personId" IN (SELECT "id" FROM "partnerPeople" WHERE "partnerId" = ? AND "status" <> 'left') AND "revokedOn" IS NULL AND "issuedOn" <= ? AND ("expiresOn" IS NULL OR "expiresOn" >= ?) AND ${VISIBLE}`).pluck().get(partner.id, endsOn, endsOn) as number,
    other: () => null,
  }
  return plan.goals.map(({ title, measure, target, dueOn }) => ({ title, measure, target, dueOn, reached: reached[measure]() }))
}

function countsOf(db: Database.Database, partner: Partner, startsOn: string, endsOn: string): Pick<ReviewFigures, 'leadsAccepted' | 'registrations' | 'wonDeals'> {
  const span = instants(partner, startsOn, endsOn)
  return {
    leadsAccepted: count(db, 'leads', '"acceptedAt" >= ? AND "acceptedAt" < ?', partner.id, ...span),
    registrations: count(db, 'registrations', '"protectedFrom" >= ? AND "protectedFrom" < ?', partner.id, ...span),
    wonDeals: count(db, 'opportunities', `"stage" = 'won' AND "closedAt" >= ? AND "closedAt" < ?`, partner.id, ...span),
  }
}

/** The instants at which a span of days begins and is over where the partner is. */
function instants({ timeZone }: Partner, startsOn: string, endsOn: string): readonly [from: string, until: string] {
  const at = zoneTime(timeZone)
  return [instantText(at(startsOn, 0)), instantText(at(dateText(dayNumber(endsOn) + 1), 0))]
}

function count(db: Database.Database, table: string, among: string, partnerId: string, ...bound: readonly string[]): number {
  return db.prepare(`SELECT count(*) FROM "${table}" WHERE "partnerId" = ? AND ${among} AND ${VISIBLE}`).pluck().get(partnerId, ...bound) as number
}

function amounts(db: Database.Database, among: string, partnerId: string, ...bound: readonly string[]): ReviewFigures['won'] {
  return db.prepare(`SELECT "currency", sum("amount") AS "amount" FROM "opportunities" WHERE "partnerId" = ? AND "currency" IS NOT NULL AND "amount" IS NOT NULL AND ${among} AND ${VISIBLE} GROUP BY "currency" ORDER BY "currency"`).all(partnerId, ...bound) as ReviewFigures['won']
}

function endingCertificates(db: Database.Database, partnerId: string, endsOn: string): ReviewFigures['certificates'] {
  return db.prepare(`SELECT "partnerPeople"."name" AS "person", "courses"."name" AS "course", "expiresOn" FROM "certificates" JOIN "partnerPeople" ON "partnerPeople"."id" = "personId" JOIN "courses" ON "courses"."id" = "courseId"
    WHERE "partnerId" = ? AND "partnerPeople"."status" <> 'left' AND "revokedOn" IS NULL AND "expiresOn" > ? AND "expiresOn" <= ? AND ${visibleAs('certificates')} ORDER BY "expiresOn", "partnerPeople"."name" LIMIT 200`).all(partnerId, endsOn, dateText(dayNumber(endsOn) + AHEAD_DAYS)) as ReviewFigures['certificates']
}

/** Tasks of running checklists and next steps of check-ins that nobody has done. */
function openTasks(db: Database.Database, partnerId: string): number {
  const tasks = db.prepare(`SELECT coalesce(sum(json_array_length("openTasks")), 0) FROM "checklists" WHERE "partnerId" = ? AND "state" = 'running' AND ${VISIBLE}`).pluck().get(partnerId) as number
  return tasks + count(db, 'checkIns', '"nextStep" IS NOT NULL AND "nextStepDoneOn" IS NULL AND "voidedAt" IS NULL', partnerId)
}

function missingAgreements(db: Database.Database, partner: Partner, today: string): string[] {
  const facts = { partner, agreements: selectRows(db, agreements, `WHERE ${VISIBLE}`), versions: selectRows(db, agreementVersions, `WHERE ${VISIBLE}`), acceptances: selectRows(db, acceptances, `WHERE "partnerId" = ? AND ${VISIBLE}`, partner.id) }
  return agreementStanding(facts, today).filter(({ state }) => state === 'missing' || state === 'acceptAgain').map(({ name }) => name)
}
