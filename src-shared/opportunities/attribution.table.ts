import { defineTable, integer, text } from '../foundation/table.ts'
import { attributionKinds, WHOLE } from './attribution.ts'

/** Which partner is credited with which part of an opportunity, and for what. */
export const attributions = defineTable(
  'attributions',
  {
    opportunityId: text().notNull(),
    partnerId: text().notNull(),
    kind: text({ enum: attributionKinds }).notNull(),
    percent: integer({ minimum: 1, maximum: WHOLE }).notNull(),
    /** That of the opportunity. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byOpportunity: ['opportunityId'], byPartner: ['partnerId'], byTerritory: ['territoryId'] }, visibility: 'territory' },
)
