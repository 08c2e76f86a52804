import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { decisionSchema } from '#shared/assignment/decision.ts'
import { explainLead } from '#shared/assignment/explain-lead.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { hostCapability } from '../operations/capability.ts'
import { loadLeads } from './load-leads.ts'
import { loadRuleSet } from './load-rule-set.ts'
import { previewRun, runAssignment } from './run-assignment.ts'

/** When and why a lead was decided last, in a run or, on the central API, at once with the command that made it wait: `runId` names either. */
const DECIDED = `SELECT
    coalesce("assignedAt", (SELECT "startedAt" FROM "batches" WHERE "batches"."id" = "leads"."runId"), (SELECT "at" FROM "journal" WHERE "journal"."id" = "leads"."runId")) AS "decidedAt",
    (SELECT "explanation" FROM "decisions" WHERE "id" = "decisionId") AS "explanation"
  FROM "leads" WHERE "id" = ?`

export const assignmentHost = hostCapability(
  assignmentContract,
  {
    explain: ({ leadId }, { db, today }) => {
      const lead = db.prepare(DECIDED).get(leadId) as { decidedAt: string | null; explanation: string | null } | undefined
      if (lead === undefined) throw new RefusedError('lead.not-found', 'there is no such lead')
      if (lead.explanation !== null) return { decidedAt: lead.decidedAt, explanation: decisionSchema.parse(JSON.parse(lead.explanation)) }
      const compiled = compileRuleSet(loadRuleSet(db, today()), knowledge)
      const { columns } = loadLeads(db, compiled.today, compiled.version)
      return { decidedAt: null, explanation: explainLead(compiled, columns, columns.ids.indexOf(leadId)).decision }
    },
    ruleVersion: (_, { db, today }) => ({ version: compileRuleSet(loadRuleSet(db, today()), knowledge).version }),
  },
  { preview: ({ scope }, context) => previewRun(scope, context), run: ({ scope }, context) => runAssignment(scope, context) },
)
