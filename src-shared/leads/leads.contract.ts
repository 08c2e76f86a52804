import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import type { JsonValue } from '../foundation/json.ts'
import { apart, commandOperation, contract, internal, query } from '../foundation/operation.ts'
import { verdicts } from '../matching/evidence.ts'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { conversionSchema } from './conversion.ts'
import { inboxReasons } from './inbox.ts'
import { leadStages, pauseReasons, touchWays } from './lead.ts'
import { mergedFields } from './merge-leads.ts'
import { leads } from './lead.table.ts'
import { lostReasons } from './lost-reason.ts'
import { offers } from './offer.table.ts'

export const leadListFields = [
  'company', 'companyEn', 'country', 'region', 'city', 'postcode', 'industry', 'employees', 'product', 'source', 'domain', 'language',
  'contactName', 'stage', 'score', 'arrivedAt', 'territoryId', 'partnerId', 'assignmentOrigin', 'pinReason', 'corporateNumber', 'importId', 'dueAt', 'dueKind', 'dueStep',
  'qualifies', 'possibleDuplicate', 'lostReason', 'recycledAt', 'convertedAt', 'accountId', 'id',
] as const
export type LeadListField = (typeof leadListFields)[number]

export const leadEditableFields = [
  'company', 'companyEn', 'companyKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address',
  'industry', 'employees', 'product', 'source', 'language', 'contactName', 'contactEmail', 'contactPhone', 'notes', 'score',
] as const

const reason = z.string().trim().min(1).max(500)
const note = z.string().trim().min(1).max(500).nullable()
/** A stage was set without a reason once, lost without one of the usual reasons, and leads were given without saying who had had them. */
const asItWas = (input: JsonValue): JsonValue => input

const done = z.strictObject({ entry: idSchema })
/** `possibleDuplicate`: another lead shares its company number, name or web domain, and nobody has said that they are not the same. */
const leadInList = z.intersection(leads.row, z.object({ possibleDuplicate: z.literal('yes').nullable() }))

const MOST_PAIRS = 200
const likeness = z.strictObject({ score: z.number(), verdict: z.enum(verdicts), evidence: evidenceSchema })

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
  list: query('A window of the leads that match a filter, in order', listInput(leadListFields), listOutput(leadInList)),
  get: query('One lead', z.strictObject({ id: idSchema }), leads.row),
  inbox: query('The leads that wait for a person, and what for, the most urgent first, or those of one reason', z.strictObject({ reason: z.enum(inboxReasons).nullable().default(null), most: z.int().min(0).max(500).default(500) }), z.strictObject({
    total: z.int(),
    counts: z.record(z.enum(inboxReasons), z.int()),
    items: z.array(z.strictObject({ reason: z.enum(inboxReasons), lead: leads.row })),
  })),
  duplicatesOf: apart(query('Leads that a lead may be the same as, the surest first, with what speaks for and against it', z.strictObject({ leadId: idSchema }), z.array(likeness.extend({ lead: leads.row })))),
  duplicates: apart(query(
    'A window of the pairs of leads that are probably one, the surest first; looks further each time, until all were looked at',
    z.strictObject({ from: z.int().min(0).default(0), to: z.int().min(0).max(MOST_PAIRS).default(MOST_PAIRS) }),
    z.strictObject({ searched: z.int(), leads: z.int(), total: z.int(), pairs: z.array(likeness.extend({ one: leads.row, other: leads.row })) }),
  )),
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
  setStage: commandOperation('Moves a lead to another stage', z.strictObject({ id: idSchema, stage: z.enum(leadStages), reason: reason.optional(), lostReason: z.enum(lostReasons).optional() }), done, [asItWas, asItWas]),
  convert: commandOperation(
    'Makes of a lead an account, a contact and an opportunity, each new or one that is there, and hands the lead over to them',
    conversionSchema,
    z.strictObject({ entry: idSchema, accountId: idSchema, contactId: idSchema.nullable(), opportunityId: idSchema }),
  ),
  assignManually: commandOperation(
    'Gives leads to a partner by a person’s choice, which survives the next run of the rules',
    z.strictObject({
      ids: z.array(idSchema).min(1).max(2000), partnerId: idSchema, reason, until: z.iso.date().nullable(),
      /** Who had each of them, as the person saw it: refused when somebody has given it to another since. */
      was: z.array(idSchema.nullable()).max(2000).optional(),
    }),
    z.strictObject({ entry: idSchema, assigned: z.int() }),
    [asItWas],
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
  scoreManually: commandOperation('Gives a lead a score by a person’s judgement, which the criteria leave alone', z.strictObject({ id: idSchema, score: z.int().min(0).max(100), reason }), done),
  releaseScores: commandOperation('Lets the criteria score these leads again', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ entry: idSchema, released: z.int() })),
  score: internal(commandOperation('Scores leads anew, after criteria have changed or leads were imported', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ changed: z.int() }))),
  merge: commandOperation(
    'Makes one lead of two: the survivor’s values, else the other’s, or as chosen; the other becomes a duplicate that points to it',
    z.strictObject({ survivorId: idSchema, otherId: idSchema, fromOther: z.array(z.enum(mergedFields)).max(mergedFields.length) }),
    done,
  ),
  keepApart: commandOperation('Remembers that two leads that look alike are not the same', z.strictObject({ leadId: idSchema, otherId: idSchema }), done),
  keepDeadlines: internal(commandOperation(
    'Takes the steps of deadlines that are to be taken by now; a lead whose deadline is another by now is left alone',
    z.strictObject({ due: z.array(z.strictObject({ id: idSchema, actAt: z.iso.datetime() })).min(1).max(2000) }),
    z.strictObject({ recalled: z.int(), acted: z.int() }),
  )),
  reckonDeadlines: internal(commandOperation('Reckons anew what is due of leads, after policies or calendars have changed', z.strictObject({ ids: z.array(idSchema).min(1).max(2000) }), z.strictObject({ changed: z.int() }))),
})
