import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { heldBackReasons } from './criterion.ts'
import { criteria } from './criterion.table.ts'
import { distributionTerms } from './distribution-terms.table.ts'
import { scoringSchema } from './scoring.table.ts'

export const criterionEditableFields = ['name', 'kind', 'condition', 'points', 'enabled'] as const
export const termFields = ['threshold', 'onlyQualified', 'holdDuplicates', 'declines', 'declineShare', 'declinePeriod', 'coolDown'] as const

const { name, kind, condition, points, enabled } = criteria.shape
const threshold = z.int().min(0).max(100).nullable()
/** Criteria as they would be; a new one has an id of the editor's own. */
const draft = z.strictObject({ criteria: z.array(z.strictObject({ id: z.string(), name, kind, condition, points, enabled } as const)).max(500), threshold })

const termsSchema = z.strictObject({
  threshold,
  onlyQualified: z.boolean(),
  holdDuplicates: z.boolean(),
  declines: z.int().nullable(),
  declineShare: z.int(),
  declinePeriod: z.int(),
  coolDown: z.int(),
})

const effectSchema = z.strictObject({
  /** Open leads that criteria score; leads with a score of their own are judged by the threshold alone. */
  leads: z.int(),
  given: z.int(),
  /** Leads whose score would be another. */
  rescored: z.int(),
  /** Leads that qualify now, and would; that do not now and would; that do now and would no more. */
  qualify: z.int(),
  wouldQualify: z.int(),
  newly: z.int(),
  noMore: z.int(),
  /** How many leads have a score of 0–9, 10–19 … 90–100, now and then. */
  now: z.array(z.int()),
  then: z.array(z.int()),
})
export type CriteriaEffect = z.infer<typeof effectSchema>

const explainedSchema = z.strictObject({
  score: z.int().nullable(),
  /** `given`: it came with the lead, or a person gave it. */
  origin: z.enum(['criteria', 'given', 'none']),
  givenAt: z.string().nullable(),
  reason: z.string().nullable(),
  qualifies: z.boolean().nullable(),
  /** What the criteria said when they scored it; for a given score what they would say today. Null where there are none. */
  scoring: scoringSchema.nullable(),
  heldBack: z.enum(heldBackReasons).nullable(),
})

const done = z.strictObject({ entry: idSchema })

export const qualificationContract = contract('qualification', {
  criteria: query('Every criterion that leads are scored by', z.strictObject({}), z.array(criteria.row)),
  terms: query('What the company has decided about the distribution of leads as a whole', z.strictObject({}), termsSchema),
  explain: query('Why a lead has its score, criterion by criterion, and whether it qualifies', z.strictObject({ leadId: idSchema }), explainedSchema),
  tryOut: query('How a lead would be scored by criteria that are not saved yet', draft.extend({ leadId: idSchema }), z.strictObject({ scoring: scoringSchema, qualifies: z.boolean().nullable() })),
  preview: job('What criteria that are not saved yet would make of the open leads; writes nothing', draft, effectSchema),
  rescore: job('Scores every open lead by the criteria as they are', z.strictObject({}), z.strictObject({ changed: z.int() })),
  createCriterion: commandOperation('Adds a criterion that leads are scored by', newRowInput(criteria, ['name', 'kind', 'condition'], criterionEditableFields), z.strictObject({ entry: idSchema, id: idSchema })),
  updateCriterion: commandOperation('Edits fields of a criterion', editInput(criteria, criterionEditableFields), done),
  removeCriterion: commandOperation('Removes a criterion', z.strictObject({ id: idSchema }), done),
  setTerms: commandOperation(
    'Decides which leads qualify, whether others and possible duplicates wait, and when a partner that declines too much is passed over',
    editInput(distributionTerms, termFields).omit({ id: true }),
    done,
  ),
})
