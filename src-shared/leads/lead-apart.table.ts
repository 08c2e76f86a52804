import { contentId } from '../foundation/content-id.ts'
import { defineTable, text } from '../foundation/table.ts'

/** Pairs of leads that look alike and of which a person has said that they are not the same. */
export const leadsApart = defineTable(
  'leadsApart',
  {
    /** The lower of the two ids, and the other. */
    leadId: text().notNull(),
    otherId: text().notNull(),
    createdAt: text().notNull(),
  },
  { indexes: { byLead: ['leadId'], byOther: ['otherId'] }, visibility: 'everyone' },
)

/** A pair in its one order, with the id that it has on every desk: two desks that say the same say it once. */
export function pairOf(one: string, other: string): { readonly id: string; readonly leadId: string; readonly otherId: string } {
  const [leadId, otherId] = one < other ? [one, other] : [other, one]
  return { id: contentId(`${leadId} ${otherId}`), leadId, otherId }
}
