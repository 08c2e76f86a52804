import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { specialDaySchema } from '../calendars/working-calendar.ts'
import { deadlineKinds, deadlineSteps } from './deadline.ts'
import { deadlinePolicies } from './deadline-policy.table.ts'

export const policyEditableFields = ['name', 'priority', 'countries', 'sources', 'minutes', 'warnAt', 'breach', 'grace', 'enabled'] as const

/** Instants are UTC; `timeZone` is the partner's, whose days are named. `dueAt` null: paused. */
const leadDeadlineSchema = z.strictObject({
  kind: z.enum(deadlineKinds),
  step: z.enum(deadlineSteps),
  from: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  policy: z.string(),
  /** Working minutes: what there is, and what has passed. */
  minutes: z.int(),
  passed: z.number(),
  timeZone: z.string(),
  calendar: z.string(),
  /** Days between that would have been worked, and are not; or the other way round. */
  days: z.array(specialDaySchema),
  /** Whether the partner's public holidays are known. */
  holidaysKnown: z.boolean(),
  recallAt: z.iso.datetime().nullable(),
})
export type LeadDeadline = z.infer<typeof leadDeadlineSchema>

/** Counts of offers that began in the period, with what has become of them since. */
const fairnessRowSchema = z.strictObject({
  partnerId: idSchema,
  offered: z.int(),
  accepted: z.int(),
  declined: z.int(),
  missed: z.int(),
  replaced: z.int(),
  converted: z.int(),
  lost: z.int(),
  open: z.int(),
  /** The mean score of what was offered; null where nothing had one. */
  score: z.number().nullable(),
  /** How many offers the stated weights of the territories' candidates would have given, of those that came to these territories. */
  expected: z.number(),
})
export type FairnessRow = z.infer<typeof fairnessRowSchema>

const done = z.strictObject({ entry: idSchema })

export const deadlinesContract = contract('deadlines', {
  policies: query('Every policy of deadlines, in the order in which they hold', z.strictObject({}), z.array(deadlinePolicies.row)),
  ofLead: query('What is due of a lead, and why then: the policy, the time it has, the days that do not count', z.strictObject({ leadId: idSchema }), leadDeadlineSchema.nullable()),
  board: query('How many leads are overdue, due soon, paused, for each partner', z.strictObject({}), z.array(z.strictObject({ partnerId: idSchema, overdue: z.int(), today: z.int(), later: z.int(), paused: z.int(), escalated: z.int() }))),
  fairness: query(
    'What each partner was offered in a period, and what became of it',
    z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
    z.array(fairnessRowSchema),
  ),
  createPolicy: commandOperation(
    'Adds a policy: how much working time there is for something, and what follows when it is over',
    newRowInput(deadlinePolicies, ['name', 'kind', 'minutes'], policyEditableFields),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
  updatePolicy: commandOperation('Edits fields of a policy of deadlines', editInput(deadlinePolicies, policyEditableFields), done),
  removePolicy: commandOperation('Removes a policy of deadlines', z.strictObject({ id: idSchema }), done),
  reckon: job('Reckons anew what is due of every lead that a partner has', z.strictObject({}), z.strictObject({ changed: z.int() })),
  keep: job('Takes the steps of deadlines that are to be taken by now: warns, escalates, recalls, and offers what was recalled to the next', z.strictObject({}), z.strictObject({ acted: z.int(), recalled: z.int(), offered: z.int() })),
})
