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

export function deadlineWords(deadline: LeadDeadline, words: Words, formats: Formats): DeadlineWords {
  const { due } = words.leads
  const place = formats.country(deadline.calendar.slice(0, 2))
  const at = (instant: string): string => due.at(formats.momentIn(instant, deadline.timeZone), place)
  const named = (works: boolean): string => formats.list(deadline.days.filter((day) => day.works === works).map(({ date, name }) => `${name} (${formats.date(date)})`))
  const [notWorked, worked] = [named(false), named(true)]
  return {
    due: deadline.dueAt === null ? '' : at(deadline.dueAt),
    passed: deadline.passed >= deadline.minutes ? due.timeOver(workingTime(deadline.minutes, words)) : due.time(workingTime(deadline.passed, words), workingTime(deadline.minutes, words)),
    reasons: [
      ...(notWorked === '' ? [] : [due.notWorked(notWorked)]),
      ...(worked === '' ? [] : [due.worked(worked)]),
      ...(deadline.holidaysKnown ? [] : [due.holidaysUnknown(place)]),
      ...(deadline.recallAt === null ? [] : [due.recallAt(at(deadline.recallAt))]),
    ],
  }
}

/** Working minutes as people say them: hours, from a day of nine hours on days. */
export function workingTime(minutes: number, { leads: { due } }: Words): string {
  if (minutes < HOUR) return due.minutes(Math.floor(minutes))
  return minutes < DAY ? due.hours(tenths(minutes / HOUR)) : due.daysCount(tenths(minutes / DAY))
}

const tenths = (amount: number): number => Math.floor(amount * 10) / 10
