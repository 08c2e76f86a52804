import type Database from 'better-sqlite3'
import { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import { waitingCaseStates } from '#shared/conflicts/conflict-case.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { caseListFields, conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { partnerView } from '#shared/conflicts/partner-view.ts'
import { claimingStatuses } from '#shared/deals/registration.ts'
import { judgeClaims } from '#shared/engagement/judge-claims.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { contestedClaims } from './contested-claims.ts'
import { publishedRules } from '../engagement/published-rules.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { selectRows } from '../workspace/rows.ts'

const claimants = `(SELECT group_concat(claim.value ->> 'partnerName', ', ') FROM json_each("conflictCases"."claims") AS claim WHERE claim.value ->> 'partnerName' IS NOT NULL)`
const extra = { claimants: `coalesce(${claimants}, '')` }
const sqlOf: Readonly<Record<string, ListField>> = { claimants: { sql: extra.claimants, kind: 'text' }, decisions: { sql: `json_array_length("conflictCases"."decisions")`, kind: 'number' }, name: { sql: '"conflictCases"."name"', kind: 'text' } }

const source: ListSource = {
  table: conflictCases,
  fields: Object.fromEntries(caseListFields.map((name): [string, ListField] => [name, sqlOf[name] ?? { sql: `"conflictCases"."${name}"`, kind: 'exact' }])),
  hidden: VISIBLE,
  extra,
  defaultSort: '"conflictCases"."dueAt" IS NULL, "conflictCases"."dueAt", "conflictCases"."_row" DESC',
}

/** Accounts that several partners have registrations with, some of which no case holds. */
const CONTESTED = `SELECT "accountId" FROM "registrations" WHERE "accountId" IS NOT NULL AND "caseId" IS NULL AND "status" IN (${claimingStatuses.map((status) => `'${status}'`).join(', ')}) AND ${VISIBLE}
  GROUP BY "accountId" HAVING count(DISTINCT "partnerId") > 1 ORDER BY "accountId"`
const WAITING = waitingCaseStates.map((state) => `'${state}'`).join(', ')

/** A case with what is on record in it, and what the rules of its decision, else those that hold, say of it. */
function caseWithJudgement(db: Database.Database, id: string) {
  const [found] = selectRows(db, conflictCases, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (found === undefined) throw new RefusedError('case.not-found', 'there is no such case')
  const evidence = selectRows(db, caseEvidence, 'WHERE "caseId" = ? ORDER BY "receivedAt", "id"', id)
  const decision = found.decisions.at(-1)
  if ((found.state === 'decided' || found.state === 'final') && decision !== undefined) return { case: found, evidence, judgement: decision.proposed, rulesNumber: decision.rulesNumber }
  const rules = publishedRules(db)
  return { case: found, evidence, judgement: judgeClaims(rules.clauses, { claims: found.claims, evidence, openedAt: found.openedAt }), rulesNumber: rules.number }
}

export const conflictsHost = hostCapability(
  conflictsContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => caseWithJudgement(db, id),
    viewOf: ({ id, partnerId }, { db }) => {
      const { case: found, evidence, judgement } = caseWithJudgement(db, id)
      if (!found.claims.some((claim) => claim.partnerId === partnerId)) throw new RefusedError('case.claim-not-found', 'the case has no claim of this partner')
      return partnerView(found, evidence, judgement, partnerId)
    },
    board: (_, { db }) => db.prepare(`SELECT count(*) AS "waiting", coalesce(sum("dueAt" <= ?), 0) AS "overdue" FROM "conflictCases" WHERE "state" IN (${WAITING}) AND ${VISIBLE}`).get(new Date().toISOString()) as never,
  },
  {
    keep: async (_, context) => {
      const over = context.db.prepare(`SELECT "id" FROM "conflictCases" WHERE "state" = 'decided' AND "dueAt" <= ? AND ${VISIBLE} ORDER BY "dueAt", "id"`).pluck().all(context.now()) as string[]
      let closed = 0
      for (const id of over) if ((await context.write<{ hindered: unknown }>('conflicts.finalise', { id })).hindered === null) closed += 1
      let opened = 0
      for (const accountId of context.db.prepare(CONTESTED).pluck().all() as string[]) if ((await context.write<{ id: string | null }>('conflicts.look', { accountId })).id !== null) opened += 1
      const { contested, alike } = contestedClaims(context.db)
      const cases = new Set<string>()
      for (const registrationIds of contested) cases.add((await context.write<{ id: string }>('conflicts.open', { registrationIds: [...registrationIds] })).id)
      return { closed, hindered: over.length - closed, opened: opened + cases.size, alike }
    },
  },
)
