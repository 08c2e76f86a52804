import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../foundation/instant.ts'

const DAY_MS = 86_400_000

/**
 * Turns local dates and minutes of a zone into instants (epoch milliseconds). A time that the clocks skip is the one after the
 * gap, a time that comes twice the earlier one, as Temporal's `compatible` has it.
 * @param timeZone IANA; throws RangeError for one that is not known
 */
export function zoneTime(timeZone: string): (date: string, minute: number) => number {
  // A stretch without a change of clocks: a day away from its ends the offset is certain.
  let begins = Infinity
  let ends = -Infinity
  let offsetMs = 0
  return (date, minute) => {
    const local = dayNumber(date) * DAY_MS + minute * 60_000
    const guess = local - offsetMs
    if (guess - DAY_MS > begins && guess + DAY_MS < ends) return guess
    const zoned = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(timeZone)
    begins = zoned.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity
    ends = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
    offsetMs = zoned.offsetNanoseconds / 1e6
    return zoned.epochMilliseconds
  }
}

/** Whether there is a zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneTime(timeZone)('2000-01-01', 0)
    return true
  } catch {
    return false
  }
}

/** The date of an instant (epoch milliseconds) on a zone's own clocks, `YYYY-MM-DD`. */
export function localDate(timeZone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
