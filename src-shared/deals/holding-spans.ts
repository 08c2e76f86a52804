import type { RowOf } from '../foundation/table.ts'
import { frozenBy, type Freeze } from './protection.ts'
import type { registrations } from './registration.table.ts'
import { claimingStatuses, type RegistrationStatus } from './registration.ts'

type Registration = RowOf<typeof registrations>

/** A stretch of time in which a partner has claimed a customer, or held it. Instants; `until` null: as long as nobody decides otherwise. */
export interface HoldingSpan {
  readonly registrationId: string
  readonly partnerId: string
  readonly business: string
  readonly kind: 'claims' | 'holds' | 'incumbent'
  readonly status: RegistrationStatus
  readonly from: string
  readonly until: string | null
  readonly timeZone: string | null
  readonly frozen: Freeze | null
}

/** Who holds what of a customer until when, the oldest first (a local date's end counts as its start, in UTC). */
export function holdingSpans(ofCustomer: readonly Registration[]): readonly HoldingSpan[] {
  return ofCustomer.flatMap(spansOf).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

function spansOf(registration: Registration): readonly HoldingSpan[] {
  const { id, partnerId, status, receivedAt, protectedFrom, protectedUntil, endedAt, incumbentUntil, timeZone, decidedAt } = registration
  if (receivedAt === null) return []
  const of = { registrationId: id, partnerId, status, business: [registration.project, registration.fiscalYear, ...registration.products].filter(Boolean).join(' · '), timeZone }
  const frozen = protectedUntil === null ? null : frozenBy(registration)
  const isOpen = (claimingStatuses as readonly string[]).includes(status)
  const spans: HoldingSpan[] = []
  if (protectedFrom === null || receivedAt < protectedFrom) spans.push({ ...of, kind: 'claims', from: receivedAt, until: protectedFrom ?? endedAt ?? (isOpen ? null : decidedAt), frozen: null })
  if (protectedFrom !== null) spans.push({ ...of, kind: 'holds', from: protectedFrom, until: endedAt ?? (frozen === null ? protectedUntil : null), frozen })
  if (incumbentUntil !== null && endedAt !== null) spans.push({ ...of, kind: 'incumbent', from: endedAt, until: `${incumbentUntil}T00:00:00.000Z`, frozen: null })
  return spans
}
