import { accept, command, insert, one, refuse, update, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { calendarId, calendars } from './calendar.table.ts'
import { calendarsContract } from './calendars.contract.ts'
import { ORDINARY_WEEK } from './working-calendar.ts'

const { operations } = calendarsContract

type Calendar = RowOf<typeof calendars>
type Patch = Partial<Pick<Calendar, 'week' | 'specialDays' | 'publishedFrom' | 'publishedTo'>>

const publish = command(operations.publish, function* ({ code, from, to, days }, { commandId }) {
  if (to < from || days.some(({ date }) => yearOf(date) < from || yearOf(date) > to)) return refuse('calendar.years-uneven', 'public holidays lie in the years they are published for', { code, from, to })
  return yield* change(code, commandId, 'calendar.published', ({ specialDays, publishedFrom, publishedTo }) => ({
    specialDays: [
      ...specialDays.filter(({ date, published }) => !published || yearOf(date) < from || yearOf(date) > to),
      ...days.map((day) => ({ ...day, works: false, published: true })),
    ],
    publishedFrom: Math.min(publishedFrom ?? from, from),
    publishedTo: Math.max(publishedTo ?? to, to),
  }))
})

const setDay = command(operations.setDay, function* ({ code, date, day }, { commandId }) {
  return yield* change(code, commandId, 'calendar.day-set', ({ specialDays }) => ({
    specialDays: [...specialDays.filter((other) => other.date !== date || other.published), ...(day === null ? [] : [{ date, ...day, published: false }])],
  }))
})

const setWeek = command(operations.setWeek, function* ({ code, week }, { commandId }) {
  return yield* change(code, commandId, 'calendar.week-set', () => ({ week }))
})

export const calendarsCommands = [publish, setDay, setWeek]

/** Changes the calendar with a code, which there is from the first change on. */
function* change(code: string, commandId: string, event: string, decide: (calendar: Pick<Calendar, 'week' | 'specialDays' | 'publishedFrom' | 'publishedTo'>) => Patch): Generator<Question, Decision<{ entry: string; id: string }>, unknown> {
  const id = calendarId(code)
  const known = yield* one(calendars, id)
  const patch = decide(known ?? { week: ORDINARY_WEEK, specialDays: [], publishedFrom: null, publishedTo: null })
  const written = known === undefined ? insert(calendars, { id, code, week: ORDINARY_WEEK, specialDays: [], ...patch }) : update(calendars, id, patch)
  return accept({ entry: commandId, id }, [written], [{ event, about: id, details: { code } }])
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
