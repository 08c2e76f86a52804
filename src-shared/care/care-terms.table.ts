import { defineTable, integer, text } from '../foundation/table.ts'

/** One row for the company, there from the first change on: see `CareTerms`. */
export const careTerms = defineTable(
  'careTerms',
  {
    checkInDays: integer({ minimum: 1, maximum: 365 }).notNull(),
    darkDays: integer({ minimum: 7, maximum: 1000 }).notNull(),
    fiscalStart: integer({ minimum: 1, maximum: 12 }).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: {}, visibility: 'everyone' },
)

/** The same on every desk, so that two desks that decide first decide about one row. */
export const CARE_TERMS_ID = '63617265-2074-8000-8000-65726d730000'
