import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { lostReasons } from '../leads/lost-reason.ts'
import { opportunityStages } from './opportunity.ts'
import { opportunities } from './opportunity.table.ts'

export const opportunityListFields = [
  'name', 'accountId', 'accountName', 'contactId', 'partnerId', 'leadId', 'territoryId', 'product', 'amount', 'currency', 'expectedCloseOn', 'stage', 'lostReason', 'closedAt', 'createdAt', 'id',
] as const
export type OpportunityListField = (typeof opportunityListFields)[number]

export const opportunityEditableFields = ['name', 'contactId', 'product', 'amount', 'currency', 'expectedCloseOn', 'notes'] as const

const done = z.strictObject({ entry: idSchema })
/** Names of what it points at; null where that is not on this desk. */
const opportunityInList = z.intersection(opportunities.row, z.object({ accountName: z.string().nullable(), contactName: z.string().nullable() }))

export const opportunitiesContract = contract('opportunities', {
  list: query('A window of the opportunities that match a filter', listInput(opportunityListFields), listOutput(opportunityInList)),
  get: query('One opportunity', z.strictObject({ id: idSchema }), opportunityInList),
  create: commandOperation('Adds an opportunity with an account', newRowInput(opportunities, ['name', 'accountId'], [...opportunityEditableFields, 'partnerId']), z.strictObject({ entry: idSchema, id: idSchema })),
  update: commandOperation('Edits fields of an opportunity', editInput(opportunities, opportunityEditableFields), done),
  setStage: commandOperation(
    'Moves an opportunity to another stage; what is lost is lost for a reason',
    z.strictObject({ id: idSchema, stage: z.enum(opportunityStages), lostReason: z.enum(lostReasons).nullable().default(null), note: z.string().trim().min(1).max(500).nullable().default(null) }),
    done,
  ),
})
