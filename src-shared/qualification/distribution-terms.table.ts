import { boolean, defineTable, integer, text } from '../foundation/table.ts'

const days = { minimum: 1, maximum: 365 }

/** One row for the company, there from the first change on: see `DistributionTerms`. */
export const distributionTerms = defineTable(
  'distributionTerms',
  {
    threshold: integer({ minimum: 0, maximum: 100 }),
    onlyQualified: boolean().notNull(),
    holdDuplicates: boolean().notNull(),
    declines: integer({ minimum: 1, maximum: 1000 }),
    declineShare: integer({ minimum: 1, maximum: 100 }).notNull(),
    declinePeriod: integer(days).notNull(),
    coolDown: integer(days).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: {}, visibility: 'everyone' },
)

/** The same on every desk, so that two desks that decide first decide about one row. */
export const TERMS_ID = '64697374-7269-8000-8000-627574696f6e'
