import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { lostReasons } from '../leads/lost-reason.ts'
import { activityKinds } from './activity.ts'
import { activities } from './activity.table.ts'
import { attributionKinds, WHOLE } from './attribution.ts'
import { attributions } from './attribution.table.ts'
import { channels, judgements, opportunityStages } from './opportunity.ts'
import { opportunities } from './opportunity.table.ts'
import { projects } from './project.table.ts'
import { periodLengths } from './tally-forecast.ts'

export const opportunityListFields = [
  'name', 'accountId', 'accountName', 'contactId', 'partnerId', 'leadId', 'territoryId', 'product', 'amount', 'currency', 'expectedCloseOn', 'stage', 'lostReason', 'closedAt', 'createdAt', 'id',
  'judgement', 'stageSince', 'salesAgent', 'salesTeam', 'openedOn', 'reference', 'importId',
] as const
export type OpportunityListField = (typeof opportunityListFields)[number]

export const opportunityEditableFields = ['name', 'contactId', 'product', 'amount', 'currency', 'expectedCloseOn', 'notes'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const line = z.string().trim().min(1).max(200)
/** Names of what it points at; null where that is not on this desk. `settledSince`: since when it is at its stage. */
const opportunityInList = z.intersection(opportunities.row, z.object({ accountName: z.string().nullable(), contactName: z.string().nullable(), settledSince: z.string() }))

const share = z.strictObject({ partnerId: idSchema, kind: z.enum(attributionKinds), percent: z.int().min(1).max(WHOLE) })
const channel = z.enum(channels).default('all')
const sum = z.strictObject({ count: z.int(), amount: z.int() })
const sums = <const K extends readonly [string, ...string[]]>(keys: K) => z.record(z.enum(keys), sum)

export const opportunitiesContract = contract('opportunities', {
  list: query('A window of the opportunities that match a filter', listInput(opportunityListFields), listOutput(opportunityInList)),
  get: query('One opportunity', z.strictObject({ id: idSchema }), opportunityInList),
  create: commandOperation('Adds an opportunity with an account', newRowInput(opportunities, ['name', 'accountId'], [...opportunityEditableFields, 'partnerId']), made),
  update: commandOperation('Edits fields of an opportunity', editInput(opportunities, opportunityEditableFields), done),
  setStage: commandOperation(
    'Moves an opportunity to another stage; what is lost is lost for a reason',
    z.strictObject({ id: idSchema, stage: z.enum(opportunityStages), lostReason: z.enum(lostReasons).nullable().default(null), note: z.string().trim().min(1).max(500).nullable().default(null) }),
    done,
  ),
  judge: commandOperation('Says how sure an open opportunity is for the forecast, whatever its stage', z.strictObject({ id: idSchema, judgement: z.enum(judgements) }), done),
  board: query(
    'The stages with what is at each: how many, for how much in each currency, and how many are there longer than usual',
    z.strictObject({ channel, search: z.string().max(200).default('') }),
    z.strictObject({
      columns: z.array(z.strictObject({ stage: z.enum(opportunityStages), count: z.int(), aged: z.int(), amounts: z.array(z.strictObject({ currency: z.string(), amount: z.int() })) })),
    }),
  ),
  forecast: query(
    'What is expected to be won, by period and currency: by stage and by judgement',
    z.strictObject({ by: z.enum(periodLengths).default('month'), channel }),
    z.strictObject({
      currencies: z.array(z.strictObject({
        currency: z.string(),
        periods: z.array(z.strictObject({ period: z.string().nullable(), isPast: z.boolean(), stages: sums(['discovery', 'evaluation', 'proposal', 'negotiation', 'won']), judgements: sums(judgements), weighted: z.int() })),
      })),
      withoutAmount: z.int(),
    }),
  ),
  activities: query('What was done about an opportunity and what is to be done, the latest first', z.strictObject({ id: idSchema }), z.array(activities.row)),
  logActivity: commandOperation(
    'Records a note, a call, a meeting or a mail, or sets a task',
    z.strictObject({
      opportunityId: idSchema, kind: z.enum(activityKinds), subject: line, text: z.string().trim().min(1).max(20_000).nullable().default(null), contactId: idSchema.nullable().default(null),
      address: z.string().trim().min(3).max(320).nullable().default(null), happenedAt: z.iso.datetime(), deviceAt: z.iso.datetime(), dueOn: z.iso.date().nullable().default(null),
    }),
    made,
  ),
  finishTask: commandOperation('Says that a task is done, or is not', z.strictObject({ id: idSchema, isDone: z.boolean() }), done),
  saveMail: job(
    'Writes a mail as a file that a mail program opens as a draft',
    z.strictObject({ toName: z.string().max(400), to: z.email().max(320), subject: z.string().max(400), body: z.string().max(20_000), name: z.string().min(1).max(300), file: z.string().min(8).max(100).nullable().default(null) }),
    z.strictObject({ file: z.string(), name: z.string() }),
  ),
  attribution: query(
    'Who is credited with an opportunity, and what might be proposed',
    z.strictObject({ id: idSchema }),
    z.strictObject({ rows: z.array(attributions.row), proposal: z.array(share) }),
  ),
  attribute: commandOperation(
    'Says which partners are credited with which part of an opportunity, and for what; `seen` names the credits there were',
    z.strictObject({ opportunityId: idSchema, seen: z.array(idSchema).max(50), shares: z.array(share).max(50) }),
    done,
  ),
  attributionReport: query(
    'Who is credited with how much, by currency: every amount is parted once and counts once',
    z.strictObject({ of: z.enum(['won', 'open']).default('won'), from: z.iso.date().nullable().default(null), to: z.iso.date().nullable().default(null) }),
    z.array(z.strictObject({
      currency: z.string(), opportunities: z.int(), amount: z.int(), rest: z.int(),
      credits: z.array(z.strictObject({ partnerId: idSchema, kind: z.enum(attributionKinds), opportunities: z.int(), amount: z.int() })),
    })),
  ),
  project: query('What was registered as delivered of an opportunity', z.strictObject({ id: idSchema }), projects.row.nullable()),
  registerProject: commandOperation(
    'Registers as delivered what was won: what, when, and what shows it',
    z.strictObject({ opportunityId: idSchema, name: line, partnerId: idSchema.nullable().default(null), deliveredOn: z.iso.date(), proof: z.string().trim().min(1).max(2000) }),
    made,
  ),
})
