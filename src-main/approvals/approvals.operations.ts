import { approvalPolicies, approvalSeats } from '#shared/approvals/approval-policy.table.ts'
import { USUAL_RULES } from '#shared/approvals/usual-rules.ts'
import { approvalRequests, approvalSteps } from '#shared/approvals/approval-request.table.ts'
import { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import { contentChanges } from '#shared/approvals/content-changes.ts'
import { decideApprovals } from '#shared/approvals/decide-approvals.ts'
import { approvedBefore, gatherContent, policyInForce } from '#shared/approvals/gather-content.ts'
import { isOverdue, whoDecides } from '#shared/approvals/who-decides.ts'
import type { Request, Step } from '#shared/approvals/advance-request.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { LOCAL } from '#shared/journal/actors.ts'
import { unapprovedAuthors } from '#shared/quotes/authorship.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { shownNumbers } from '#shared/quotes/quote-numbers.ts'
import { editableStatuses } from '#shared/quotes/quote.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { hostCapability, type QueryContext } from '../operations/capability.ts'
import { readLink } from '../sync/sync-row.ts'
import { answerRule } from '../workspace/answer-rule.ts'
import { selectRows } from '../workspace/rows.ts'

type Db = QueryContext['db']

export const approvalsHost = hostCapability(
  approvalsContract,
  {
    policy: (_, { db }) => {
      const versions = selectRows(db, approvalPolicies, 'ORDER BY "version" DESC')
      const current = versions.find(({ state }) => state === 'current') ?? null
      return { current, rules: [...(current?.rules ?? USUAL_RULES)], versions }
    },
    seats: (_, { db }) => ({ seats: selectRows(db, approvalSeats, 'ORDER BY "name", "id"'), people: peopleOf(db) }),
    inbox: (_, { db }) => {
      const me = meOf(db)
      const requests = requestsOf(db, `WHERE "status" = 'pending' ORDER BY "askedAt"`).flatMap((request) => {
        const [quote] = selectRows(db, quotes, 'WHERE "id" = ?', request.quoteId)
        if (quote === undefined || request.fallen) return []
        const mine = request.steps.some(({ status, deciders }) => status === 'asked' && deciders.some(({ personId }) => personId === me))
        return [{ ...request, quoteName: quote.name, quoteNumber: shownNumbers(quote).main, quoteLanguage: quote.language, accountName: nameOf(db, 'accounts', quote.accountId), partnerName: nameOf(db, 'partners', quote.partnerId), mine }]
      })
      return { me, requests }
    },
    ofQuote: ({ quoteId }, { db }) => {
      const gathered = answerRule(db, gatherContent(quoteId))
      if (gathered === null) throw new RefusedError('quote.not-found', 'there is no such quote, or it has no prices')
      const { quote, content, hash } = gathered
      const history = answerRule(db, approvedBefore(quote, content))
      const needed = decideApprovals(answerRule(db, policyInForce()).rules, content, history).map((step) => ({ ...step, seatName: seatOf(db, step.seatId)?.name ?? null }))
      const [approved] = selectRows(db, approvalRequests, `WHERE "rootId" = ? AND "status" = 'approved' ORDER BY "decidedAt" DESC LIMIT 1`, quote.rootId)
      return {
        me: meOf(db), contentHash: hash, approved: quote.approvedHash === hash, needed, requests: requestsOf(db, 'WHERE "quoteId" = ? ORDER BY "askedAt" DESC', quoteId),
        since: approved === undefined ? null : contentChanges(approved.content, content),
      } as never
    },
  },
  {},
)

/** Requests with their steps, who may decide each now, and whether the quote says something else by now. */
function requestsOf(db: Db, where: string, ...values: readonly unknown[]) {
  const now = new Date().toISOString()
  return selectRows(db, approvalRequests, where, ...values).map((request) => ({
    ...request,
    fallen: request.status === 'pending' && !mayBeApproved(db, request),
    steps: selectRows(db, approvalSteps, 'WHERE "requestId" = ? ORDER BY "place", "id"', request.id).map((step) => ({ ...step, seatName: seatOf(db, step.seatId)?.name ?? null, ...standing(db, request, step, now) })),
  }))
}

function standing(db: Db, request: Request, step: Step, now: string) {
  if (request.status !== 'pending' || step.status !== 'asked') return { deciders: [], overdue: false }
  const asked = {
    seatId: step.seatId, partial: [request.askedBy, ...authorsOf(db, request.quoteId)], askedAt: step.askedAt ?? now, now, hours: step.hours,
    delegate: step.delegateId === null ? null : { personId: step.delegateId, name: step.delegateName ?? '' },
  }
  return { deciders: [...whoDecides(asked, selectRows(db, approvalSeats))], overdue: isOverdue(asked) }
}

/** Whoever wrote what nobody has approved yet. */
function authorsOf(db: Db, quoteId: string): readonly string[] {
  const [quote] = selectRows(db, quotes, 'WHERE "id" = ?', quoteId)
  return quote === undefined ? [] : answerRule(db, unapprovedAuthors(quote))
}

function mayBeApproved(db: Db, { quoteId, contentHash }: Request): boolean {
  const [quote] = selectRows(db, quotes, 'WHERE "id" = ?', quoteId)
  return quote !== undefined && editableStatuses.includes(quote.status) && hashContent(quote, selectRows(db, quoteLines, 'WHERE "quoteId" = ?', quoteId)) === contentHash
}

function seatOf(db: Db, id: string) {
  return selectRows(db, approvalSeats, 'WHERE "id" = ?', id)[0]
}

function nameOf(db: Db, table: 'accounts' | 'partners', id: string | null): string | null {
  return (db.prepare(`SELECT "name" FROM "${table}" WHERE "id" = ?`).pluck().get(id) as string | undefined) ?? null
}

function meOf(db: Db): string {
  return readLink(db)?.person.userId ?? LOCAL.id
}

/** Everybody who did something that this workspace knows of, and whoever sits here. */
function peopleOf(db: Db): { personId: string; name: string }[] {
  const person = readLink(db)?.person
  const known = db.prepare(`SELECT "actorId" AS "personId", max("actorName") AS "name" FROM "journal" WHERE "actorId" GLOB '????????-????-????-????-????????????' GROUP BY "actorId" ORDER BY 2`).all() as { personId: string; name: string }[]
  const me = { personId: person?.userId ?? LOCAL.id, name: person?.name ?? LOCAL.name }
  return [me, ...known.filter(({ personId }) => personId !== me.personId)]
}
