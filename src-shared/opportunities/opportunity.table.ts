import { z } from 'zod'
import { date, defineTable, integer, json, text } from '../foundation/table.ts'
import { lostReasons } from '../leads/lost-reason.ts'
import { judgements, opportunityStages } from './opportunity.ts'

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
    /** Since when it is at its stage; null: since it was added. */
    stageSince: text(),
    /** What a manager thinks of it, whatever its stage; null: `pipeline`. */
    judgement: text({ enum: judgements }),
    /** The day on which work on it began, where the source says so. */
    openedOn: date(),
    /** What the system it was imported from calls it. */
    reference: text(),
    /** The vendor's own salesperson, and whose team that is. */
    salesAgent: text(),
    salesTeam: text(),
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
