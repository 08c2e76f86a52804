import { defineTable, integer, json, text } from '../foundation/table.ts'
import { caseTimesSchema, clausesSchema } from './clause-schema.ts'
import { rulesStates } from './engagement-rules.ts'

/** Versions of the rules of engagement: at most one is published, those before it are kept as they were, drafts are edited beside them. */
export const engagementRules = defineTable(
  'engagementRules',
  {
    name: text().notNull(),
    state: text({ enum: rulesStates }).notNull(),
    /** Counts the published versions, from 1; null: a draft. */
    number: integer({ minimum: 1 }),
    clauses: json(clausesSchema).notNull(),
    times: json(caseTimesSchema).notNull(),
    /** What has changed, for those whom the rules bind. */
    notes: text(),
    publishedAt: text(),
    /** The name of whoever published it. */
    publishedBy: text(),
    replacedAt: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'] }, visibility: 'everyone', binding: ['state'] },
)
