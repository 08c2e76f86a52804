import { z } from 'zod'
import { defineTable, json, text } from '../foundation/table.ts'

/** What this desk prefers; the id is the setting's name. */
export const settings = defineTable(
  'settings',
  { value: json(z.json()).notNull(), updatedAt: text().notNull() },
  { indexes: {}, visibility: 'owner' },
)
