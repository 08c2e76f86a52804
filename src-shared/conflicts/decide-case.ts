import { refuse, type Decision } from '../foundation/command.ts'
import { sameVerdict, type Verdict } from '../engagement/claim.ts'
import type { EngagementRules } from '../engagement/engagement-rules.ts'
import type { Judgement } from '../engagement/judge-claims.ts'
import { nextCaseStates, type CaseDecision, type CaseReason, type ConflictCase } from './conflict-case.ts'

interface Ruling {
  readonly verdict: Verdict
  /** How many decisions whoever decides has seen in the case. */
  readonly seen: number
  readonly reasonForHouse: string
  readonly reasons: readonly CaseReason[]
}

interface Circumstances {
  readonly now: string
  readonly by: string
  readonly rules: EngagementRules
  readonly proposed: Judgement
}

/**
 * The decision to be added to a case; `alike` where somebody has decided the same meanwhile, which makes it one decision; or a refusal.
 * Two who decide without knowing of each other and disagree are told so: the second to arrive is refused with both.
 */
export function decideCase(conflict: ConflictCase, { verdict, seen, reasonForHouse, reasons }: Ruling, { now, by, rules, proposed }: Circumstances): CaseDecision | 'alike' | Decision<never> {
  const wrong = verdictProblem(conflict, verdict)
  if (wrong !== undefined) return wrong
  const last = conflict.decisions.at(-1)
  if (last !== undefined && conflict.decisions.length > seen) {
    if (sameVerdict(last.verdict, verdict)) return 'alike'
    return refuse('case.decided-otherwise', 'somebody has decided otherwise meanwhile', { case: conflict.name, by: last.by, at: last.at, theirs: last.verdict.kind, theirsFor: namesOf(conflict, last.verdict), yours: verdict.kind, yoursFor: namesOf(conflict, verdict) })
  }
  if (verdict.kind !== 'none' && (conflict.state === 'detected' || conflict.state === 'triage')) return refuse('case.not-reviewed', 'a case is reviewed before it is decided')
  if (!nextCaseStates[conflict.state].includes('decided')) return refuse('case.state-not-reachable', 'the case is not at a step for that', { from: conflict.state, to: 'decided' })
  if (reasonForHouse.trim() === '') return refuse('case.reason-missing', 'a decision has a reason')
  const unanswered = conflict.claims.find(({ id, partnerId, withdrawnAt }) => partnerId !== null && withdrawnAt === null && !reasons.some(({ claimId, text }) => claimId === id && text.trim() !== ''))
  if (unanswered !== undefined) return refuse('case.partner-reason-missing', 'every partner is told why', { partner: unanswered.partnerName ?? '' })
  return { at: now, by, verdict, proposed, rulesId: rules.id, rulesNumber: rules.number, reasonForHouse: reasonForHouse.trim(), reasons: reasons.map(({ claimId, text }) => ({ claimId, text: text.trim() })) }
}

function verdictProblem({ claims }: ConflictCase, { kind, shares }: Verdict): Decision<never> | undefined {
  const known = new Set(claims.map(({ id }) => id))
  if (shares.some(({ claimId }) => !known.has(claimId)) || new Set(shares.map(({ claimId }) => claimId)).size < shares.length) return refuse('case.claim-not-found', 'the case has no such claim')
  const having = shares.filter(({ percent }) => percent > 0)
  const sum = having.reduce((total, { percent }) => total + percent, 0)
  const fits = { none: having.length === 0, uphold: having.length > 0, award: having.length > 0, teaming: having.length > 1, split: having.length > 1 }[kind]
  if (!fits) return refuse('case.shares-do-not-fit', 'who has what does not fit the verdict', { verdict: kind })
  // A distributor has its own share beside the split.
  const distributors = new Set(claims.filter((claim) => claim.kind === 'distributor').map(({ id }) => id))
  const split = sum - having.filter(({ claimId }) => distributors.has(claimId)).reduce((total, { percent }) => total + percent, 0)
  return kind === 'split' && split !== 100 && sum !== 100 ? refuse('case.split-not-whole', 'a split shares the whole', { sum: split }) : undefined
}

/** Those who have something, in words for a refusal. */
function namesOf({ claims }: ConflictCase, { shares }: Verdict): string {
  return shares.filter(({ percent }) => percent > 0).map(({ claimId, percent }) => `${claims.find(({ id }) => id === claimId)?.partnerName ?? '—'} ${percent}%`).join(', ')
}
