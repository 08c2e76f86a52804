import { boolean, defineTable, integer, json, text } from '../foundation/table.ts'
import { conditionGroupSchema } from '../territories/condition.ts'
import { criterionKinds } from './criterion.ts'

/** A stated reason for a lead to be worth more or less, or to be no lead at all. Market and source are conditions like any other. */
export const criteria = defineTable(
  'criteria',
  {
    name: text().notNull(),
    kind: text({ enum: criterionKinds }).notNull(),
    /** The language of assignment rules. */
    condition: json(conditionGroupSchema).notNull(),
    /** Added to the score where the condition holds; 0 for a must. */
    points: integer({ minimum: -100, maximum: 100 }).notNull(),
    enabled: boolean().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byKind: ['kind'] }, visibility: 'everyone' },
)
