import type { partners } from '#shared/partners/partner.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Partner = RowOf<typeof partners>

/** An active reseller that may be given leads. */
export function buildPartner(given: Partial<Partner> = {}): Partner {
  const id = given.id ?? nextId()
  return {
    id, code: `P-${id.slice(-4)}`, name: `Partner ${id.slice(-4)}`, type: 'reseller', tier: 'silver', status: 'active', country: 'JP', region: null,
    city: null, latitude: null, longitude: null, domain: null, regions: [], languages: [], products: [], industries: [], certifications: [],
    capacity: null, timeZone: 'Asia/Tokyo', calendar: 'JP', absences: [], contacts: [], notes: null, importId: null,
    createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}
