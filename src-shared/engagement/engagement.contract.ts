import { z } from 'zod'
import { editInput, idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { claimIdSchema, verdictSchema } from './claim-schema.ts'
import { caseTimesSchema, clauseSchema, clausesSchema } from './clause-schema.ts'
import { engagementRules } from './engagement-rules.table.ts'

export const rulesEditableFields = ['name', 'clauses', 'times', 'notes'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const proposal = z.strictObject({ verdict: verdictSchema.nullable(), because: z.array(clauseSchema).readonly() })

export const engagementContract = contract('engagement', {
  versions: query('Every version of the rules of engagement: drafts, the published one, those it replaced', z.strictObject({}), z.array(engagementRules.row)),
  rules: query('The rules of engagement that hold now', z.strictObject({}), z.strictObject({ id: idSchema.nullable(), number: z.int(), clauses: clausesSchema.readonly(), times: caseTimesSchema })),
  try: query(
    'Judges past cases by a draft and by the rules that hold: which verdicts would change, and by which clauses',
    z.strictObject({ id: idSchema, from: z.iso.date().nullable().default(null) }),
    z.strictObject({
      cases: z.int(),
      changed: z.array(z.strictObject({ id: idSchema, name: z.string(), claims: z.array(z.strictObject({ id: claimIdSchema, name: z.string().nullable() })).readonly(), decided: verdictSchema.nullable(), before: proposal, after: proposal })).readonly(),
      decided: z.int(),
      agreedBefore: z.int(),
      agreedAfter: z.int(),
      effects: z.array(z.int()).readonly(),
    }),
  ),
  draft: commandOperation('Begins a draft of the rules of engagement: of those that hold, or of an earlier version', z.strictObject({ name: z.string().trim().min(1).max(120), basedOn: idSchema.nullable().default(null) }), made),
  update: commandOperation('Edits a draft of the rules of engagement', editInput(engagementRules, rulesEditableFields), done),
  publish: commandOperation('Publishes a draft: from now on cases are judged by it, and the version before is kept as it was', z.strictObject({ id: idSchema }), z.strictObject({ entry: idSchema, number: z.int() })),
  discard: commandOperation('Removes a draft', z.strictObject({ id: idSchema }), done),
})
