import { date, defineTable, text } from '../foundation/table.ts'

/** Projects registered as delivered: of a won opportunity, once. */
export const projects = defineTable(
  'projects',
  {
    opportunityId: text().notNull(),
    accountId: text().notNull(),
    /** Who delivered it; null: the house. */
    partnerId: text(),
    /** What was delivered. */
    name: text().notNull(),
    deliveredOn: date().notNull(),
    /** What shows that it was: an acceptance, a ticket, who said so. */
    proof: text().notNull(),
    byName: text().notNull(),
    /** That of the opportunity. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byOpportunity: ['opportunityId'], byAccount: ['accountId'], byPartner: ['partnerId'], byTerritory: ['territoryId'] }, visibility: 'territory' },
)
