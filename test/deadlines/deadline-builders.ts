import { calendarId, type calendars } from '#shared/calendars/calendar.table.ts'
import { ORDINARY_WEEK } from '#shared/calendars/working-calendar.ts'
import type { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

/** One working day to accept, warned at three quarters, recalled after half a day of grace; for every market and source. */
export function buildPolicy(given: Partial<RowOf<typeof deadlinePolicies>> = {}): RowOf<typeof deadlinePolicies> {
  return {
    id: nextId(), name: 'Ordinary', kind: 'accept', priority: 100, countries: [], sources: [], minutes: 540, warnAt: 75, breach: 'recall', grace: 270,
    enabled: true, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}

export function buildCalendar(code: string, ...daysOff: readonly (readonly [date: string, name: string])[]): RowOf<typeof calendars> {
  return {
    id: calendarId(code), code, week: ORDINARY_WEEK, specialDays: daysOff.map(([date, name]) => ({ date, name, works: false, published: true })),
    publishedFrom: 2026, publishedTo: 2027, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1,
  }
}
