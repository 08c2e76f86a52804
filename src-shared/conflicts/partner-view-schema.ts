import { z } from 'zod'
import { factSchema } from '../engagement/claim-schema.ts'
import { caseEvidenceKinds, clauseKinds } from '../engagement/clause.ts'
import { clauseResults } from '../engagement/find-facts.ts'
import { caseStates } from './conflict-case.ts'
import { outcomeVerdicts } from './partner-view.ts'

const instant = z.string().nullable()

/** See `PartnerView`. Strict: what is not named here cannot get out. */
export const partnerViewSchema = z.strictObject({
  caseId: z.string(),
  state: z.enum(caseStates),
  openedAt: z.string(),
  dueAt: instant,
  claims: z.array(z.strictObject({
    registrationId: z.string().nullable(), company: z.string(), products: z.array(z.string()).readonly(), project: z.string().nullable(), amount: z.int().nullable(), currency: z.string().nullable(),
    deviceAt: instant, receivedAt: instant, completeAt: instant, approvedAt: instant,
  })).readonly(),
  asked: z.array(z.strictObject({ text: z.string(), at: z.string() })).readonly(),
  evidence: z.array(z.strictObject({ kind: z.enum(caseEvidenceKinds), text: z.string(), identifier: z.string().nullable(), happenedAt: instant, receivedAt: z.string() })).readonly(),
  clauses: z.array(z.strictObject({ kind: z.enum(clauseKinds), result: z.enum(clauseResults), fact: factSchema })).readonly(),
  outcome: z.strictObject({ verdict: z.enum(outcomeVerdicts), percent: z.int(), reason: z.string().nullable(), at: z.string() }).nullable(),
  appeals: z.array(z.strictObject({ text: z.string(), at: z.string() })).readonly(),
})
