import { defineTable, integer, json, text } from '../foundation/table.ts'
import { conditionSchema, stagesSchema } from './template-schema.ts'
import { templateStates } from './template.ts'

/** Versions of checklist templates: of each template at most one is published; what was published is never edited, so checklists stay at theirs. */
export const checklistTemplates = defineTable(
  'checklistTemplates',
  {
    /** What all versions of a template share. */
    key: text().notNull(),
    name: text().notNull(),
    state: text({ enum: templateStates }).notNull(),
    /** Counts the published versions, from 1; null: a draft. */
    number: integer({ minimum: 1 }),
    /** Which partners it is meant for. */
    appliesTo: json(conditionSchema).notNull(),
    stages: json(stagesSchema).notNull(),
    /** What has changed, for whoever decides on an upgrade. */
    notes: text(),
    publishedAt: text(),
    /** The name of whoever published it. */
    publishedBy: text(),
    replacedAt: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byKey: ['key'], byState: ['state'] }, visibility: 'everyone' },
)
