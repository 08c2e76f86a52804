import { proofTypes } from '../attachments/kept-file.ts'
import { defineTable, integer, text } from '../foundation/table.ts'

/** What shows that a customer accepted a quote: the signed order form, the order, the mail. Put on record, never edited. */
export const acceptanceProofs = defineTable(
  'acceptanceProofs',
  {
    quoteId: text().notNull(),
    name: text().notNull(),
    mediaType: text({ enum: proofTypes }).notNull(),
    /** In bytes. */
    size: integer({ minimum: 1 }).notNull(),
    sha256: text().notNull(),
    /** Base64. */
    content: text().notNull(),
    addedByName: text().notNull(),
    /** The quote's. */
    territoryId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byQuote: ['quoteId'], byTerritory: ['territoryId'] }, visibility: 'territory', onRecord: true },
)
