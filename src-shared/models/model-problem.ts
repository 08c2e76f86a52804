import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { modelSubjects } from './territory-model.ts'

/** What a draft does to a territory or rule. `stale`: the columns whose live value has changed since they were edited. */
export const subjectMarkSchema = z.strictObject({
  kind: z.enum(['same', 'added', 'changed', 'removed']),
  /** The changed columns. */
  fields: z.array(z.string()),
  stale: z.array(z.string()),
})
export type SubjectMark = z.infer<typeof subjectMarkSchema>

/** Why a draft cannot become active: a refusal that names the territory or rule. */
export const modelProblemSchema = z.strictObject({
  /** A refusal's code, with words in `refusals`. */
  code: z.string(),
  subject: z.enum(modelSubjects),
  subjectId: idSchema,
  name: z.string(),
  details: z.record(z.string(), z.json()),
})
export type ModelProblem = z.infer<typeof modelProblemSchema>
