import { localDate } from '../calendars/zone-time.ts'
import { refuse, type Decision } from '../foundation/command.ts'
import { dateText, dayNumber, instantOf } from '../foundation/instant.ts'

/** Two clocks that are right differ by less. */
const CLOCK_TOLERANCE_MS = 5 * 60_000
/** A desk may be without a network for so long before what it tells of earlier is believed no more. */
const BELIEVED_DAYS = 14
/** Prices of a list that comes into force later. */
const AHEAD_DAYS = 366
const DAY_MS = 86_400_000

/** The refusal where something is told for a time that is to come, too long ago, or before what it follows from. @param after that, where there is something */
export function timeProblem(at: string, now: string, after: string | null = null): Decision<never> | undefined {
  const ahead = instantOf(at) - instantOf(now)
  if (ahead > CLOCK_TOLERANCE_MS) return refuse('quote.in-future', 'it would have happened at a time that is still to come', { at })
  if (ahead < -BELIEVED_DAYS * DAY_MS) return refuse('quote.too-long-ago', 'so late nobody is believed when it happened', { at, days: BELIEVED_DAYS })
  return after !== null && instantOf(at) < instantOf(after) - CLOCK_TOLERANCE_MS ? refuse('quote.before-sent', 'nobody accepts what they have not yet been sent', { at, sentAt: after }) : undefined
}

/** The refusal where a quote would be priced for a day that nobody asks prices for any more, or yet. */
export function pricingDayProblem(on: string, timeZone: string, now: string): Decision<never> | undefined {
  const today = dayNumber(localDate(timeZone, instantOf(now)))
  const [from, to] = [dateText(today - BELIEVED_DAYS), dateText(today + AHEAD_DAYS)]
  return on < from || on > to ? refuse('quote.day-out-of-range', 'prices of that day are not given', { on, from, to }) : undefined
}
