import { z } from 'zod'
import { defineTable, json, integer, text } from '../foundation/table.ts'
import { codedColumnSchema } from './coded-column.ts'

/** What one command wrote, kept so that it can be shown, audited and undone. */
export const recordedChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('insert'),
    table: z.string(),
    ids: z.array(z.string()),
    /** What was written, but for `rev` and `updatedAt`. Left out in a batch, which is undone as a whole. */
    columns: z.array(z.string()).optional(),
    rows: z.array(z.array(z.unknown())).optional(),
  }),
  z.strictObject({
    kind: z.literal('update'),
    table: z.string(),
    columns: z.array(z.string()),
    ids: z.array(z.string()),
    /** By column, in the order of `columns`. */
    before: z.array(codedColumnSchema),
    after: z.array(codedColumnSchema),
  }),
  z.strictObject({ kind: z.literal('remove'), table: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) }),
])
export type RecordedChange = z.infer<typeof recordedChangeSchema>

export const noteSchema = z.strictObject({ event: z.string(), about: z.string().optional(), details: z.json().optional() })

/** Every accepted command, for ever: who, when, with what input, what it changed and why. The id is the command's own. */
export const journal = defineTable(
  'journal',
  {
    command: text().notNull(),
    version: integer().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    /** The desk's clock; the server adds its own when the command is synced. */
    at: text().notNull(),
    batchId: text(),
    input: json(z.json()).notNull(),
    changes: json(z.array(recordedChangeSchema)).notNull(),
    notes: json(z.array(noteSchema)).notNull(),
    output: json(z.json()),
    /** Smallest and greatest id touched: finds a record's history without an index row per change. */
    firstId: text(),
    lastId: text(),
    /** The command that took this one back. */
    undoneBy: text(),
  },
  {
    indexes: { byBatch: ['batchId'], byRange: ['firstId', 'lastId'] },
    visibility: 'everyone',
  },
)
