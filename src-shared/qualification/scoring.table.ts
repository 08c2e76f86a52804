import { z } from 'zod'
import { defineTable, json } from '../foundation/table.ts'
import { criterionKinds, criterionOutcomes } from './criterion.ts'

/** Why a lead has its score: every criterion of then, with what it said. Names of fields, not values: those are the lead's own. */
export const scoringSchema = z.strictObject({
  threshold: z.int().nullable(),
  /** Of all points; the score is this between 0 and 100. */
  sum: z.int(),
  score: z.int(),
  criteria: z.array(z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(criterionKinds),
    points: z.int(),
    outcome: z.enum(criterionOutcomes),
    /** Fields that the condition asks for: those the lead lacks where the outcome is `missing`, else all. */
    fields: z.array(z.string()),
  })),
})
export type Scoring = z.infer<typeof scoringSchema>

/** One row for each distinct scoring, its id made of its content; leads that are scored alike share it. */
export const scorings = defineTable('scorings', { explanation: json(scoringSchema).notNull() }, { indexes: {}, visibility: 'everyone', lasting: true })
