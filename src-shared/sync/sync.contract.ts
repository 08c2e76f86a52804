import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { personSchema } from '../people/enrolment.ts'
import { tableDigestSchema } from './messages.ts'
import { syncPhases } from './sync-phases.ts'

/** `local`: connected to nothing. `paused`: the person works offline on purpose. `signedOut`: the central API knows this desk no longer. */
export const syncStates = ['local', 'synced', 'pending', 'offline', 'refused', 'paused', 'signedOut'] as const

export const syncStatusSchema = z.strictObject({
  state: z.enum(syncStates),
  address: z.string().nullable(),
  person: personSchema.nullable(),
  /** Commands the server has not answered. */
  pending: z.int(),
  /** Refused commands that wait for a person. */
  refused: z.int(),
  /** Rows of the central API that do not fit this program's tables: kept aside until one comes that they fit. */
  aside: z.int(),
  lastSyncAt: z.string().nullable(),
  /** Why the last attempt did not end well: a refusal's code. */
  problem: z.string().nullable(),
  /** While an exchange runs that takes a while: commands of so many sent, rows of so many fetched. */
  loading: z.strictObject({ phase: z.enum(syncPhases), done: z.int(), total: z.int() }).nullable(),
})
export type SyncStatus = z.infer<typeof syncStatusSchema>

/** A command the server refused, or set aside because it broke: what was wanted, and why not. */
export const refusedCommandSchema = z.strictObject({
  id: idSchema,
  command: z.string(),
  input: z.json(),
  issuedAt: z.string(),
  status: z.enum(['refused', 'quarantined']),
  code: z.string(),
  message: z.string(),
  details: z.json(),
})
export type RefusedCommand = z.infer<typeof refusedCommandSchema>

const centralAddress = z.url().max(400)
/** Tables whose rows were not as the central API has them. `compared` is false while one of the two has something new. */
const rowComparisonSchema = z.strictObject({ compared: z.boolean(), differing: z.array(z.string()) })
export type RowComparison = z.infer<typeof rowComparisonSchema>
/** A command that waits to be sent; one too large to be shown is told without what it carries. */
export const unsentCommandSchema = refusedCommandSchema.pick({ id: true, command: true, input: true, issuedAt: true })
export type UnsentCommand = z.infer<typeof unsentCommandSchema>

const nothing = z.strictObject({})

export const syncContract = contract('sync', {
  status: query('How this desk stands with the central API', nothing, syncStatusSchema),
  inbox: query('Commands that the central API refused, the latest first', nothing, z.array(refusedCommandSchema)),
  outbox: query('What waits to be sent: how many commands, and the first hundred of them in their order', nothing, z.strictObject({ total: z.int(), commands: z.array(unsentCommandSchema) })),
  connect: job(
    'Enrols this desk with a central API by a one-time code, sends it what is here, and fetches what is there',
    z.strictObject({ address: centralAddress, code: z.string().trim().min(8).max(100) }),
    syncStatusSchema,
  ),
  ways: job('Whether a central API lets people in by their company’s account too', z.strictObject({ address: centralAddress }), z.strictObject({ company: z.boolean() })),
  signIn: job(
    'Enrols this desk with a central API by the company’s account, in the person’s own browser; the rest is as with a code',
    z.strictObject({ address: centralAddress }),
    syncStatusSchema,
  ),
  now: job('Sends and fetches until both sides agree', nothing, syncStatusSchema),
  compare: job('Compares the rows of this desk with those of the central API, and fetches all anew where they differ', nothing, rowComparisonSchema),
  digest: internal(job('Checksums of the central API’s rows as this desk has them', nothing, z.strictObject({ cursor: z.string().nullable(), tables: z.array(tableDigestSchema) }))),
  pause: job('Works offline until told otherwise', z.strictObject({ paused: z.boolean() }), syncStatusSchema),
  signOut: job('Takes this desk’s leave of the central API; `wipe` also removes the company’s rows from it', z.strictObject({ wipe: z.boolean() }), syncStatusSchema),
  drop: job('Forgets a refused command', z.strictObject({ id: idSchema }), nothing),
  retry: job('Gives a refused command again, as it was or with another input', z.strictObject({ id: idSchema, input: z.json().optional() }), z.strictObject({ id: idSchema })),
  adopt: internal(commandOperation(
    'Takes in rows that a desk made before it was connected; rows that are there already stay',
    z.strictObject({ table: z.string().max(60), columns: z.array(z.string().max(60)).max(100), rows: z.array(z.array(z.json())).max(2000) }),
    z.strictObject({ adopted: z.int() }),
  )),
})
