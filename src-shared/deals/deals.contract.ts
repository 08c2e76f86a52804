import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { apart, commandOperation, contract, job, query } from '../foundation/operation.ts'
import { verdicts } from '../matching/evidence.ts'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { checks, findingStates } from './check-registration.ts'
import { overlapKinds } from './overlap.ts'
import { partnersRegistrationSchema } from './partner-view-schema.ts'
import { freezes } from './protection.ts'
import { attributions, claimFields, registrationStatuses } from './registration.ts'
import { registrationPolicies } from './registration-policy.table.ts'
import { frozenTermsSchema } from './registration-terms.ts'
import { registrations } from './registration.table.ts'

export const registrationListFields = [
  'company', 'companyEn', 'partnerId', 'status', 'kind', 'project', 'fiscalYear', 'amount', 'currency', 'expectedCloseOn', 'country', 'stage', 'overlaps', 'attribution', 'accountId', 'opportunityId', 'territoryId',
  'receivedAt', 'completeAt', 'submittedAt', 'reviewDueAt', 'reviewMissed', 'reviewer', 'decidedBy', 'decidedAt', 'protectedFrom', 'protectedUntil', 'actAt', 'endedAt', 'endReason', 'caseId', 'importId', 'createdAt', 'id',
] as const
export type RegistrationListField = (typeof registrationListFields)[number]

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const byId = z.strictObject({ id: idSchema })
const reason = plainText.trim().min(1).max(2000)
const claimInput = newRowInput(registrations, ['partnerId'], claimFields)
const registrationInList = z.intersection(registrations.row, z.object({ stage: z.string().nullable(), accountName: z.string().nullable() }))

const overlapSchema = z.strictObject({
  kind: z.enum(overlapKinds), id: idSchema, name: z.string(), partnerId: z.string().nullable(), stage: z.string().nullable(), since: z.string(), until: z.string().nullable(),
  weight: z.enum(['conflict', 'look']), isOwn: z.boolean(), verdict: z.enum(verdicts), score: z.number(), evidence: evidenceSchema,
})
const findingSchema = z.strictObject({ check: z.enum(checks), state: z.enum(findingStates), fields: z.array(z.enum(claimFields)), overlaps: z.array(overlapSchema) })

/** An account that the customer may be. */
const customerSchema = z.strictObject({ id: idSchema, name: z.string(), verdict: z.enum(verdicts), score: z.number(), evidence: evidenceSchema })

const spanSchema = z.strictObject({
  registrationId: idSchema, partnerId: z.string(), business: z.string(), kind: z.enum(['claims', 'holds', 'incumbent']), status: z.enum(registrationStatuses),
  from: z.string(), until: z.string().nullable(), timeZone: z.string().nullable(), frozen: z.enum(freezes).nullable(),
})

