import { z } from 'zod'
import { contract, job, query } from '../foundation/operation.ts'

const nothing = z.strictObject({})

/** Why the workspace is not open, if it is not, and the copies there are of it, the newest first. */
export const openingSchema = z.strictObject({
  refusal: z.strictObject({ code: z.string(), details: z.record(z.string(), z.string()) }).nullable(),
  copies: z.array(z.strictObject({ name: z.string(), at: z.string().nullable(), bytes: z.int() })),
  /** Something was saved here once that is not there any more: a log was lost, or an older file was put in place of this one. */
  isBehind: z.boolean(),
})
export type Opening = z.infer<typeof openingSchema>

/** How many rows could be read from the damaged file at all, how many of them were newer than the copy's, and how many unsent changes are kept. */
export const mendedSchema = z.strictObject({ read: z.int(), saved: z.int(), unsent: z.int(), fromCopy: z.boolean() })
export type Mended = z.infer<typeof mendedSchema>

/** What can be asked where nothing else can: the host itself answers, whether it has the workspace open or not. */
export const rescueContract = contract('rescue', {
  opening: query('Whether the workspace is open, and if not, why', nothing, openingSchema),
  again: job('Tries again to open the workspace', nothing, openingSchema),
  mend: job('Sets a damaged workspace aside and saves what can be saved from it and from its newest sound copy', nothing, mendedSchema),
  restore: job('Puts a copy in the workspace’s place; what was there is kept', z.strictObject({ copy: z.string().max(200) }), openingSchema),
  unlock: job('Has the key of an encrypted workspace back from the central API, by a one-time code or, without one, by the company’s account', z.strictObject({ code: z.string().trim().min(8).max(100).nullable() }), openingSchema),
  report: job('Makes the report where the workspace is not open', nothing, z.strictObject({ text: z.string() })),
  acknowledge: job('The person knows that something saved is missing', nothing, openingSchema),
})
