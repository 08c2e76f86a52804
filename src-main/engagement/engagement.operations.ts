import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import { engagementContract } from '#shared/engagement/engagement.contract.ts'
import { engagementRules } from '#shared/engagement/engagement-rules.table.ts'
import { tryRules } from '#shared/engagement/try-rules.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { publishedRules } from './published-rules.ts'

export const engagementHost = hostCapability(
  engagementContract,
  {
    versions: (_, { db }) => selectRows(db, engagementRules, `WHERE ${VISIBLE} ORDER BY "state" <> 'draft', "number" DESC, "createdAt" DESC`),
    rules: (_, { db }) => publishedRules(db),
    try: ({ id, from }, { db }) => {
      const [draft] = selectRows(db, engagementRules, 'WHERE "id" = ?', id)
      if (draft === undefined) throw new RefusedError('rules.not-found', 'there is no such version of the rules')
      const evidenceOf = Map.groupBy(selectRows(db, caseEvidence), ({ caseId }) => caseId)
      const cases = selectRows(db, conflictCases, `WHERE "openedAt" >= ? AND ${VISIBLE} ORDER BY "openedAt", "id"`, from ?? '').map(({ id: caseId, name, claims, decisions, openedAt }) => ({
        id: caseId, name, claims, openedAt, evidence: evidenceOf.get(caseId) ?? [], decided: decisions.at(-1)?.verdict ?? null,
      }))
      return tryRules(publishedRules(db).clauses, draft.clauses, cases)
    },
  },
  {},
)
