import { dateText, dayNumber } from '../foundation/instant.ts'
import type { SpecialDay, WorkingCalendar } from './working-calendar.ts'
import { zoneTime, localDate } from './zone-time.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const BLOCK_DAYS = 120
/** Nobody's deadline lies further away; what does not end within it never ends. */
const HORIZON_DAYS = 3_700

/** A stretch of time in epoch milliseconds; `to` null: not over yet. */
export interface Pause {
  readonly from: number
  readonly to: number | null
}

/**
 * The working time of one calendar on the clocks of one zone. Instants are epoch milliseconds, working time is minutes.
 * Openings are laid out once, block by block, so that a deadline is a binary search among them.
 */
export class WorkClock {
  readonly timeZone: string
  readonly #week: WorkingCalendar['week']
  readonly #special: ReadonlyMap<string, SpecialDay>
  readonly #instantOf: (date: string, minute: number) => number
  /** Opening i lies from opens[i] to closes[i]; before[i] is the working time of all openings before it. */
  #opens: number[] = []
  #closes: number[] = []
  #before: number[] = []
  /** Days since 1970 that are laid out: from first, up to and without next. */
  #first = 0
  #next = 0

  constructor(calendar: WorkingCalendar, timeZone: string) {
    this.timeZone = timeZone
    this.#week = calendar.week
    // What a person has set comes last, and so holds.
    const inOrder = calendar.specialDays.toSorted((a, b) => Number(b.published) - Number(a.published))
    this.#special = new Map(inOrder.map((day) => [day.date, day]))
    this.#instantOf = zoneTime(timeZone)
  }

  /** The instant at which so many working minutes have passed since `start`: the end of the last one, never the opening after it. */
  add(start: number, minutes: number): number {
    const at = this.#openingAfter(start)
    const worked = (this.#before[at] ?? 0) + Math.max(0, start - (this.#opens[at] ?? 0)) / MINUTE_MS
    return this.#instantAfter(worked + minutes, at)
  }

  /** Working minutes from one instant to a later one. */
  between(from: number, to: number): number {
    if (to <= from) return 0
    const before = this.#workedAt(from)
    return this.#workedAt(to) - before
  }

  /**
   * When so many working minutes have passed since `start`, pauses left out (in order, apart).
   * @returns null while a pause is open: the clock stands still
   */
  addOutside(pauses: readonly Pause[], start: number, minutes: number): number | null {
    let from = start
    let left = minutes
    for (const pause of pauses) {
      if (pause.to !== null && pause.to <= from) continue
      const due = this.add(from, left)
      if (due <= pause.from) return due
      if (pause.to === null) return null
      left -= this.between(from, Math.max(from, pause.from))
      from = pause.to
    }
    return this.add(from, left)
  }

  /** The days between two instants on which work would have been done and was not, or was done though the week has none. */
  specialDaysBetween(from: number, to: number): readonly SpecialDay[] {
    const first = localDate(this.timeZone, from)
    const last = localDate(this.timeZone, to)
    return [...this.#special.values()]
      .filter(({ date, works }) => first <= date && date <= last && (this.#spansOf(weekdayOf(date)).length > 0) !== works)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  }

  #spansOf(weekday: number) {
    return this.#week[weekday] ?? []
  }

  #workedAt(instant: number): number {
    const at = this.#openingAfter(instant)
    return (this.#before[at] ?? 0) + Math.max(0, instant - (this.#opens[at] ?? 0)) / MINUTE_MS
  }

  /** The first opening that is not over at an instant. */
  #openingAfter(instant: number): number {
    this.#reachBack(instant)
    for (; ; this.#layOut()) {
      const at = firstAbove(this.#closes, instant)
      if (at < this.#closes.length) return at
      if (this.#next > instant / DAY_MS + HORIZON_DAYS) throw new RangeError('this calendar has no working time')
    }
  }

  #instantAfter(worked: number, from: number): number {
    for (const horizon = this.#next + HORIZON_DAYS; ; this.#layOut()) {
      const last = this.#closes.length - 1
      const total = (this.#before[last] ?? 0) + ((this.#closes[last] ?? 0) - (this.#opens[last] ?? 0)) / MINUTE_MS
      if (worked <= total) break
      if (this.#next > horizon) throw new RangeError('this deadline lies further away than any')
    }
    // The last opening that begins with less worked than that; at least the one the time began in.
    const at = Math.max(from, firstAbove(this.#before, worked - 1e-9) - 1)
    return (this.#opens[at] ?? 0) + (worked - (this.#before[at] ?? 0)) * MINUTE_MS
  }

  /** Begins anew, earlier, where an instant lies before what is laid out. */
  #reachBack(instant: number): void {
    const day = Math.floor(instant / DAY_MS) - 2
    if (this.#next > this.#first && this.#first <= day) return
    this.#opens = []
    this.#closes = []
    this.#before = []
    this.#first = day
    this.#next = day
    this.#layOut()
  }

  #layOut(): void {
    const end = this.#next + BLOCK_DAYS
    for (; this.#next < end; this.#next += 1) {
      const date = dateText(this.#next)
      const weekday = weekdayOf(date)
      const special = this.#special.get(date)
      const spans = special === undefined ? this.#spansOf(weekday) : special.works ? this.#hoursOfWork(weekday) : []
      for (const { from, to } of spans) this.#open(this.#instantOf(date, from), this.#instantOf(date, to))
    }
  }

  /** A day that is worked though the week has none is worked as the first working day is. */
  #hoursOfWork(weekday: number) {
    const own = this.#spansOf(weekday)
    return own.length > 0 ? own : (this.#week.find((spans) => spans.length > 0) ?? [])
  }

  #open(opens: number, closes: number): void {
    if (closes <= opens) return
    const last = this.#closes.length - 1
    this.#before.push(last < 0 ? 0 : (this.#before[last] ?? 0) + ((this.#closes[last] ?? 0) - (this.#opens[last] ?? 0)) / MINUTE_MS)
    this.#opens.push(opens)
    this.#closes.push(closes)
  }
}

/** Monday 0 to Sunday 6. */
function weekdayOf(date: string): number {
  return (dayNumber(date) + 3) % 7
}

/** The first position of an ascending list whose value is above a limit; its length where none is. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) > limit) high = middle
    else low = middle + 1
  }
  return low
}
