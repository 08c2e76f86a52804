import { z } from 'zod'
import { pauseReasons } from './lead.ts'

/** When the deadlines of a lead stand still, and why; `to` null: still. Apart from `lead.ts`, which the window has too. */
export const pauseSchema = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().nullable(), reason: z.enum(pauseReasons), note: z.string().max(500).nullable() })
