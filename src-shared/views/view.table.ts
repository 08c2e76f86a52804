import { z } from 'zod'
import { defineTable, json, integer, text } from '../foundation/table.ts'

/** A saved view of a list: its filters, sort, grouping and columns under a name. */
export const views = defineTable(
  'views',
  {
    list: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    state: json(z.json()).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byList: ['list', 'position'] }, visibility: 'owner' },
)
