import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { decisionSchema } from './decision.ts'

/** Which leads a run decides: those without a partner; also those that lie elsewhere on the map by now; or all that nobody works on yet. */
export const assignmentScopes = ['unassigned', 'realign', 'all'] as const

const share = z.strictObject({ id: z.string(), code: z.string(), name: z.string(), leads: z.int(), today: z.int() })
const move = z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), leads: z.int() })

/** What a run would do, or did: counts after it, beside those of today. */
export const assignmentSummarySchema = z.strictObject({
  ruleVersion: z.string(),
  scope: z.enum(assignmentScopes),
  considered: z.int(),
  assigned: z.int(),
  unroutable: z.int(),
  /** Of `assigned`: with another partner before. */
  moved: z.int(),
  /** Of `assigned`: with the same partner as before. */
  unchanged: z.int(),
  kept: z.int(),
  byTerritory: z.array(share),
  byPartner: z.array(share),
  moves: z.array(move),
  ms: z.number(),
})
export type AssignmentSummary = z.infer<typeof assignmentSummarySchema>

/** Ids of many leads' partners, say: each distinct id once, and for each lead its place; -1 is none. */
const coded = z.strictObject({ ids: z.array(z.string()), at: z.array(z.int()) })

export const assignmentContract = contract('assignment', {
  preview: job('What a run of the rules would do; writes nothing', z.strictObject({ scope: z.enum(assignmentScopes).default('unassigned') }), assignmentSummarySchema),
  run: job('Runs the rules and gives the leads to partners, as one change that can be taken back', z.strictObject({ scope: z.enum(assignmentScopes).default('unassigned') }), z.strictObject({ summary: assignmentSummarySchema, batchId: z.string() })),
  explain: query('Why this partner: rules, candidates, choice, for a lead as it was decided, or as it would be decided now', z.strictObject({ leadId: idSchema }), z.strictObject({ decidedAt: z.string().nullable(), explanation: decisionSchema })),
  ruleVersion: query('The version of the rules in force: changes with anything that can change a decision', z.strictObject({}), z.strictObject({ version: z.string() })),
  recordDecisions: internal(commandOperation(
    'Keeps the explanations of a run',
    z.strictObject({ runId: idSchema, ruleVersion: z.string(), decisions: z.array(z.strictObject({ id: z.string(), explanation: z.json() })).max(5000) }),
    z.strictObject({ recorded: z.int() }),
  )),
  applyDecisions: internal(commandOperation(
    'Gives a run’s leads to the partners it chose',
    z.strictObject({
      runId: idSchema,
      leadIds: z.array(z.string()).max(10_000),
      partner: coded,
      territory: coded,
      rule: coded,
      decision: coded,
      /** Positions of leads that came back and find nobody now: `partner` is who had them last, which the next run is to know. */
      cameBack: z.array(z.int()).default([]),
      /** Positions of leads that another partner has been offered until now. */
      replaced: z.array(z.int()).default([]),
    }),
    z.strictObject({ applied: z.int() }),
    // Who had a lead until then was not said once.
    [(input) => input],
  )),
})
