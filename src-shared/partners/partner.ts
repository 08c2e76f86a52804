import { z } from 'zod'

export const partnerTypes = ['reseller', 'valueAddedReseller', 'distributor', 'referral', 'consulting', 'broker'] as const
export const partnerTiers = ['registered', 'silver', 'gold', 'platinum'] as const

/**
 * Applicant → Vetting → Approved | Declined → Onboarding → Active ⇄ Suspended → Inactive | Terminated.
 * Only an active partner is given leads.
 */
export const partnerStatuses = ['applicant', 'vetting', 'approved', 'declined', 'onboarding', 'active', 'suspended', 'inactive', 'terminated'] as const

export type PartnerType = (typeof partnerTypes)[number]
export type PartnerTier = (typeof partnerTiers)[number]
export type PartnerStatus = (typeof partnerStatuses)[number]

/** Where a partner may go from its status, in the order of the work. */
export const nextStatuses: Readonly<Record<PartnerStatus, readonly PartnerStatus[]>> = {
  applicant: ['vetting', 'declined'],
  vetting: ['approved', 'declined'],
  approved: ['onboarding', 'active', 'declined'],
  declined: ['applicant'],
  onboarding: ['active', 'inactive'],
  active: ['suspended', 'inactive', 'terminated'],
  suspended: ['active', 'inactive', 'terminated'],
  inactive: ['onboarding', 'active', 'terminated'],
  terminated: [],
}

/** Local calendar dates, both included; `to` null means until further notice. */
export const absenceSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date().nullable(), reason: z.string().max(200) })
export type Absence = z.infer<typeof absenceSchema>

/** A certification of the company; `expires` null means it does not expire. */
export const certificationSchema = z.strictObject({ code: z.string().min(1).max(60), expires: z.iso.date().nullable() })
export type Certification = z.infer<typeof certificationSchema>

export const contactSchema = z.strictObject({
  name: z.string().min(1).max(200),
  email: z.string().max(254).nullable(),
  phone: z.string().max(60).nullable(),
  role: z.string().max(120).nullable(),
  primary: z.boolean(),
})
export type PartnerContact = z.infer<typeof contactSchema>

/** Higher is better; the order of `partnerTiers`. */
export function tierRank(tier: PartnerTier): number {
  return partnerTiers.indexOf(tier)
}
