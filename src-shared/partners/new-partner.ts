import type { NewRowOf, RowOf } from '../foundation/table.ts'
import type { partners } from './partner.table.ts'

type Partner = RowOf<typeof partners>

/** A partner's first row: what was given, and for the rest what serves nobody by accident (no products, working calendar of its country). */
export function newPartner(id: string, given: Pick<Partner, 'code' | 'name' | 'type' | 'country'> & Partial<Partner>): Omit<NewRowOf<typeof partners>, 'createdAt' | 'updatedAt'> & { id: string } {
  return {
    tier: 'registered',
    status: 'applicant',
    regions: [],
    languages: [],
    products: [],
    industries: [],
    certifications: [],
    timeZone: 'UTC',
    calendar: given.country,
    absences: [],
    contacts: [],
    ...given,
    id,
  }
}
