import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import type { JsonValue } from '../foundation/json.ts'
import { commandOperation, contract, internal, query } from '../foundation/operation.ts'
import { leadStages, pauseReasons, touchWays } from './lead.ts'
import { leads } from './lead.table.ts'

export const leadListFields = [
  'company', 'companyEn', 'country', 'region', 'city', 'postcode', 'industry', 'employees', 'product', 'source', 'domain', 'language',
  'contactName', 'stage', 'score', 'arrivedAt', 'territoryId', 'partnerId', 'assignmentOrigin', 'pinReason', 'corporateNumber', 'importId', 'dueAt', 'dueKind', 'dueStep', 'id',
] as const
export type LeadListField = (typeof leadListFields)[number]

export const leadEditableFields = [
  'company', 'companyEn', 'companyKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address',
  'industry', 'employees', 'product', 'source', 'language', 'contactName', 'contactEmail', 'contactPhone', 'notes', 'score',
] as const

const reason = z.string().trim().min(1).max(500)
const note = z.string().trim().min(1).max(500).nullable()
/** A stage was set without a reason once. */
const withoutReason = (input: JsonValue): JsonValue => input

const done = z.strictObject({ entry: idSchema })

export const leadsContract = contract('leads', {
  list: query('A window of the leads that match a filter, in order', listInput(leadListFields), listOutput(leads.row)),
  get: query('One lead', z.strictObject({ id: idSchema }), leads.row),
  summary: query('How many leads stand in each stage, and how many wait for a partner', z.strictObject({}), z.strictObject({
    total: z.int(),
    byStage: z.partialRecord(z.enum(leadStages), z.int()),
    waiting: z.int(),
  })),
  create: commandOperation('Takes in one lead', newRowInput(leads, ['company'], leadEditableFields), z.strictObject({ entry: idSchema, id: idSchema })),
  update: commandOperation('Edits fields of a lead', editInput(leads, leadEditableFields), done),
  setStage: commandOperation('Moves a lead to another stage', z.strictObject({ id: idSchema, stage: z.enum(leadStages), reason: reason.optional() }), done, [withoutReason]),
  assignManually: commandOperation(
    'Gives leads to a partner by a person’s choice, which survives the next run of the rules',
    z.strictObject({ ids: z.array(idSchema).min(1).max(2000), partnerId: idSchema, reason, until: z.iso.date().nullable() }),
    z.strictObject({ entry: idSchema, assigned: z.int() }),
  ),
  releaseToRules: commandOperation('Lets the rules decide these leads again', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ entry: idSchema, released: z.int() })),
  pin: commandOperation(
    'Pins leads to the partner who has them: no run of the rules and no realignment moves them',
    z.strictObject({ ids: z.array(idSchema).min(1).max(2000), reason }),
    z.strictObject({ entry: idSchema, pinned: z.int() }),
  ),
  unpin: commandOperation('Lets the rules move these leads again', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ entry: idSchema, unpinned: z.int() })),
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
