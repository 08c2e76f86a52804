import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { policyStates } from './registration.ts'
import { registrationTermsSchema } from './registration-terms.ts'

const codes = z.array(z.string().min(1).max(120)).max(300)

/** What is promised to whoever registers a deal, by market and product. The lowest priority number that fits holds, then the lower name. */
export const registrationPolicies = defineTable(
  'registrationPolicies',
  {
    name: text().notNull(),
    /** 1 (first) to 9999. */
    priority: integer({ minimum: 1, maximum: 9999 }).notNull(),
    /** Countries of the customer, ISO 3166-1 alpha-2, and products; empty means any. */
    countries: json(codes).notNull(),
    products: json(codes).notNull(),
    terms: json(registrationTermsSchema).notNull(),
    state: text({ enum: policyStates }).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'] }, visibility: 'everyone' },
)
