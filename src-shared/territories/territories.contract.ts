import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { ruleEditableFields, territoryEditableFields } from './editable-fields.ts'
import { territories, territoryRules } from './territory.table.ts'

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })

export const territoriesContract = contract('territories', {
  tree: query('All territories with the leads each holds; parents by `parentId`', z.strictObject({}), z.array(z.intersection(territories.row, z.object({ openLeads: z.int(), rules: z.int() })))),
  rules: query('The assignment rules, of one territory or of all, first priority first', z.strictObject({ territoryId: idSchema.nullable().default(null) }), z.array(territoryRules.row)),
  create: commandOperation('Adds a territory', newRowInput(territories, ['code', 'name'], territoryEditableFields), made),
  update: commandOperation('Edits fields of a territory', editInput(territories, territoryEditableFields), done),
  remove: commandOperation('Removes a territory that has neither children nor leads, with its rules', z.strictObject({ id: idSchema }), done),
  createRule: commandOperation('Adds an assignment rule', newRowInput(territoryRules, ['code', 'name', 'territoryId', 'condition'], ruleEditableFields), made),
  updateRule: commandOperation('Edits fields of an assignment rule', editInput(territoryRules, ruleEditableFields), done),
  removeRule: commandOperation('Removes an assignment rule', z.strictObject({ id: idSchema }), done),
})
