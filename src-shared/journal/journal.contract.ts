import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { batches, batchKinds, batchStates } from './batch.table.ts'
import { noteSchema, recordedChangeSchema } from './journal.table.ts'

const entrySchema = z.strictObject({
  id: idSchema,
  command: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  at: z.string(),
  batchId: z.string().nullable(),
  undoneBy: z.string().nullable(),
  notes: z.array(noteSchema),
  /** Only what concerns the record asked about. */
  changes: z.array(recordedChangeSchema),
})

export const journalContract = contract('journal', {
  history: query('What happened to a record, newest first', z.strictObject({ id: idSchema, limit: z.int().min(1).max(500).default(100) }), z.array(entrySchema)),
  batches: query('Imports and assignment runs, newest first', z.strictObject({ limit: z.int().min(1).max(200).default(50) }), z.array(batches.row)),
  undo: commandOperation('Takes back what one command did, if nothing has changed it since', z.strictObject({ entry: idSchema }), z.strictObject({ entry: idSchema, undone: z.int() })),
  undoPart: internal(commandOperation('Takes back one command of a batch that is being undone; rows changed since stay as they are', z.strictObject({ entry: idSchema }), z.strictObject({ undone: z.int() }))),
  openBatch: internal(commandOperation(
    'Begins a long change',
    z.strictObject({
      kind: z.enum(batchKinds),
      subject: z.string().max(60),
      label: z.string().max(300),
      total: z.int(),
      details: z.json(),
      /** The stamp of the subject's imports when the workspace was read; refused when it has changed, or one is running. */
      basedOn: z.string().max(60).nullable().default(null),
    }),
    z.strictObject({ id: idSchema }),
  )),
  moveBatch: internal(commandOperation('Moves a long change to its next state', z.strictObject({ id: idSchema, state: z.enum(batchStates), total: z.int().optional(), details: z.json().optional() }), z.strictObject({ id: idSchema }))),
  recover: internal(job('Undoes what a crash or a cancel has left half done', z.strictObject({}), z.strictObject({ undone: z.int() }))),
  undoBatch: job('Takes back a whole import or assignment run', z.strictObject({ id: idSchema }), z.strictObject({ undone: z.int() })),
})
