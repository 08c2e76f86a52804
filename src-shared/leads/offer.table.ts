import { defineTable, integer, text } from '../foundation/table.ts'
import { lostReasons } from './lost-reason.ts'

/** How an offer ended: the partner declined it, did not answer in time, lost it by a missed deadline or a person's decision, was replaced when rules or a person chose anew, or brought the lead to its end. */
export const offerOutcomes = ['declined', 'expired', 'recalled', 'replaced', 'converted', 'won', 'lost'] as const
export type OfferOutcome = (typeof offerOutcomes)[number]

/** Offers that are over, as they were: who had the lead, for how long, and what became of it. The present offer is the lead's own. */
export const offers = defineTable(
  'offers',
  {
    leadId: text().notNull(),
    partnerId: text().notNull(),
    territoryId: text(),
    decisionId: text(),
    offeredAt: text().notNull(),
    openedAt: text(),
    acceptedAt: text(),
    firstTouchAt: text(),
    endedAt: text().notNull(),
    outcome: text({ enum: offerOutcomes }).notNull(),
    reason: text(),
    lostReason: text({ enum: lostReasons }),
    /** The lead's score when the offer ended. */
    score: integer({ minimum: 0, maximum: 100 }),
  },
  { indexes: { byLead: ['leadId'], byPartner: ['partnerId', 'endedAt'], byTerritory: ['territoryId'] }, visibility: 'territory' },
)
