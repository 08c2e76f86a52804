/** Clauses that take a claim out, in the order in which a version has them. */
const barringKinds = ['eligibility', 'directList', 'directEngaged'] as const
/** Clauses that prefer some of the claims left. */
const preferringKinds = ['customerChoice', 'incumbency', 'firstToRegister', 'engagementDepth', 'standing'] as const
/** Clauses that settle what is left by sharing it. */
const sharingKinds = ['teaming', 'split'] as const
/** Clauses about what those have who do not win. */
const benefitKinds = ['distributor', 'secondBenefit'] as const

/** The closed list of what rules of engagement can say (field.md B3, standard rules). */
export const clauseKinds = [...barringKinds, ...preferringKinds, ...sharingKinds, ...benefitKinds] as const
export type ClauseKind = (typeof clauseKinds)[number]

/**
 * Which instant of a registration counts: the desk's own clock when it was submitted, the server's receipt of that, the server's
 * receipt of the first submission that was complete, or the approval.
 */
export const registrationClocks = ['device', 'received', 'complete', 'approved'] as const
export type RegistrationClock = (typeof registrationClocks)[number]

export const standings = ['certification', 'tier', 'territory'] as const
export type Standing = (typeof standings)[number]

/** Days are calendar days, percent are of the benefit that a winner of the whole has. */
export type Clause =
  | { readonly kind: 'eligibility'; readonly activePartner: boolean; readonly authorised: boolean; readonly complete: boolean }
  /** Customers that are direct sales' own: company numbers, domains or names. */
  | { readonly kind: 'directList'; readonly customers: readonly string[] }
  /** Direct sales were in touch so many days before the claim, and put it on record before it. */
  | { readonly kind: 'directEngaged'; readonly days: number }
  | { readonly kind: 'customerChoice' }
  | { readonly kind: 'incumbency'; readonly renewalsOnly: boolean }
  /** Claims within so many minutes of the first are as early; what was not approved and is older than the look-back counts no more. */
  | { readonly kind: 'firstToRegister'; readonly clock: RegistrationClock; readonly lookBackDays: number | null; readonly tieMinutes: number }
  /** The claim with most documented work before the sale, if it leads by so many. */
  | { readonly kind: 'engagementDepth'; readonly lead: number }
  | { readonly kind: 'standing'; readonly by: Standing }
  /** Direct sales are engaged, and so is a partner who adds something: they work together. */
  | { readonly kind: 'teaming'; readonly partnerShare: number }
  | { readonly kind: 'split' }
  /** A distributor above the resellers does not compete with them: it has its own share beside whoever wins. */
  | { readonly kind: 'distributor'; readonly share: number }
  | { readonly kind: 'secondBenefit'; readonly percent: number }

export type ClauseOf<Kind extends ClauseKind> = Extract<Clause, { kind: Kind }>

/** Working minutes for each step of a case, and for an appeal once it is decided, on the house's calendar (`US`, `DE-BY`) and clocks (IANA zone). */
export interface CaseTimes {
  readonly triage: number
  readonly evidence: number
  readonly decision: number
  readonly appeal: number
  readonly calendar: string
  readonly timeZone: string
}

/** What can be on record for a claim. */
export const caseEvidenceKinds = ['meeting', 'budget', 'requirements', 'proposal', 'customerStatement', 'valueAdd', 'directActivity', 'other'] as const
export type CaseEvidenceKind = (typeof caseEvidenceKinds)[number]
/** Work before the sale that counts as engagement (R1, R3). */
export const presalesKinds: readonly CaseEvidenceKind[] = ['meeting', 'budget', 'requirements', 'proposal']

export const claimKinds = ['partner', 'distributor', 'direct'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const verdictKinds = ['uphold', 'award', 'split', 'teaming', 'none'] as const
export type VerdictKind = (typeof verdictKinds)[number]
