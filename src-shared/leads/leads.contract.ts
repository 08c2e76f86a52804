import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import type { JsonValue } from '../foundation/json.ts'
import { commandOperation, contract, internal, query } from '../foundation/operation.ts'
import { conversionSchema } from './conversion.ts'
import { leadStages, pauseReasons, touchWays } from './lead.ts'
import { leads } from './lead.table.ts'
import { lostReasons } from './lost-reason.ts'
import { offers } from './offer.table.ts'

export const leadListFields = [
  'company', 'companyEn', 'country', 'region', 'city', 'postcode', 'industry', 'employees', 'product', 'source', 'domain', 'language',
  'contactName', 'stage', 'score', 'arrivedAt', 'territoryId', 'partnerId', 'assignmentOrigin', 'corporateNumber', 'importId', 'dueAt', 'dueKind', 'dueStep',
  'lostReason', 'recycledAt', 'convertedAt', 'accountId', 'id',
] as const
export type LeadListField = (typeof leadListFields)[number]

export const leadEditableFields = [
  'company', 'companyEn', 'companyKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address',
  'industry', 'employees', 'product', 'source', 'language', 'contactName', 'contactEmail', 'contactPhone', 'notes', 'score',
] as const

const reason = z.string().trim().min(1).max(500)
const note = z.string().trim().min(1).max(500).nullable()
/** A stage was set without a reason once, and lost without one of the usual reasons. */
const withoutReason = (input: JsonValue): JsonValue => input

const done = z.strictObject({ entry: idSchema })

/**
 * Why a person may want to give a lead to somebody else (field.md B2, 8, 15, 20): another partner was in touch with the customer already
 * or is its partner of record; this partner lost the lead before, or is the customer itself.
 */
const warningSchema = z.strictObject({
  kind: z.enum(['touched', 'ofRecord', 'lostBefore', 'isTheCustomer']),
  company: z.string(),
  partnerId: idSchema,
  /** When it was in touch, or lost the lead. */
  at: z.iso.datetime().nullable(),
  lostReason: z.enum(lostReasons).nullable(),
})
export type AssignmentWarning = z.infer<typeof warningSchema>

export const leadsContract = contract('leads', {
  list: query('A window of the leads that match a filter, in order', listInput(leadListFields), listOutput(leads.row)),
  get: query('One lead', z.strictObject({ id: idSchema }), leads.row),
  summary: query('How many leads stand in each stage, and how many wait for a partner', z.strictObject({}), z.strictObject({
    total: z.int(),
    byStage: z.partialRecord(z.enum(leadStages), z.int()),
    waiting: z.int(),
  })),
  offers: query('Offers of a lead that are over, the latest first: who had it, and what became of it', z.strictObject({ leadId: idSchema }), z.array(offers.row)),
  beforeAssigning: query(
    'What is to be known before these leads are given to a partner by hand',
    z.strictObject({ ids: z.array(idSchema).min(1).max(2000), partnerId: idSchema }),
    z.array(warningSchema),
  ),
  create: commandOperation('Takes in one lead', newRowInput(leads, ['company'], leadEditableFields), z.strictObject({ entry: idSchema, id: idSchema })),
  update: commandOperation('Edits fields of a lead', editInput(leads, leadEditableFields), done),
  setStage: commandOperation('Moves a lead to another stage', z.strictObject({ id: idSchema, stage: z.enum(leadStages), reason: reason.optional(), lostReason: z.enum(lostReasons).optional() }), done, [withoutReason, withoutReason]),
  convert: commandOperation(
    'Makes of a lead an account, a contact and an opportunity, each new or one that is there, and hands the lead over to them',
    conversionSchema,
    z.strictObject({ entry: idSchema, accountId: idSchema, contactId: idSchema.nullable(), opportunityId: idSchema }),
  ),
  assignManually: commandOperation(
    'Gives leads to a partner by a person’s choice, which survives the next run of the rules',
    z.strictObject({ ids: z.array(idSchema).min(1).max(2000), partnerId: idSchema, reason, until: z.iso.date().nullable() }),
    z.strictObject({ entry: idSchema, assigned: z.int() }),
  ),
  releaseToRules: commandOperation('Lets the rules decide these leads again', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ entry: idSchema, released: z.int() })),
  touch: commandOperation('Notes that the partner was in touch with the customer; an automatic answer stops no clock', z.strictObject({ id: idSchema, way: z.enum(touchWays), note }), done),
  pause: commandOperation('Lets the deadlines of a lead stand still', z.strictObject({ id: idSchema, reason: z.enum(pauseReasons), note }), done),
  resume: commandOperation('Lets the deadlines of a lead run on', z.strictObject({ id: idSchema }), done),
  keepDeadlines: internal(commandOperation(
    'Takes the steps of deadlines that are to be taken by now; a lead whose deadline is another by now is left alone',
    z.strictObject({ due: z.array(z.strictObject({ id: idSchema, actAt: z.iso.datetime() })).min(1).max(2000) }),
    z.strictObject({ recalled: z.int(), acted: z.int() }),
  )),
  reckonDeadlines: internal(commandOperation('Reckons anew what is due of leads, after policies or calendars have changed', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ changed: z.int() }))),
})
