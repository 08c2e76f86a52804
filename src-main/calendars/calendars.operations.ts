import type Database from 'better-sqlite3'
import { CALENDAR_CODE, calendars } from '#shared/calendars/calendar.table.ts'
import { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { publicHolidays } from './public-holidays.ts'

/** Deadlines reach from last year's offers into the year after next. */
const YEARS_BACK = 1
const YEARS_AHEAD = 2

export const calendarsHost = hostCapability(
  calendarsContract,
  { all: (_, { db }) => selectRows(db, calendars, 'ORDER BY "code"') },
  {
    refresh: async (_, context) => {
      const year = Number(context.today().slice(0, 4))
      const codes = unpublishedCodes(context.db, year + YEARS_AHEAD)
      const unknown: string[] = []
      for (const [at, code] of codes.entries()) {
        context.heedCancel()
        context.progress('writing', at, codes.length)
        const days = CALENDAR_CODE.test(code) ? holidaysAround(code, year) : null
        if (days === null) unknown.push(code)
        else await context.write('calendars.publish', { code, from: year - YEARS_BACK, to: year + YEARS_AHEAD, days })
      }
      return { published: codes.length - unknown.length, unknown }
    },
  },
)

/** Calendars that partners have and whose holidays are not known up to a year. */
function unpublishedCodes(db: Database.Database, upTo: number): readonly string[] {
  return db.prepare(`SELECT DISTINCT "partners"."calendar" FROM "partners" LEFT JOIN "calendars" ON "calendars"."code" = "partners"."calendar"
    WHERE coalesce("calendars"."publishedTo", 0) < ? ORDER BY 1`).pluck().all(upTo) as string[]
}

function holidaysAround(code: string, year: number) {
  const days = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, at) => publicHolidays(code, year - YEARS_BACK + at))
  return days.includes(null) ? null : days.flatMap((ofYear) => ofYear ?? [])
}
