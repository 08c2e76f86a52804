import { z } from 'zod'
import { defineTable, json, text } from '../foundation/table.ts'

/** Why leads went where they went: one row for each distinct situation of a run, shared by all leads that were in it. */
export const decisions = defineTable(
  'decisions',
  {
    runId: text().notNull(),
    ruleVersion: text().notNull(),
    explanation: json(z.json()).notNull(),
  },
  { indexes: { byRun: ['runId'] }, visibility: 'territory' },
)