export const dealsContract = contract('deals', {
  list: query('A window of the registrations that match a filter', listInput(registrationListFields), listOutput(registrationInList)),
  get: query('One registration', byId, registrationInList),
  check: apart(
    query(
      'What there is to say of a claim as it is typed: each check, and who else is with the customer, for the house and for the partner',
      z.strictObject({ id: idSchema.nullable(), accountId: idSchema.nullable().default(null), claim: claimInput }),
      z.strictObject({ findings: z.array(findingSchema), forPartner: z.array(findingSchema), customers: z.array(customerSchema), terms: frozenTermsSchema, resumesUntil: z.string().nullable() }),
    ),
  ),
  timeline: apart(query('Who holds what of a customer until when', byId, z.array(spanSchema))),
  partnerView: query('A registration as its partner may see it', byId, partnersRegistrationSchema),
  policies: query('Every policy of registrations, in the order in which they hold', z.strictObject({}), z.array(registrationPolicies.row)),
  saveDraft: commandOperation('Keeps what is typed of a registration so far', z.strictObject({ id: idSchema.nullable(), claim: claimInput }), made),
  discardDraft: commandOperation('Throws a draft away', byId, done),
  submit: commandOperation('Submits a draft, or a registration that ended, for review', z.strictObject({ id: idSchema, deviceAt: z.iso.datetime().nullable().default(null) }), z.strictObject({ entry: idSchema, status: z.enum(registrationStatuses) })),
  update: commandOperation('Edits fields of a registration; what changes an approved one materially submits it again', editInput(registrations, claimFields), z.strictObject({ entry: idSchema, reopened: z.boolean() })),
  startReview: commandOperation('Takes a submitted registration into review', byId, done),
  returnForInformation: commandOperation(
    'Asks the partner for what is missing; only these fields are open meanwhile',
    z.strictObject({ id: idSchema, fields: z.array(z.enum(claimFields)).min(1).max(claimFields.length), note: reason }),
    done,
  ),
  answer: commandOperation('Answers what the review has asked for', z.strictObject({ id: idSchema, edits: editInput(registrations, claimFields).shape.edits, note: reason.nullable(), deviceAt: z.iso.datetime().nullable().default(null) }), done),
  approve: commandOperation(
    'Approves a registration: begins its window, makes or takes its account and opportunity',
    z.strictObject({
      id: idSchema, accountId: idSchema.nullable().default(null), opportunityId: idSchema.nullable().default(null), attribution: z.enum(attributions).nullable().default(null),
      reasonForPartner: reason.nullable().default(null), reasonForHouse: reason.nullable().default(null),
    }),
    z.strictObject({ entry: idSchema, accountId: idSchema.nullable(), opportunityId: idSchema.nullable() }),
  ),
  reject: commandOperation('Rejects a registration, with a reason for the partner and one for the house', z.strictObject({ id: idSchema, reasonForPartner: reason, reasonForHouse: reason.nullable().default(null) }), done),
  withdraw: commandOperation('Withdraws a registration', z.strictObject({ id: idSchema, note: reason.nullable().default(null) }), done),
  touch: commandOperation('Notes that the partner is at work on a deal', z.strictObject({ id: idSchema, note: reason.nullable().default(null) }), done),
  setQuoteSent: commandOperation('Says whether the customer has a quote: meanwhile the window does not end', z.strictObject({ id: idSchema, sent: z.boolean() }), done),
  askExtension: commandOperation('Asks for a longer window', z.strictObject({ id: idSchema, days: z.int().min(1).max(3650), reason }), done),
  decideExtension: commandOperation(
    'Grants or refuses a longer window',
    z.strictObject({ id: idSchema, grant: z.boolean(), reasonForPartner: reason.nullable().default(null), reasonForHouse: reason.nullable().default(null) }),
    z.strictObject({ entry: idSchema, protectedUntil: z.string().nullable() }),
  ),
  revoke: commandOperation('Takes an approval back', z.strictObject({ id: idSchema, reasonForPartner: reason, reasonForHouse: reason.nullable().default(null) }), done),
  close: commandOperation('Closes an approved registration as won or lost', z.strictObject({ id: idSchema, outcome: z.enum(['won', 'lost']) }), done),
  takeSteps: commandOperation(
    'Takes the steps of registrations that are due: a review missed, a reminder, the end; each names when it was due',
    z.strictObject({ due: z.array(z.strictObject({ id: idSchema, actAt: z.iso.datetime() })).max(500) }),
    z.strictObject({ acted: z.int(), ended: z.int() }),
  ),
  createPolicy: commandOperation('Adds a policy of registrations: what is promised to whoever registers a deal', newRowInput(registrationPolicies, ['name', 'terms'], ['priority', 'countries', 'products', 'state']), made),
  updatePolicy: commandOperation('Edits fields of a policy of registrations', editInput(registrationPolicies, ['name', 'priority', 'countries', 'products', 'terms', 'state']), done),
  removePolicy: commandOperation('Removes a policy of registrations', byId, done),
  keep: job('Takes the steps of registrations that are due by now', z.strictObject({}), z.strictObject({ acted: z.int(), ended: z.int() })),
})
