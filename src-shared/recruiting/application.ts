/** A company that wants to become a partner: Applicant → Vetting → Approved | Declined. Nobody is approved without having been vetted. */
export const applicationStatuses = ['applicant', 'vetting', 'approved', 'declined'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** How it came: recommended by somebody, of its own accord, or because we asked. */
export const recruitingSources = ['referral', 'inbound', 'outbound'] as const
export type RecruitingSource = (typeof recruitingSources)[number]

export const declineReasons = ['profile', 'region', 'capacity', 'conflict', 'unverified', 'duplicate', 'withdrawn', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const applicationEditableFields = [
  'company', 'companyEn', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address', 'employees', 'partnerType', 'industries', 'languages', 'products',
  'source', 'referredBy', 'persons', 'answers', 'notes', 'profileId',
] as const
export type ApplicationField = (typeof applicationEditableFields)[number]

/** What an ideal partner is measured by. */
export const criterionKinds = ['country', 'partnerType', 'industry', 'language', 'product', 'source', 'employees'] as const
export type CriterionKind = (typeof criterionKinds)[number]
