import { z } from 'zod'
import { givenFileSchema } from '../attachments/given-file.ts'
import { editInput, idSchema } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { locales } from '../locales/locale.ts'
import { reasonKinds } from './applies-to.ts'
import { fileSchema, wordsSchema } from './material-schema.ts'
import { materials } from './material.table.ts'
import { materialKinds } from './material.ts'

export const materialListFields = ['title', 'kind', 'state', 'missing', 'places', 'validFrom', 'validTo', 'pinned', 'place', 'publishedAt', 'updatedAt', 'id'] as const
export type MaterialListField = (typeof materialListFields)[number]
export const materialEditableFields = ['places', 'territoryId', 'partnerTypes', 'tiers', 'products', 'validFrom', 'validTo', 'pinned', 'place'] as const

const done = z.strictObject({ entry: idSchema })
const byId = z.strictObject({ id: idSchema })
const language = z.enum(locales)
/** `title`: of the first language that is there; `missing`: the languages that are not. */
const materialInList = z.intersection(materials.row, z.object({ title: z.string(), missing: z.string() }))
const shownSchema = wordsSchema.extend({
  id: idSchema, kind: z.enum(materialKinds), pinned: z.boolean(), validTo: z.string().nullable(), publishedAt: z.string().nullable(), language, missing: language.nullable(),
  /** `here`: what it holds has reached this desk. */
  file: fileSchema.extend({ language, here: z.boolean() }).nullable(),
  reasons: z.array(z.strictObject({ kind: z.enum(reasonKinds), value: z.string() })),
})

export const materialContract = contract('material', {
  list: query('A window of the material that matches a filter', listInput(materialListFields), listOutput(materialInList)),
  get: query('One piece of material, and the hashes of those of its files that are on this desk', byId, z.strictObject({ material: materialInList, here: z.array(z.string()) })),
  pageOf: query(
    'What a partner sees now: its material in its language, news first, with why each piece is for it',
    z.strictObject({ partnerId: idSchema, language: language.nullable().default(null) }),
    z.strictObject({ partner: z.string(), language, day: z.iso.date(), open: z.boolean(), shown: z.array(shownSchema) }),
  ),
  saveFile: job('Writes a file that goes with material; returns a token by which the asker may fetch it', z.strictObject({ id: idSchema, language, file: z.string().nullable().default(null) }), z.strictObject({ file: z.string(), name: z.string() })),
  create: commandOperation(
    'Begins a piece of material; a sales process may begin with the ready-made one',
    z.strictObject({ kind: z.enum(materialKinds), language, title: wordsSchema.shape.title, readyMade: z.boolean().default(false) }),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
  update: commandOperation('Edits for whom a piece of material is, when, and where it stands', editInput(materials, materialEditableFields), done),
  write: commandOperation('Writes what a piece of material says in one language, over what was seen; null: no text in it', z.strictObject({ id: idSchema, language, seen: wordsSchema.nullable(), words: wordsSchema.nullable() }), done),
  attach: commandOperation('Puts a file to a text, or takes it away', z.strictObject({ id: idSchema, language, file: givenFileSchema.nullable() }), done),
  publish: commandOperation('Shows a piece of material to the partners it is for', byId, done),
  withdraw: commandOperation('Shows a piece of material to nobody any more', byId, done),
  discard: commandOperation('Removes a draft', byId, done),
})
