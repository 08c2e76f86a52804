import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { locales } from '../locales/locale.ts'
import { approvalRulesSchema } from './approval-policy.ts'
import { approvalPolicies, approvalSeats } from './approval-policy.table.ts'
import { approvalRequests, approvalSteps, triggerSchema } from './approval-request.table.ts'
import { changedFields } from './content-changes.ts'
import { decidingAs, seatMemberSchema } from './who-decides.ts'

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const comment = z.string().trim().min(1).max(4000)
/** Of the content that the person saw: of another one nothing is decided. */
const contentHash = z.string().length(64)
const person = { personId: z.string().trim().min(1).max(100), personName: z.string().trim().min(1).max(200) }
const seatFields = { name: z.string().trim().max(200), members: z.array(seatMemberSchema).max(50), aboveId: idSchema.nullable() }

const deciderSchema = z.strictObject({ personId: z.string(), name: z.string(), as: z.enum(decidingAs) })
const stepSchema = z.intersection(approvalSteps.row, z.object({ seatName: z.string().nullable(), deciders: z.array(deciderSchema), overdue: z.boolean() }))
const changeSchema = z.strictObject({ field: z.enum(changedFields), of: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable() })
const neededSchema = z.strictObject({ seatId: z.string(), seatName: z.string().nullable(), place: z.int(), hours: z.int().nullable(), triggers: z.array(triggerSchema) })
const requestSchema = z.intersection(approvalRequests.row, z.object({ steps: z.array(stepSchema), /** The quote is not what was asked for any more, or is no draft. */ fallen: z.boolean() }))

export const approvalsContract = contract('approvals', {
  policy: query('The approval rules in force, and every version before', z.strictObject({}), z.strictObject({ current: approvalPolicies.row.nullable(), rules: approvalRulesSchema, versions: z.array(approvalPolicies.row) })),
  seats: query('Who is asked for approvals, and the people that this workspace knows', z.strictObject({}), z.strictObject({ seats: z.array(approvalSeats.row), people: z.array(z.strictObject({ personId: z.string(), name: z.string() })) })),
  inbox: query(
    'Requests that are pending: what was asked, why, by whom, and who may decide',
    z.strictObject({}),
    z.strictObject({
      me: z.string(),
      requests: z.array(z.intersection(requestSchema, z.object({ quoteName: z.string(), quoteNumber: z.string(), quoteLanguage: z.enum(locales), accountName: z.string().nullable(), partnerName: z.string().nullable(), mine: z.boolean() }))),
    }),
  ),
  ofQuote: query(
    'Whether a quote may be sent as it is: what it needs and why, what was asked and decided, and what changed since it was last approved',
    z.strictObject({ quoteId: idSchema }),
    z.strictObject({ me: z.string(), contentHash, approved: z.boolean(), needed: z.array(neededSchema), requests: z.array(requestSchema), since: z.array(changeSchema).nullable() }),
  ),
  publishPolicy: commandOperation(
    'Puts a new version of the approval rules in force; based on the version that the person saw',
    z.strictObject({ basedOn: idSchema.nullable(), rules: approvalRulesSchema, note: z.string().trim().max(500).nullable().default(null) }),
    made,
  ),
  createSeat: commandOperation('Adds a seat: people who may decide alike', z.strictObject({ ...seatFields, usual: z.boolean().default(false) }), made),
  updateSeat: commandOperation('Says anew who is in a seat, who stands in and which seat is above', z.strictObject({ id: idSchema, rev: z.int(), ...seatFields }), done),
  removeSeat: commandOperation('Removes a seat that no rule asks', z.strictObject({ id: idSchema }), done),
  ask: commandOperation('Asks for the approvals that a quote needs, for exactly what it says', z.strictObject({ quoteId: idSchema, contentHash, message: z.string().trim().max(4000).nullable().default(null) }), made),
  approve: commandOperation('Approves a step of a request, for exactly what was seen', z.strictObject({ stepId: idSchema, contentHash, comment: comment.nullable().default(null) }), done),
  refuse: commandOperation('Refuses a request, with the reason', z.strictObject({ stepId: idSchema, contentHash, comment }), done),
  delegate: commandOperation('Hands a step to somebody else to decide', z.strictObject({ stepId: idSchema, ...person }), done),
  withdraw: commandOperation('Takes a pending request back', z.strictObject({ requestId: idSchema }), done),
})
