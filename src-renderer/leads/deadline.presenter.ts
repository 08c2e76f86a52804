import type { LeadDeadline } from '#shared/deadlines/deadlines.contract.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../shell/formats.ts'

const HOUR = 60
/** A working day of nine hours, which is how people speak of longer times. */
const DAY = 9 * HOUR

export interface DeadlineWords {
  /** When, on the partner's own clocks; empty while it is paused. */
  readonly due: string
  readonly passed: string
  /** What makes it then: days that do not count, holidays that are not known, what follows. */
  readonly reasons: readonly string[]
}

export function deadlineWords(deadline: LeadDeadline, { leads: { due } }: Words, formats: Formats): DeadlineWords {
  const place = formats.country(deadline.calendar.slice(0, 2))
  const at = (instant: string): string => due.at(formats.momentIn(instant, deadline.timeZone), place)
  const named = (works: boolean): string => formats.list(deadline.days.filter((day) => day.works === works).map(({ date, name }) => `${name} (${formats.date(date)})`))
  const [notWorked, worked] = [named(false), named(true)]
  return {
    due: deadline.dueAt === null ? '' : at(deadline.dueAt),
    passed: due.time(span(deadline.passed), span(deadline.minutes)),
    reasons: [
      ...(notWorked === '' ? [] : [due.notWorked(notWorked)]),
      ...(worked === '' ? [] : [due.worked(worked)]),
      ...(deadline.holidaysKnown ? [] : [due.holidaysUnknown(place)]),
      ...(deadline.recallAt === null ? [] : [due.recallAt(at(deadline.recallAt))]),
    ],
  }

  function span(minutes: number): string {
    if (minutes < HOUR) return due.minutes(Math.floor(minutes))
    return minutes < DAY ? due.hours(formats.number(Math.floor((minutes / HOUR) * 10) / 10)) : due.daysCount(formats.number(Math.floor((minutes / DAY) * 10) / 10))
  }
}
