/**
 * Draft → Submitted → In review ⇄ Action required → Approved | Rejected | Withdrawn; Approved → Expired | Closed won | Closed lost |
 * Revoked (field.md B3). An extension keeps it approved; a material edit of what was approved submits it again. The sales stage is
 * the linked opportunity's, and moves by itself.
 */
export const registrationStatuses = ['draft', 'submitted', 'inReview', 'actionRequired', 'approved', 'rejected', 'withdrawn', 'expired', 'closedWon', 'closedLost', 'revoked'] as const
export type RegistrationStatus = (typeof registrationStatuses)[number]

/** Where a registration may go from where it is. */
export const nextRegistrationStatuses: Readonly<Record<RegistrationStatus, readonly RegistrationStatus[]>> = {
  draft: ['submitted'],
  submitted: ['inReview', 'actionRequired', 'approved', 'rejected', 'withdrawn'],
  inReview: ['actionRequired', 'approved', 'rejected', 'withdrawn'],
  actionRequired: ['submitted', 'withdrawn'],
  approved: ['submitted', 'expired', 'closedWon', 'closedLost', 'revoked', 'withdrawn'],
  rejected: ['submitted'],
  withdrawn: ['submitted'],
  expired: ['approved', 'submitted'],
  closedWon: ['approved'],
  closedLost: ['approved'],
  revoked: [],
}

/** The house owes a decision. */
export const waitingStatuses = ['submitted', 'inReview'] as const satisfies readonly RegistrationStatus[]
/** Somebody claims the customer. */
export const claimingStatuses = ['submitted', 'inReview', 'actionRequired', 'approved'] as const satisfies readonly RegistrationStatus[]
/** It ended without business, and may be claimed anew. */
export const endedStatuses = ['withdrawn', 'expired', 'revoked'] as const satisfies readonly RegistrationStatus[]

/** The partner knows of the project beforehand; or is at work on it already. */
export const registrationKinds = ['planned', 'running'] as const
export type RegistrationKind = (typeof registrationKinds)[number]

/** The partner brought the business; it helped with business the house had; it only took the order (field.md B3, attribution). */
export const attributions = ['sourced', 'coSell', 'fulfilled'] as const
export type Attribution = (typeof attributions)[number]

/** Why it ended by itself: the window was over; nothing was heard of it; what was asked was not answered. */
export const endReasons = ['window', 'stale', 'unanswered'] as const
export type EndReason = (typeof endReasons)[number]

/** What a partner says of the deal, in the order of the form. */
export const claimFields = [
  'kind', 'company', 'companyEn', 'corporateNumber', 'website', 'country', 'city', 'postcode', 'address', 'contactName', 'contactEmail',
  'project', 'fiscalYear', 'products', 'amount', 'currency', 'expectedCloseOn', 'notes',
] as const
export type ClaimField = (typeof claimFields)[number]

/** What a submission can be required to say before it counts as complete. */
export const requirableFields = ['country', 'corporateNumber', 'website', 'address', 'contactName', 'contactEmail', 'project', 'amount', 'expectedCloseOn', 'notes'] as const satisfies readonly ClaimField[]
export type RequirableField = (typeof requirableFields)[number]

export const policyStates = ['inForce', 'off'] as const
