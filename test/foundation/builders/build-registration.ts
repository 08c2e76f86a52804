import type { registrationPolicies } from '#shared/deals/registration-policy.table.ts'
import type { registrations } from '#shared/deals/registration.table.ts'
import { protectionEnd } from '#shared/deals/protection.ts'
import { settled } from '#shared/deals/registration-steps.ts'
import type { FrozenTerms } from '#shared/deals/registration-terms.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Registration = RowOf<typeof registrations>
export type RegistrationPolicy = RowOf<typeof registrationPolicies>

export const TERMS: FrozenTerms = { ...USUAL_TERMS, policyId: null, policy: null, policyRev: null }

/** A registration of a Japanese customer that was submitted yesterday, complete, under the usual terms. */
export function buildRegistration(given: Partial<Registration> & Pick<Registration, 'partnerId'>): Registration {
  const id = given.id ?? nextId()
  const company = given.company ?? `登録先 ${id.slice(-4)} 株式会社`
  const country = given.country === undefined ? 'JP' : given.country
  const registration: Registration = {
    id, status: 'submitted', kind: 'planned', company, companyEn: null, corporateNumber: null, website: null, domain: null, country, city: null, postcode: null, address: null,
    contactName: null, contactEmail: null, project: null, fiscalYear: null, products: ['LEDGER'], amount: 1_000_000, currency: 'JPY', expectedCloseOn: '2027-03-31', notes: null,
    customerKey: duplicateKey(company, country, given.corporateNumber ?? null), accountId: null, opportunityId: null, territoryId: null, terms: TERMS,
    deviceAt: YESTERDAY, receivedAt: YESTERDAY, completeDeviceAt: YESTERDAY, completeAt: YESTERDAY, submittedAt: YESTERDAY, resubmissionsLeft: 2, overlaps: 0,
    reviewer: null, reviewDueAt: '2026-11-25T00:00:00.000Z', reviewMissed: false, asked: null, answerDueAt: null, reasonForPartner: null, reasonForHouse: null, decidedBy: null, decidedAt: null,
    approved: null, attribution: null, protectedFrom: null, protectedUntil: null, timeZone: null, clockFrom: null, reminded: 0, extensions: 0, extension: null, quoteSentAt: null,
    caseId: null, heldAt: null, activeAt: null, actAt: null, endedAt: null, endReason: null, priceLockedUntil: null, incumbentUntil: null,
    importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
  return { ...registration, ...(given.actAt === undefined ? settled({}, registration) : {}) }
}

/** One that nobody has submitted. */
export function buildDraft(given: Partial<Registration> & Pick<Registration, 'partnerId'>): Registration {
  const never = { terms: null, deviceAt: null, receivedAt: null, completeDeviceAt: null, completeAt: null, submittedAt: null, resubmissionsLeft: null, reviewDueAt: null }
  return buildRegistration({ status: 'draft', ...never, ...given })
}

/** One that was approved at an instant, its window on the clocks of Tokyo. */
export function buildApproved(given: Partial<Registration> & Pick<Registration, 'partnerId'>, at: string = YESTERDAY): Registration {
  const { actAt: _, ...claim } = buildRegistration(given)
  const { company, corporateNumber, country, project, fiscalYear, products, amount, currency } = claim
  const protectedUntil = protectionEnd(at, TERMS.windowDays, 'Asia/Tokyo')
  return buildRegistration({
    ...claim, status: 'approved', approved: { company, corporateNumber, country, project, fiscalYear, products: [...products], amount, currency }, reviewDueAt: null,
    attribution: 'sourced', decidedBy: 'Ana', decidedAt: at, protectedFrom: at, protectedUntil, timeZone: 'Asia/Tokyo', activeAt: at, ...given,
  })
}
