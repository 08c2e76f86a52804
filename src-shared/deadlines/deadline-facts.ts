import { calendarId, calendars } from '../calendars/calendar.table.ts'
import { WorkClock } from '../calendars/work-clock.ts'
import { ORDINARY_CALENDAR, type WorkingCalendar } from '../calendars/working-calendar.ts'
import { many, one, type Question } from '../foundation/command.ts'
import { partners } from '../partners/partner.table.ts'
import { deadlineKinds } from './deadline.ts'
import { deadlinePolicies } from './deadline-policy.table.ts'
import type { DeadlinePolicy } from './reckon-deadline.ts'

/** Asks for every policy there is; an empty list means that nobody reckons with deadlines here. */
export function* askPolicies(): Generator<Question, readonly DeadlinePolicy[], unknown> {
  return yield* many(deadlinePolicies, 'byKind', ...deadlineKinds.map((kind) => [kind]))
}

/** Asks for the working time of a partner; where its calendar has nothing of its own, the ordinary week. */
export function* askClock(partnerId: string): Generator<Question, WorkClock, unknown> {
  const partner = yield* one(partners, partnerId)
  return partner === undefined ? clockOf(ORDINARY_CALENDAR, 'UTC') : yield* askCalendarClock(partner.calendar, partner.timeZone)
}

/** Asks for the working time by a calendar on the clocks of a zone. */
export function* askCalendarClock(calendar: string, timeZone: string): Generator<Question, WorkClock, unknown> {
  return clockOf((yield* one(calendars, calendarId(calendar))) ?? ORDINARY_CALENDAR, timeZone)
}

/** Laying out a calendar costs more than all deadlines under it; what was laid out is kept by what it was made of. */
const clocks = new Map<string, WorkClock>()
const CLOCKS_KEPT = 500

function clockOf({ week, specialDays }: WorkingCalendar, timeZone: string): WorkClock {
  const key = JSON.stringify([timeZone, week, specialDays])
  let clock = clocks.get(key)
  if (clock === undefined) {
    if (clocks.size === CLOCKS_KEPT) clocks.clear()
    clock = new WorkClock({ week, specialDays }, timeZone)
    clocks.set(key, clock)
  }
  return clock
}
