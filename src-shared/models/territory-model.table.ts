import { z } from 'zod'
import { defineTable, json, text } from '../foundation/table.ts'
import { holdOvers, modelEditKinds, modelStates, modelSubjects } from './territory-model.ts'

/** Values by column of the territory or rule. */
const fieldsSchema = z.record(z.string().max(40), z.json())

/** A map of territories with a life of its own. A draft is what it changes of the live territories and rules (`modelEdits`), no copy of them. */
export const territoryModels = defineTable(
  'territoryModels',
  {
    /** Empty: the map as it was before the first model became active. */
    name: text().notNull(),
    notes: text(),
    state: text({ enum: modelStates }).notNull(),
    /** The archived model that it was drafted from; null: from the live map. */
    basedOn: text(),
    /** Local date on which a scheduled model becomes active. */
    effectiveFrom: text(),
    /** Why a scheduled model did not become active on its day: the code of what spoke against it. */
    heldUpBy: text(),
    holdOver: text({ enum: holdOvers }).notNull(),
    /** The last local date on which offers are held over; null: as long as they are open. */
    holdOverUntil: text(),
    activatedAt: text(),
    /** The name of whoever activated it. */
    activatedBy: text(),
    archivedAt: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'] }, visibility: 'everyone' },
)

/** What a model says of one territory or rule; there is one row for each in a model. */
export const modelEdits = defineTable(
  'modelEdits',
  {
    modelId: text().notNull(),
    subject: text({ enum: modelSubjects }).notNull(),
    /** The territory or rule; an added one has this id from the start. */
    subjectId: text().notNull(),
    kind: text({ enum: modelEditKinds }).notNull(),
    /** Its name when it was edited last, to speak of it by when it is gone. */
    name: text().notNull(),
    /** What is to be, by column: all columns of what is added or kept, the changed ones of what is changed. */
    fields: json(fieldsSchema).notNull(),
    /** What was live when it was edited, by column: where that has changed since, the edit is stale. */
    base: json(fieldsSchema).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byModel: ['modelId'] }, visibility: 'everyone' },
)
