import type { RowOf } from '../foundation/table.ts'
import type { partnerPeople } from './partner-person.table.ts'

/** What becomes of a person who goes to a partner: their access is asked for anew. */
export function joined(partnerId: string): Partial<RowOf<typeof partnerPeople>> {
  return { partnerId, status: 'pending', leftOn: null }
}
