import type { RowOf } from '#shared/foundation/table.ts'
import type { certificates } from '#shared/training/certificate.table.ts'
import type { courses } from '#shared/training/course.table.ts'
import type { partnerPeople } from '#shared/training/partner-person.table.ts'
import type { requirements } from '#shared/training/requirement.table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

const stamps = { importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }

export function buildPerson(given: Partial<RowOf<typeof partnerPeople>> & { readonly partnerId: string }): RowOf<typeof partnerPeople> {
  return { id: nextId(), name: 'Inés Galindo', email: null, phone: null, role: null, language: 'es', country: null, region: null, city: null, status: 'active', leftOn: null, notes: null, ...stamps, ...given }
}

export function buildCourse(given: Partial<RowOf<typeof courses>> = {}): RowOf<typeof courses> {
  return { id: nextId(), code: 'LIRA-SALES', name: 'Lira Sales', description: null, languages: ['en', 'es'], validMonths: 24, atTestCentre: true, state: 'offered', ...stamps, ...given }
}

/** Issued in the spring of 2026 for two years. */
export function buildCertificate(given: Partial<RowOf<typeof certificates>> & { readonly personId: string; readonly courseId: string }): RowOf<typeof certificates> {
  return { id: nextId(), issuedOn: '2026-04-01', expiresOn: '2028-04-01', number: null, proof: null, revokedOn: null, revokedReason: null, ...stamps, ...given }
}

/** One person from silver upwards. */
export function buildRequirement(given: Partial<RowOf<typeof requirements>> & { readonly courseId: string }): RowOf<typeof requirements> {
  return { id: nextId(), name: 'Silver', kind: 'tier', tier: 'silver', gate: null, count: 1, countries: [], partnerTypes: [], state: 'inForce', ...stamps, ...given }
}
