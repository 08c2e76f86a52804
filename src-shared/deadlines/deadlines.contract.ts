import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { deadlinePolicies } from './deadline-policy.table.ts'

export const policyEditableFields = ['name', 'priority', 'countries', 'sources', 'minutes', 'warnAt', 'breach', 'grace', 'enabled'] as const

const done = z.strictObject({ entry: idSchema })

export const deadlinesContract = contract('deadlines', {
  policies: query('Every policy of deadlines, in the order in which they hold', z.strictObject({}), z.array(deadlinePolicies.row)),
  createPolicy: commandOperation(
    'Adds a policy: how much working time there is for something, and what follows when it is over',
    newRowInput(deadlinePolicies, ['name', 'kind', 'minutes'], policyEditableFields),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
  updatePolicy: commandOperation('Edits fields of a policy of deadlines', editInput(deadlinePolicies, policyEditableFields), done),
  removePolicy: commandOperation('Removes a policy of deadlines', z.strictObject({ id: idSchema }), done),
  reckon: job('Reckons anew what is due of every lead that a partner has', z.strictObject({}), z.strictObject({ changed: z.int() })),
  keep: job('Takes the steps of deadlines that are to be taken by now: warns, escalates, recalls', z.strictObject({}), z.strictObject({ acted: z.int(), recalled: z.int() })),
})
