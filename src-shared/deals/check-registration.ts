import { readCorporateNumber } from '../imports/read-corporate-number.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { Overlap } from './overlap.ts'
import type { registrations } from './registration.table.ts'
import type { ClaimField } from './registration.ts'
import type { RegistrationTerms } from './registration-terms.ts'

type Registration = RowOf<typeof registrations>
type Partner = RowOf<typeof partners>
export type Claim = Pick<Registration, ClaimField | 'id' | 'partnerId'>

export const checks = ['partnerActive', 'partnerAuthorised', 'partnerRegion', 'customer', 'ownDomain', 'corporateNumber', 'products', 'complete', 'coolDown', 'overlap'] as const
export type Check = (typeof checks)[number]

/** `stops`: it cannot be submitted so. `asks`: a person looks. */
export const findingStates = ['fine', 'asks', 'stops'] as const
export type FindingState = (typeof findingStates)[number]

export interface Finding {
  readonly check: Check
  readonly state: FindingState
  /** Which fields it is about. */
  readonly fields: readonly ClaimField[]
  readonly overlaps: readonly Overlap[]
}

export interface CheckFacts {
  readonly partner: Partner
  readonly terms: RegistrationTerms
  readonly overlaps: readonly Overlap[]
  /** Whether it goes on with a claim of the partner's that ended lately. */
  readonly resumes: boolean
}

/** What there is to say of a claim before anybody decides on it, check by check: as one types, at submission and in the review alike. */
export function checkRegistration(claim: Claim, { partner, terms, overlaps, resumes }: CheckFacts): readonly Finding[] {
  const finding = (check: Check, state: FindingState, ...fields: readonly ClaimField[]): Finding => ({ check, state, fields, overlaps: [] })
  const state = (isFine: boolean, otherwise: FindingState): FindingState => (isFine ? 'fine' : otherwise)
  const domain = claim.website === null ? null : readWebDomain(claim.website)
  const missing = missingFields(claim, terms)
  return [
    finding('partnerActive', state(partner.status === 'active', 'stops')),
    finding('partnerAuthorised', state(claim.products.every((product) => partner.products.includes(product)), 'stops'), 'products'),
    finding('partnerRegion', state(claim.country === null || partner.regions.length === 0 || partner.regions.some((place) => place.slice(0, 2) === claim.country), 'asks'), 'country'),
    finding('customer', state(claim.company.trim() !== '', 'stops'), 'company'),
    finding('ownDomain', state(domain === null || domain !== partner.domain, 'asks'), 'website'),
    finding('corporateNumber', state(claim.country !== 'JP' || claim.corporateNumber === null || readCorporateNumber(claim.corporateNumber).ok, 'asks'), 'corporateNumber'),
    finding('products', state(claim.products.length > 0, 'stops'), 'products'),
    finding('complete', state(missing.length === 0, 'asks'), ...missing),
    finding('coolDown', state(!resumes, 'asks')),
    { check: 'overlap', state: state(overlaps.length === 0, 'asks'), fields: [], overlaps },
  ]
}

/** Required by the terms and not said: it can be submitted so, but counts as complete only once nothing is missing (field.md B3, 6). */
export function missingFields(claim: Claim, { needs }: Pick<RegistrationTerms, 'needs'>): readonly ClaimField[] {
  return needs.filter((field) => claim[field] === null || claim[field] === '')
}
