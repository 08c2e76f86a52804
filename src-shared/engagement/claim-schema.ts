import { z } from 'zod'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { verdicts } from '../matching/evidence.ts'
import { partnerTiers } from '../partners/partner.ts'
import { clauseSchema } from './clause-schema.ts'
import { claimKinds, verdictKinds } from './clause.ts'
import { clauseResults, factCodes } from './find-facts.ts'
import { clauseEffects } from './judge-claims.ts'

const instant = z.iso.datetime().nullable()
export const claimIdSchema = z.string().min(1).max(80)

/** See `Claim`. */
export const claimSchema = z.strictObject({
  id: claimIdSchema,
  kind: z.enum(claimKinds),
  partnerId: z.string().nullable(),
  partnerName: z.string().nullable(),
  registrationId: z.string().nullable(),
  opportunityId: z.string().nullable(),
  company: z.string(),
  corporateNumber: z.string().nullable(),
  domain: z.string().nullable(),
  products: z.array(z.string()).readonly(),
  project: z.string().nullable(),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  deviceAt: instant,
  receivedAt: instant,
  completeAt: instant,
  approvedAt: instant,
  withdrawnAt: instant,
  active: z.boolean(),
  authorised: z.boolean().nullable(),
  incumbent: z.boolean().nullable(),
  renewal: z.boolean(),
  tier: z.enum(partnerTiers).nullable(),
  certified: z.boolean().nullable(),
  inTerritory: z.boolean().nullable(),
  match: z.strictObject({ verdict: z.enum(verdicts), score: z.number(), evidence: evidenceSchema }).nullable(),
})

/** See `Verdict`: what is not named has nothing. */
export const verdictSchema = z.strictObject({
  kind: z.enum(verdictKinds),
  shares: z.array(z.strictObject({ claimId: claimIdSchema, percent: z.int().min(0).max(100) })).max(20).readonly(),
})

export const factSchema = z.strictObject({ code: z.enum(factCodes), at: z.string().optional(), recordedAt: z.string().optional(), count: z.int().optional(), text: z.string().optional() })

/** See `Judgement`. */
export const judgementSchema = z.strictObject({
  clauses: z.array(z.strictObject({ clause: clauseSchema, perClaim: z.array(z.strictObject({ claimId: claimIdSchema, result: z.enum(clauseResults), fact: factSchema })).readonly(), effect: z.enum(clauseEffects) })).readonly(),
  verdict: verdictSchema.nullable(),
  because: z.array(z.int()).readonly(),
})
