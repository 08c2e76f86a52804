import { dateText, dayNumber } from '../foundation/instant.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** No offset in working days reaches further than this; a calendar without work would be searched for ever. */
const HORIZON_DAYS = 3_700
/** No date is written with more than four digits of a year. */
const LAST_DAY = dayNumber('9999-12-31')

/** A span of dates on which no work is done, both ends included. */
interface DaysOff {
  readonly from: string
  /** Null: until further notice. */
  readonly to: string | null
}

/** Which dates are worked on by a calendar, without clocks and zones. Dates are `YYYY-MM-DD`. */
export class WorkingDays {
  readonly #week: WorkingCalendar['week']
  readonly #special: ReadonlyMap<string, boolean>
  readonly #off: readonly DaysOff[]

  /** @param off the partner's own absences */
  constructor({ week, specialDays }: WorkingCalendar, off: readonly DaysOff[] = []) {
    this.#week = week
    // What a person has set comes last, and so holds.
    this.#special = new Map(specialDays.toSorted((a, b) => Number(b.published) - Number(a.published)).map(({ date, works }) => [date, works]))
    this.#off = off
  }

  isWorked(date: string): boolean {
    if (this.#off.some(({ from, to }) => from <= date && (to === null || date <= to))) return false
    return this.#special.get(date) ?? (this.#week[(dayNumber(date) + 3) % 7] ?? []).length > 0
  }

  /**
   * The date so many working days after another; 0 is the date itself, or the first one worked after it.
   * Where nobody works any more the last date is said that was looked at.
   */
  after(date: string, days: number): string {
    const start = dayNumber(date)
    const end = Math.min(start + HORIZON_DAYS, LAST_DAY)
    let left = days
    for (let day = start; day <= end; day += 1) {
      const at = dateText(day)
      if (!this.isWorked(at)) continue
      if (left === 0) return at
      if (day > start) left -= 1
      if (left === 0) return at
    }
    return dateText(end)
  }

  /** How many dates are worked after the one, up to and with the other. */
  between(from: string, to: string): number {
    let worked = 0
    for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (this.isWorked(dateText(day))) worked += 1
    return worked
  }
}
