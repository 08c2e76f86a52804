import { roundingModes } from '../foundation/integer.ts'
import { boolean, date, defineTable, integer, json, text } from '../foundation/table.ts'
import { roundingScopes } from '../quotes/quote-to-price.ts'
import { unions } from '../quotes/tax-policy.ts'
import { taxRatesSchema } from './tax-rates-schema.ts'

/**
 * The taxes of a country from a day on, one row for each version. What was published is never edited: quotes name the version that they were
 * priced by. Where the company has published none, those that came with the program count (quotes/tax-policies.ts), which are version 0.
 */
export const taxPolicies = defineTable(
  'taxPolicies',
  {
    country: text().notNull(),
    version: integer({ minimum: 1 }).notNull(),
    validFrom: date().notNull(),
    roundingScope: text({ enum: roundingScopes }).notNull(),
    roundingMode: text({ enum: roundingModes }).notNull(),
    /** See `TaxPolicy`. */
    registrationNumber: text(),
    rates: json(taxRatesSchema).notNull(),
    resaleCertificates: boolean().notNull(),
    union: text({ enum: unions }),
    toBeConfirmed: boolean().notNull(),
    /** The law or the letter that it follows. */
    source: text(),
    publishedByName: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCountry: ['country'] }, visibility: 'everyone', binding: true },
)
