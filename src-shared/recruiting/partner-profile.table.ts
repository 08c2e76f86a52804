import { z } from 'zod'
import { defineTable, json, text } from '../foundation/table.ts'
import { profileCriterionSchema } from './profile-criterion.ts'

export const profileStates = ['inForce', 'off'] as const

/** The partner that we would like to have, for a market: what it is measured by is data. */
export const partnerProfiles = defineTable(
  'partnerProfiles',
  {
    name: text().notNull(),
    description: text(),
    criteria: json(z.array(profileCriterionSchema).min(1).max(40)).notNull(),
    state: text({ enum: profileStates }).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'] }, visibility: 'everyone' },
)
