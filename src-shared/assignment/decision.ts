import { z } from 'zod'
import { partnerStatuses, partnerTiers } from '../partners/partner.ts'
import { choiceStrategies, tieBreaks } from '../territories/territory.ts'

/** Why a candidate may not be given a lead, with the facts that words are made of. Dates are local. */
export const ineligibilitySchema = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('partnerMissing') }),
  z.strictObject({ reason: z.literal('notActive'), status: z.enum(partnerStatuses) }),
  /** `until` null: until further notice. */
  z.strictObject({ reason: z.literal('absent'), from: z.string(), until: z.string().nullable() }),
  /** Declined so many of the offers it answered of late, and is passed over until then. */
  z.strictObject({ reason: z.literal('coolingDown'), until: z.string(), declined: z.int(), answered: z.int() }),
  z.strictObject({ reason: z.literal('outsideRegions'), country: z.string().nullable(), region: z.string().nullable() }),
  z.strictObject({ reason: z.literal('notAuthorised'), product: z.string() }),
  z.strictObject({ reason: z.literal('certificationMissing'), certification: z.string() }),
  z.strictObject({ reason: z.literal('certificationExpired'), certification: z.string(), expired: z.string() }),
  z.strictObject({ reason: z.literal('tierTooLow'), tier: z.enum(partnerTiers), minimum: z.enum(partnerTiers) }),
  z.strictObject({ reason: z.literal('languageMissing'), language: z.string() }),
  z.strictObject({ reason: z.literal('declined') }),
  /** The lead was with this partner last, and came back: passed over once. */
  z.strictObject({ reason: z.literal('hadItLast') }),
  z.strictObject({ reason: z.literal('isTheCustomer') }),
  z.strictObject({ reason: z.literal('atCapacity'), capacity: z.int() }),
])
export type Ineligibility = z.infer<typeof ineligibilitySchema>

/** Points of best fit, part by part; the total decides. */
export const fitSchema = z.strictObject({ industry: z.int(), product: z.int(), language: z.int(), tier: z.int(), nearness: z.int(), total: z.int() })
export type Fit = z.infer<typeof fitSchema>

const named = z.strictObject({ id: z.string(), code: z.string() })

const candidateSchema = z.strictObject({
  partnerId: z.string(),
  /** Null when the partner is gone. */
  code: z.string().nullable(),
  eligible: z.boolean(),
  /** All that speaks against it, not only the first. */
  reasons: z.array(ineligibilitySchema),
  /** Its share under `weighted`. */
  weight: z.int().nullable(),
  /** Under `nearest` and `bestFit`, in explanations of one lead; stored decisions are shared and leave it null. */
  kilometres: z.int().nullable(),
  fit: fitSchema.nullable(),
})
export type DecisionCandidate = z.infer<typeof candidateSchema>

/** Why a matching rule did not win. */
export const lostBecause = ['priority', 'shallowerTerritory', 'code'] as const

export const unroutableCauses = ['noRule', 'noCandidates', 'noneEligible', 'reservedPartnerUnavailable'] as const

/** The tie-break that had to decide between candidates the strategy ranked equal. */
export const tieBreaksUsed = [...tieBreaks, 'partnerCode'] as const

/** Why a lead goes to a partner, or to none. Leads in the same situation share one. */
export const decisionSchema = z.strictObject({
  version: z.string(),
  partnerId: z.string().nullable(),
  cause: z.enum(unroutableCauses).nullable(),
  rule: named.extend({ priority: z.int() }).nullable(),
  territory: named.nullable(),
  /** Rules that hold too, best first, at most `MAXIMUM_LOST`; how many there are in all is in `lostCount`. */
  lost: z.array(named.extend({ priority: z.int(), territory: named, because: z.enum(lostBecause) })),
  lostCount: z.int(),
  /** The partner whom an approved registration gives the customer, whatever the rules say. */
  reservedFor: z.string().nullable(),
  /** The territory whose candidates apply: the winning one, or the nearest above it that states some. */
  candidatesFrom: named.nullable(),
  candidates: z.array(candidateSchema),
  choice: z
    .strictObject({
      strategy: z.enum(choiceStrategies),
      /** Under `roundRobin`: the partner whose turn it was; those between it and the chosen one were not eligible. */
      turnOf: z.string().nullable(),
      tieBreak: z.enum(tieBreaksUsed).nullable(),
    })
    .nullable(),
})
export type Decision = z.infer<typeof decisionSchema>

export const MAXIMUM_LOST = 10
