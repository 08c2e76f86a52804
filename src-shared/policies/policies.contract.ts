import { z } from 'zod'
import { contract, query } from '../foundation/operation.ts'
import { policyNames } from './policy-schema.ts'

/** `closed`: what was set cannot be believed, and the strictest value counts instead. `suggested`: people may change it. */
export const policyOrigins = ['machine', 'user', 'closed', 'suggested'] as const

export const policyProblems = ['unreadable', 'not-trusted', 'too-large', 'not-json', 'twice', 'unknown', 'invalid', 'not-suggestible', 'machine-only', 'user-ignored'] as const

const standingPolicySchema = z.strictObject({ name: z.enum(policyNames), value: z.union([z.string(), z.number(), z.boolean()]), origin: z.enum(policyOrigins) })
export type StandingPolicy = z.infer<typeof standingPolicySchema>

/** Something about the policies that IT should mend: where it lies, and which name, if it is about one. */
const policyProblemSchema = z.strictObject({ problem: z.enum(policyProblems), place: z.string(), name: z.string().nullable() })
export type PolicyProblem = z.infer<typeof policyProblemSchema>

export const policiesContract = contract('policies', {
  standing: query(
    'What the company has set on this computer, where it is looked for, and what is wrong with it',
    z.strictObject({}),
    z.strictObject({ policies: z.array(standingPolicySchema), problems: z.array(policyProblemSchema), places: z.array(z.string()) }),
  ),
})
