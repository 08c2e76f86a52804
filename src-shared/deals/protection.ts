import { zoneTime, localDate } from '../calendars/zone-time.ts'
import { dateText, dayNumber, instantOf, instantText } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import type { RegistrationStatus } from './registration.ts'
import type { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

/** Why the end of a window waits: a conflict or an extension is undecided, an edit is under review, the customer has a quote (field.md B3, 9). */
export const freezes = ['conflict', 'change', 'extension', 'quote'] as const
export type Freeze = (typeof freezes)[number]

const REVIEWED: readonly RegistrationStatus[] = ['submitted', 'inReview', 'actionRequired']

/** The instant at which the day so many days later ends on the clocks of a zone: a window names days, and this is whose midnight it is. */
export function protectionEnd(from: string, days: number, timeZone: string): string {
  const last = dateText(dayNumber(localDate(timeZone, instantOf(from))) + days + 1)
  return instantText(zoneTime(timeZone)(last, 0))
}

export function frozenBy({ caseId, status, approved, extension, quoteSentAt }: Pick<Registration, 'caseId' | 'status' | 'approved' | 'extension' | 'quoteSentAt'>): Freeze | null {
  if (caseId !== null) return 'conflict'
  if (approved !== null && REVIEWED.includes(status)) return 'change'
  if (extension !== null) return 'extension'
  return quoteSentAt === null ? null : 'quote'
}

/** Whether it keeps others away at an instant: within its window, or while the end waits. */
export function isProtecting(registration: Registration, now: string): boolean {
  const { approved, protectedUntil, status } = registration
  if (approved === null || protectedUntil === null || !(status === 'approved' || REVIEWED.includes(status))) return false
  return now < protectedUntil || frozenBy(registration) !== null
}

/** A conflict case takes hold of it: it is decided there, and nothing of it runs out meanwhile. */
export function hold(caseId: string, now: string): Partial<Registration> {
  return { caseId, heldAt: now }
}

/** The case is over: the time that stood still is given back, for the partner could not use it. */
export function letGo({ heldAt, protectedUntil, reviewDueAt, timeZone }: Registration, now: string): Partial<Registration> {
  const stood = heldAt === null ? 0 : instantOf(now) - instantOf(heldAt)
  const until = protectedUntil === null || timeZone === null ? null : protectionEnd(instantText(instantOf(protectedUntil) - 1), Math.ceil(stood / 86_400_000), timeZone)
  return { caseId: null, heldAt: null, ...(until === null ? {} : { protectedUntil: until }), ...(reviewDueAt === null ? {} : { reviewDueAt: instantText(instantOf(reviewDueAt) + stood) }) }
}

/** Exclusivity ends with the business; of a deal that was won, attribution, the locked price and incumbency stay (field.md B3, 20). */
export function closePatch({ terms, protectedUntil }: Registration, outcome: 'won' | 'lost', now: string): Partial<Registration> {
  const ended = { endedAt: now, extension: null, quoteSentAt: null }
  if (outcome === 'lost') return { ...ended, status: 'closedLost' }
  const incumbentUntil = dateText(dayNumber(now.slice(0, 10)) + (terms?.incumbencyDays ?? 0))
  return { ...ended, status: 'closedWon', priceLockedUntil: protectedUntil, incumbentUntil }
}
