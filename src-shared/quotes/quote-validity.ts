import { zoneTime } from '../calendars/zone-time.ts'
import { instantOf } from '../foundation/instant.ts'

const DAY_MINUTES = 24 * 60

/** The instant (epoch milliseconds) at which a quote's last day is over where the customer is. */
export function endOfValidity(validUntil: string, timeZone: string): number {
  return zoneTime(timeZone)(validUntil, DAY_MINUTES)
}

/** Whether a quote could still be accepted at an instant. */
export function isValidAt({ validUntil, timeZone }: { readonly validUntil: string; readonly timeZone: string }, instant: string): boolean {
  return instantOf(instant) < endOfValidity(validUntil, timeZone)
}
