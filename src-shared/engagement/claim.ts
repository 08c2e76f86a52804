import type { Evidence, Verdict as MatchVerdict } from '../matching/evidence.ts'
import type { PartnerTier } from '../partners/partner.ts'
import type { CaseEvidenceKind, ClaimKind, VerdictKind } from './clause.ts'

/**
 * Who claims a deal, with the facts that clauses ask for as they were when they were gathered; null: not known. Instants are UTC.
 * A claim is judged by this alone and by the evidence on record, so that a case can be judged again years later.
 */
export interface Claim {
  readonly id: string
  readonly kind: ClaimKind
  /** null: direct sales. */
  readonly partnerId: string | null
  readonly partnerName: string | null
  readonly registrationId: string | null
  readonly opportunityId: string | null
  readonly company: string
  readonly corporateNumber: string | null
  readonly domain: string | null
  readonly products: readonly string[]
  readonly project: string | null
  /** Minor units of the currency. */
  readonly amount: number | null
  readonly currency: string | null
  /** When the desk says that it was first submitted, when the server had that, and when the server first had it complete. */
  readonly deviceAt: string | null
  readonly receivedAt: string | null
  readonly completeAt: string | null
  readonly approvedAt: string | null
  /** Since when its side claims it no more. */
  readonly withdrawnAt: string | null
  readonly active: boolean
  readonly authorised: boolean | null
  /** Whether this partner is the customer's partner of record. */
  readonly incumbent: boolean | null
  /** Whether the deal renews what the customer has. */
  readonly renewal: boolean
  readonly tier: PartnerTier | null
  readonly certified: boolean | null
  readonly inTerritory: boolean | null
  /** How the customer was found to be that of the first claim. */
  readonly match: { readonly verdict: MatchVerdict; readonly score: number; readonly evidence: readonly Evidence[] } | null
}

/** What is on record for a claim, as far as clauses ask. */
export interface EvidenceOnRecord {
  readonly claimId: string
  readonly kind: CaseEvidenceKind
  /** When it is said to have happened. */
  readonly happenedAt: string | null
  /** When the server had it. */
  readonly receivedAt: string
}

/** The first claim is the winner of what has one; a claim that is not named has nothing. */
export interface Verdict {
  readonly kind: VerdictKind
  /** Percent of the benefit that a winner of the whole has. */
  readonly shares: readonly { readonly claimId: string; readonly percent: number }[]
}

export function sameVerdict(one: Verdict | null, other: Verdict | null): boolean {
  if (one === null || other === null) return one === other
  const said = ({ kind, shares }: Verdict): string => JSON.stringify([kind, shares.filter(({ percent }) => percent > 0).toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1)).map(({ claimId, percent }) => [claimId, percent])])
  return said(one) === said(other)
}
