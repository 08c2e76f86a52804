import { z } from 'zod'
import { date, defineTable, integer, json, text } from '../foundation/table.ts'
import { lostReasons } from '../leads/lost-reason.ts'
import { opportunityStages } from './opportunity.ts'

/** Business that may be done with an account. */
export const opportunities = defineTable(
  'opportunities',
  {
    name: text().notNull(),
    accountId: text().notNull(),
    /** The primary contact. */
    contactId: text(),
    partnerId: text(),
    /** Partners that were in touch with the customer before this one: credit of theirs that a change of partner leaves them. */
    influencedBy: json(z.array(z.string()).max(500)).notNull(),
    /** The lead it came from, if any. */
    leadId: text(),
    /** That of the lead it came from, else of the account. */
    territoryId: text(),
    product: text(),
    /** Minor units of the currency (ISO 4217), without which there is no amount. */
    amount: integer({ minimum: 0 }),
    currency: text(),
    expectedCloseOn: date(),
    stage: text({ enum: opportunityStages }).notNull(),
    lostReason: text({ enum: lostReasons }),
    lostNote: text(),
    closedAt: text(),
    notes: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byAccount: ['accountId', 'stage'], byContact: ['contactId'], byPartner: ['partnerId', 'stage'], byLead: ['leadId'], byTerritory: ['territoryId'] },
    visibility: 'territory',
    searched: ['name', 'product'],
  },
)
