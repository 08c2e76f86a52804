import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { PROTOCOL_VERSION } from './protocol-version.ts'

/*
 * What a desk and the central API say to each other: the desk pushes commands and pulls rows, the server decides.
 * The desk runs a command at once on its own rows; the server runs the same text again with authority.
 */

const protocol = z.int().min(1)
const count = z.int().min(0)

/** Most commands and bytes of one push; a single command may be larger than that, up to its own limit. */
export const PUSH_LIMITS = { commands: 200, bytes: 1_000_000, commandBytes: 8_000_000 } as const
/** Most rows of one page of a pull. */
export const PAGE_ROWS = 5_000

/** A command on its way: as it was given on the desk, never rewritten. Old versions are read for at least 180 days. */
export const sentCommandSchema = z.strictObject({
  /** Counts this client's commands from 1, without gaps. */
  seq: z.int().min(1),
  id: idSchema,
  /** The id of the command before; how a copied workspace is told from its original. Null for the first. */
  previous: idSchema.nullable(),
  name: z.string().max(100),
  version: z.int().min(1),
  input: z.json(),
  /** The desk's clock, ISO 8601: told to people, never compared. */
  issuedAt: z.string().max(40),
  /** Part of an import or run, which is undone as one. */
  batchId: idSchema.nullable(),
})
export type SentCommand = z.infer<typeof sentCommandSchema>

/** `refused` by a rule, with the code of the refusal; `quarantined` when the command itself broke the server. */
export const commandResultSchema = z.strictObject({
  seq: z.int().min(1),
  id: idSchema,
  status: z.enum(['applied', 'refused', 'quarantined']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  details: z.json(),
})
export type CommandResult = z.infer<typeof commandResultSchema>

/**
 * Why the server took no command from `seq` on. `gap`: an earlier one is missing. `forked`: another desk with the same
 * identity has sent others. `retry`: a passing fault. `unsupported`: this server does not know the command yet.
 */
export const stopReasons = ['gap', 'forked', 'retry', 'unsupported'] as const

export const pushSchema = z.strictObject({
  protocol: protocol.default(PROTOCOL_VERSION),
  clientId: idSchema,
  /** The server's epoch as the desk knows it; null before the first pull. */
  epoch: z.string().max(60).nullable(),
  programVersion: z.string().max(40),
  commands: z.array(sentCommandSchema).max(PUSH_LIMITS.commands),
})
export type Push = z.infer<typeof pushSchema>

export const pushAnswerSchema = z.object({
  epoch: z.string(),
  serverTime: z.string(),
  /** The last command of this client that has an answer. */
  lastSeq: count,
  results: z.array(commandResultSchema),
  stop: z.object({ seq: z.int(), reason: z.enum(stopReasons), retryAfterMs: z.int().nullable() }).nullable(),
})
export type PushAnswer = z.infer<typeof pushAnswerSchema>

export const pullSchema = z.strictObject({
  protocol: protocol.default(PROTOCOL_VERSION),
  clientId: idSchema,
  /** Where the last complete pull ended; null for everything from the start. Opaque. */
  cursor: z.string().max(2000).nullable(),
  /** Where the last page of this pull ended. Opaque. */
  token: z.string().max(2000).nullable(),
  maximumRows: z.int().min(1).max(PAGE_ROWS).default(PAGE_ROWS),
  /** An answer to another request than the one under way is dropped. */
  requestId: z.int().min(0),
  /** The last command whose end the desk has applied: results after it are told again. */
  acknowledged: count,
})
export type Pull = z.infer<typeof pullSchema>

/** Rows of one table: values in the order of `columns`, JSON columns as text, booleans as booleans. A column that is left out is in these rows as in a new one. */
export const pulledTableSchema = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  put: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  remove: z.array(z.string()),
})
export type PulledTable = z.infer<typeof pulledTableSchema>

export const pullAnswerSchema = z.object({
  requestId: z.int(),
  /** The token of the page asked for: what a proxy kept of another page of the same pull is told by it. A server of before does not say it. */
  after: z.string().nullable().optional(),
  epoch: z.string(),
  serverTime: z.string(),
  /** On the first page: forget every row, what follows is all there is. Why: never synced, scopes changed, server restored, too long away. */
  reset: z.enum(['first', 'scope', 'epoch', 'floor']).nullable(),
  data: z.array(pulledTableSchema),
  /** Rows still to come, as far as known; for the progress bar of a first load. */
  remaining: count.nullable(),
  /** More pages: ask again with it. Null on the last page, which alone has `complete`. */
  token: z.string().nullable(),
  complete: z.object({
    cursor: z.string(),
    /** The last command of this client whose effect is in these rows. */
    lastSeq: count,
    /** Its id: a desk that has another command under that number, or none yet, is a copy. Not told by older servers. */
    lastCommand: idSchema.nullable().optional(),
    /** Of the commands since `acknowledged`, those that were not applied. */
    results: z.array(commandResultSchema),
  }).nullable(),
})
export type PullAnswer = z.infer<typeof pullAnswerSchema>

export const helloSchema = z.strictObject({ protocol: protocol.default(PROTOCOL_VERSION), clientId: idSchema, programVersion: z.string().max(40) })
export const helloAnswerSchema = z.object({
  protocol,
  oldestProtocol: protocol,
  epoch: z.string(),
  serverTime: z.string(),
  /** What the server knows of this client: 0 where it knows nothing. */
  lastSeq: count,
})
export type HelloAnswer = z.infer<typeof helloAnswerSchema>

/** Waits until something the caller may see is newer than the cursor, or some 25 seconds. */
export const waitSchema = z.strictObject({ cursor: z.string().max(2000).nullable() })
export const waitAnswerSchema = z.object({ changed: z.boolean() })

/**
 * Rows of a table in 256 buckets by the last two digits of the id: a silent divergence shows here. A bucket's checksum is the
 * first 8 hex digits of the MD5 of its rows' `id:rev`, in the order of ids, joined by commas; `00000000` without rows.
 * The table's `checksum` is those of its buckets, 00 to ff, one behind the other.
 */
export const digestSchema = z.strictObject({ clientId: idSchema, cursor: z.string().max(2000) })
export const tableDigestSchema = z.object({ table: z.string(), rows: z.int(), checksum: z.string() })
export type TableDigest = z.infer<typeof tableDigestSchema>
export const digestAnswerSchema = z.object({
  /** Null when the cursor is not the server's present: ask again after a pull. */
  tables: z.array(tableDigestSchema).nullable(),
})
