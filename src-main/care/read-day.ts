import type Database from 'better-sqlite3'
import { calendarId, calendars } from '#shared/calendars/calendar.table.ts'
import { ORDINARY_CALENDAR, type WorkingCalendar } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import type { Mood } from '#shared/care/care.ts'
import { fiscalQuarter, quarterBefore } from '#shared/care/fiscal-quarter.ts'
import type { Absence } from '#shared/partners/partner.ts'
import { visibleAs } from '#shared/journal/visible.ts'
import { selectRows } from '../workspace/rows.ts'

const SHOWN = 100

interface DueRow {
  readonly partnerId: string
  readonly partnerName: string
  readonly calendar: string
  readonly absences: string
  readonly dueOn: string
  readonly lastHeldOn: string | null
  readonly mood: Mood | null
}

const ACTIVE = `"partners"."status" = 'active' AND ${visibleAs('partners')}`
const NOT_PAUSED = `("pausedReason" IS NULL OR "pausedUntil" <= ?)`

/** What a day of care holds; of each kind the first so many. CROSS JOIN has SQLite walk the index of days and stop, instead of sorting everybody. */
export function readDay(db: Database.Database, today: string, fiscalStart: number) {
  return { checkIns: dueCheckIns(db, today), first: neverCheckedIn(db), steps: dueSteps(db, today), reviews: dueReviews(db, today, fiscalStart) }
}

function dueCheckIns(db: Database.Database, today: string) {
  const due = `FROM "partnerCare" CROSS JOIN "partners" ON "partners"."id" = "partnerId" WHERE "dueOn" <= ? AND ${NOT_PAUSED} AND ${ACTIVE}`
  const total = db.prepare(`SELECT count(*) ${due}`).pluck().get(today, today) as number
  const rows = db.prepare(`SELECT "partnerId", "partners"."name" AS "partnerName", "calendar", "absences", "dueOn", "lastHeldOn", "mood" ${due} ORDER BY "dueOn", "partnerCare"."_row" LIMIT ${SHOWN}`).all(today, today) as DueRow[]
  const known = new Map<string, WorkingCalendar>()
  const calendarOf = (code: string): WorkingCalendar => {
    const found = known.get(code) ?? selectRows(db, calendars, 'WHERE "id" = ?', calendarId(code))[0] ?? ORDINARY_CALENDAR
    known.set(code, found)
    return found
  }
  return {
    total,
    rows: rows.map(({ calendar, absences, ...row }) => {
      const late = new WorkingDays(calendarOf(calendar), JSON.parse(absences) as Absence[]).between(row.dueOn, today)
      return { ...row, state: row.dueOn < today ? ('overdue' as const) : ('due' as const), workingDaysLate: late }
    }),
  }
}

function neverCheckedIn(db: Database.Database) {
  const first = `FROM "partners" LEFT JOIN "partnerCare" ON "partnerCare"."partnerId" = "partners"."id" WHERE ${ACTIVE} AND "lastOn" IS NULL AND "pausedReason" IS NULL`
  const total = db.prepare(`SELECT count(*) ${first}`).pluck().get() as number
  return { total, rows: db.prepare(`SELECT "partners"."id" AS "partnerId", "partners"."name" AS "partnerName" ${first} ORDER BY "partnerName" COLLATE NOCASE LIMIT ${SHOWN}`).all() as { partnerId: string; partnerName: string }[] }
}

function dueSteps(db: Database.Database, today: string) {
  const due = `FROM "checkIns" CROSS JOIN "partners" ON "partners"."id" = "partnerId" WHERE "nextStepOn" <= ? AND "nextStepDoneOn" IS NULL AND "voidedAt" IS NULL AND ${visibleAs('checkIns')} AND ${ACTIVE}`
  const total = db.prepare(`SELECT count(*) ${due}`).pluck().get(today) as number
  const rows = db.prepare(`SELECT "checkIns"."id", "partnerId", "partners"."name" AS "partnerName", "nextStep", "nextStepOn" ${due} ORDER BY "nextStepOn", "checkIns"."_row" LIMIT ${SHOWN}`).all(today) as { id: string; partnerId: string; partnerName: string; nextStep: string; nextStepOn: string }[]
  return { total, rows }
}

/** Reviews that are open though their quarter is over, and partners with an active plan of whose last quarter there is no review yet. */
function dueReviews(db: Database.Database, today: string, fiscalStart: number) {
  const { quarter, endsOn } = quarterBefore(fiscalQuarter(today, fiscalStart), fiscalStart)
  return db.prepare(`SELECT "quarterlyReviews"."id" AS "reviewId", "partnerId", "partners"."name" AS "partnerName", "quarter", "endsOn" FROM "quarterlyReviews" JOIN "partners" ON "partners"."id" = "partnerId" WHERE "state" = 'open' AND "endsOn" < $today AND ${visibleAs('quarterlyReviews')} AND ${ACTIVE}
    UNION ALL SELECT NULL, "partnerId", "partners"."name", $quarter, $endsOn FROM "jointPlans" JOIN "partners" ON "partners"."id" = "partnerId" WHERE "state" = 'active' AND "startsOn" <= $endsOn AND ${visibleAs('jointPlans')} AND ${ACTIVE}
      AND NOT EXISTS (SELECT 1 FROM "quarterlyReviews" WHERE "quarterlyReviews"."partnerId" = "jointPlans"."partnerId" AND "quarter" = $quarter AND ${visibleAs('quarterlyReviews')})
    ORDER BY 5, 3 LIMIT ${SHOWN}`).all({ today, quarter, endsOn }) as { reviewId: string | null; partnerId: string; partnerName: string; quarter: string; endsOn: string }[]
}
