import type { Evidence, Verdict } from '../matching/evidence.ts'

export const overlapKinds = ['registration', 'opportunity', 'account', 'lead'] as const
export type OverlapKind = (typeof overlapKinds)[number]

/**
 * Somebody or something that is with the same customer already.
 * `conflict`: surely the customer and the business. `look`: a name alone, a sister company, business that may be another (field.md B3, 2 and 5).
 */
export interface Overlap {
  readonly kind: OverlapKind
  readonly id: string
  readonly name: string
  /** Whose it is; null: the house's own. */
  readonly partnerId: string | null
  /** Status of a registration, stage of a lead or an opportunity. */
  readonly stage: string | null
  /** Since when it is there by the clock of whoever received it; nobody can date it back (field.md B3, 14). */
  readonly since: string
  /** Until when a registration is protected. */
  readonly until: string | null
  readonly weight: 'conflict' | 'look'
  readonly isOwn: boolean
  readonly verdict: Verdict
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/** Conflicts first, then the likeliest; of equals the oldest claim. */
export function byWeight(one: Overlap, other: Overlap): number {
  if (one.weight !== other.weight) return one.weight === 'conflict' ? -1 : 1
  return other.score - one.score || (one.since < other.since ? -1 : 1)
}
