import { defineTable, text } from '../foundation/table.ts'

/** Who has had a hand in what a quote says, since it was last approved: none of them approves it. */
export const quoteAuthors = defineTable(
  'quoteAuthors',
  {
    quoteId: text().notNull(),
    personId: text().notNull(),
    personName: text().notNull(),
    /** The hash that had been approved by then; null: none. What was written before an approval has been looked at. */
    since: text(),
    /** The quote's. */
    territoryId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byQuote: ['quoteId'], byTerritory: ['territoryId'] }, visibility: 'territory', lasting: true },
)
