import { z } from 'zod'
import { partnerTypes } from '../partners/partner.ts'
import { recruitingSources } from './application.ts'

const codes = z.array(z.string().min(1).max(60)).min(1).max(300)
/** Points that it is worth, and whether nobody fits without it. */
const weighed = { weight: z.int().min(1).max(100), required: z.boolean() }

/** One thing that an ideal partner has. Lists: one of them is enough. */
export const profileCriterionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('country'), any: codes, ...weighed }),
  z.strictObject({ kind: z.literal('partnerType'), any: z.array(z.enum(partnerTypes)).min(1), ...weighed }),
  z.strictObject({ kind: z.literal('industry'), any: codes, ...weighed }),
  z.strictObject({ kind: z.literal('language'), any: codes, ...weighed }),
  z.strictObject({ kind: z.literal('product'), any: codes, ...weighed }),
  z.strictObject({ kind: z.literal('source'), any: z.array(z.enum(recruitingSources)).min(1), ...weighed }),
  /** Both included; null is no bound. */
  z.strictObject({ kind: z.literal('employees'), from: z.int().min(0).nullable(), to: z.int().min(0).nullable(), ...weighed }),
])
export type ProfileCriterion = z.infer<typeof profileCriterionSchema>
