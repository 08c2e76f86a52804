import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { views } from './view.table.ts'

const list = z.string().min(1).max(60)

export const viewsContract = contract('views', {
  list: query('The saved views of a list', z.strictObject({ list }), z.array(views.row)),
  save: commandOperation('Saves a view under a name; the same name is written over', z.strictObject({ list, name: z.string().trim().min(1).max(80), state: z.json() }), z.strictObject({ entry: idSchema, id: idSchema })),
  remove: commandOperation('Removes a saved view', z.strictObject({ id: idSchema }), z.strictObject({ entry: idSchema })),
})
