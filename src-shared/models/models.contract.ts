import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { apart, commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { ruleEditableFields, territoryEditableFields } from '../territories/editable-fields.ts'
import { territories, territoryRules } from '../territories/territory.table.ts'
import { coverageSchema } from './coverage.ts'
import { modelProblemSchema, subjectMarkSchema } from './model-problem.ts'
import { territoryModels } from './territory-model.table.ts'
import { whatIfSchema } from './what-if.ts'

export const modelEditableFields = ['name', 'notes', 'holdOver', 'holdOverUntil'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const inModel = z.strictObject({ modelId: idSchema, id: idSchema })
const subjects = z.strictObject({ modelId: idSchema, ids: z.array(idSchema).min(1).max(500) })
const territoryEdits = editInput(territories, territoryEditableFields)
const ruleEdits = editInput(territoryRules, ruleEditableFields)

export const modelsContract = contract('models', {
  list: query('Every territory model: the active one, drafts, then the archived ones', z.strictObject({}), z.array(z.intersection(territoryModels.row, z.object({ edits: z.int() })))),
  tree: query(
    'The territories and rules of a model as they will be, are, or were; what a draft changes is marked, what it removes is still listed',
    z.strictObject({ id: idSchema }),
    z.strictObject({
      model: territoryModels.row,
      /** `live`: as it is today, where the model has it otherwise. */
      territories: z.array(z.strictObject({ row: territories.row, mark: subjectMarkSchema, live: territories.row.nullable(), openLeads: z.int() })),
      rules: z.array(z.strictObject({ row: territoryRules.row, mark: subjectMarkSchema, live: territoryRules.row.nullable() })),
      /** What speaks against its activation; empty: nothing. */
      problems: z.array(modelProblemSchema),
    }),
  ),
  coverage: apart(query('Gaps and overlaps of a model, or of the live map', z.strictObject({ id: idSchema.nullable().default(null) }), coverageSchema)),
  whatIf: apart(query('What a model would do to the leads as they lie today; the second time only what has been edited since is reckoned', z.strictObject({ id: idSchema }), whatIfSchema)),

  draft: commandOperation('Begins a draft of the map, from the live one or from an archived one', z.strictObject({ name: territoryModels.shape['name'] as z.ZodString, from: idSchema.nullable().default(null) }), made),
  update: commandOperation('Edits fields of a model that is not archived', editInput(territoryModels, modelEditableFields), done),
  addTerritory: commandOperation('Adds a territory in a draft', z.strictObject({ modelId: idSchema, territory: newRowInput(territories, ['code', 'name'], territoryEditableFields) }), made),
  changeTerritory: commandOperation('Edits fields of a territory in a draft', z.strictObject({ modelId: idSchema, ...territoryEdits.shape }), done),
  removeTerritory: commandOperation('Removes a territory in a draft, with its rules', inModel, done),
  addRule: commandOperation('Adds an assignment rule in a draft', z.strictObject({ modelId: idSchema, rule: newRowInput(territoryRules, ['code', 'name', 'territoryId', 'condition'], ruleEditableFields) }), made),
  changeRule: commandOperation('Edits fields of an assignment rule in a draft', z.strictObject({ modelId: idSchema, ...ruleEdits.shape }), done),
  removeRule: commandOperation('Removes an assignment rule in a draft', inModel, done),
  revert: commandOperation('Takes back what a draft does to these territories and rules', subjects, z.strictObject({ entry: idSchema, reverted: z.int() })),
  holdOn: commandOperation('Keeps what a draft does to these territories and rules, although they have changed since', subjects, z.strictObject({ entry: idSchema, kept: z.int() })),
  discard: commandOperation('Discards a draft', z.strictObject({ id: idSchema }), done),
  schedule: commandOperation('Lets a draft become active on a day; without a day it is a draft again', z.strictObject({ id: idSchema, on: z.iso.date().nullable() }), done),
  activate: commandOperation('Makes a draft the map that counts, all of it at once; the one before is archived', z.strictObject({ id: idSchema }), z.strictObject({ entry: idSchema, archived: idSchema })),
  activateDue: internal(commandOperation(
    'Makes a scheduled model active when its day has come; where that cannot be it is a draft again, and says why',
    z.strictObject({ id: idSchema, today: z.iso.date() }),
    z.strictObject({ activated: z.boolean() }),
  )),
  keep: job('Makes active the models whose day has come', z.strictObject({}), z.strictObject({ activated: z.int(), heldUp: z.int() })),
})
