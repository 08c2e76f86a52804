import type { RowOf } from '#shared/foundation/table.ts'
import type { applications } from '#shared/recruiting/application.table.ts'
import type { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Application = RowOf<typeof applications>

/** An applicant in Guatemala that nobody has looked at. */
export function buildApplication(given: Partial<Application> = {}): Application {
  return {
    id: nextId(), status: 'applicant', source: 'inbound', company: 'Quetzal Sistemas', companyEn: null, corporateNumber: null, website: 'https://quetzal.example', domain: 'quetzal.example', country: 'GT', region: null, city: null,
    postcode: null, address: null, employees: null, partnerType: null, industries: [], languages: ['es'], products: [], referredBy: null,
    persons: [{ name: 'Inés Galindo', email: 'ines@quetzal.example', phone: null, role: null }], answers: [], notes: null, profileId: null, receivedAt: YESTERDAY, vetter: null, vettingAt: null,
    decidedBy: null, decidedAt: null, declineReason: null, reasonForApplicant: null, reasonForHouse: null, partnerId: null, retentionUntil: null, erasedAt: null, importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}

export function buildProfile(given: Partial<RowOf<typeof partnerProfiles>> = {}): RowOf<typeof partnerProfiles> {
  return { id: nextId(), name: 'Central America', description: null, criteria: [{ kind: 'country', any: ['GT', 'BZ'], weight: 60, required: true }, { kind: 'language', any: ['es'], weight: 40, required: false }], state: 'inForce', importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given }
}
