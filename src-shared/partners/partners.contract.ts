import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { partnerStatuses } from './partner.ts'
import { partners } from './partner.table.ts'

export const partnerListFields = ['code', 'name', 'type', 'tier', 'status', 'country', 'region', 'city', 'capacity', 'openLeads', 'timeZone', 'calendar', 'id'] as const
export type PartnerListField = (typeof partnerListFields)[number]

export const partnerEditableFields = [
  'code', 'name', 'type', 'tier', 'country', 'region', 'city', 'latitude', 'longitude', 'domain', 'regions', 'languages', 'products',
  'industries', 'certifications', 'capacity', 'timeZone', 'calendar', 'absences', 'contacts', 'notes',
] as const

const done = z.strictObject({ entry: idSchema })
const partnerInList = z.intersection(partners.row, z.object({ openLeads: z.int() }))

export const partnersContract = contract('partners', {
  list: query('A window of the partners that match a filter, with the open leads each holds', listInput(partnerListFields), listOutput(partnerInList)),
  get: query('One partner', z.strictObject({ id: idSchema }), partnerInList),
  names: query('Every partner’s code and name, for choosing and for showing', z.strictObject({}), z.array(z.strictObject({ id: idSchema, code: z.string(), name: z.string(), status: z.enum(partnerStatuses) }))),
  create: commandOperation('Adds a partner', newRowInput(partners, ['code', 'name', 'type', 'country'], [...partnerEditableFields, 'status']), z.strictObject({ entry: idSchema, id: idSchema })),
  update: commandOperation('Edits fields of a partner', editInput(partners, partnerEditableFields), done),
  setStatus: commandOperation('Moves a partner to another status', z.strictObject({ id: idSchema, status: z.enum(partnerStatuses) }), done),
})
