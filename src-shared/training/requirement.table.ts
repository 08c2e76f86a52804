import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { gates, requirementKinds, requirementStates } from './training.ts'

/** How many people with a certificate a partner needs for a tier or a gate. It is the company's to meet, by whomever it has. */
export const requirements = defineTable(
  'requirements',
  {
    name: text().notNull(),
    kind: text({ enum: requirementKinds }).notNull(),
    /** Of kind `tier`: from this one upwards. */
    tier: text({ enum: partnerTiers }),
    /** Of kind `gate`. */
    gate: text({ enum: gates }),
    courseId: text().notNull(),
    /** People. */
    count: integer({ minimum: 1, maximum: 1000 }).notNull(),
    /** Of the partner, ISO 3166-1 alpha-2, and its types; empty: any. */
    countries: json(z.array(z.string().min(2).max(2)).max(300)).notNull(),
    partnerTypes: json(z.array(z.enum(partnerTypes)).max(partnerTypes.length)).notNull(),
    state: text({ enum: requirementStates }).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'], byCourse: ['courseId'] }, visibility: 'everyone' },
)
