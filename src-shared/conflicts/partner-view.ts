import type { Claim } from '../engagement/claim.ts'
import type { CaseEvidenceKind, ClauseKind } from '../engagement/clause.ts'
import type { Fact, FactCode, Finding } from '../engagement/find-facts.ts'
import type { Judgement } from '../engagement/judge-claims.ts'
import type { CaseEvidence, CaseState, ConflictCase } from './conflict-case.ts'

/** A case as one partner may know it. Of the others it says that there is another claim: not how many, whose, since when, nor for how much. */
export interface PartnerView {
  readonly caseId: string
  readonly state: CaseState
  readonly openedAt: string
  /** Until when an answer or an appeal is awaited; null: nothing is awaited of this partner. */
  readonly dueAt: string | null
  readonly claims: readonly OwnClaim[]
  readonly asked: readonly { readonly text: string; readonly at: string }[]
  readonly evidence: readonly OwnEvidence[]
  /** What the rules say of this partner's own claims. */
  readonly clauses: readonly { readonly kind: ClauseKind; readonly result: Finding['result']; readonly fact: Fact }[]
  readonly outcome: Outcome | null
  readonly appeals: readonly { readonly text: string; readonly at: string }[]
}

interface OwnClaim {
  readonly registrationId: string | null
  readonly company: string
  readonly products: readonly string[]
  readonly project: string | null
  readonly amount: number | null
  readonly currency: string | null
  readonly deviceAt: string | null
  readonly receivedAt: string | null
  readonly completeAt: string | null
  readonly approvedAt: string | null
}

interface OwnEvidence {
  readonly kind: CaseEvidenceKind
  readonly text: string
  readonly identifier: string | null
  readonly happenedAt: string | null
  readonly receivedAt: string
}

export const outcomeVerdicts = ['won', 'lost', 'split', 'teaming', 'none'] as const

interface Outcome {
  /** `lost` may still have a part of the benefit, where the rules give one to the second in line. */
  readonly verdict: (typeof outcomeVerdicts)[number]
  readonly percent: number
  readonly reason: string | null
  readonly at: string
}

/** Facts whose instants are somebody else's. */
const OTHERS_INSTANTS: readonly FactCode[] = ['directEngaged', 'recordedAfter']

export function partnerView(conflict: ConflictCase, evidence: readonly CaseEvidence[], judgement: Judgement, partnerId: string): PartnerView {
  const own = conflict.claims.filter((claim) => claim.partnerId === partnerId)
  const ids = new Set(own.map(({ id }) => id))
  const isOwn = ({ claimId }: { readonly claimId: string }): boolean => ids.has(claimId)
  const asked = conflict.asked.filter(isOwn)
  const isAwaited = (conflict.state === 'evidenceRequested' && asked.length > 0) || conflict.state === 'decided'
  return {
    caseId: conflict.id,
    state: conflict.state,
    openedAt: conflict.openedAt,
    dueAt: isAwaited ? conflict.dueAt : null,
    claims: own.map(ownClaim),
    asked: asked.map(({ text, at }) => ({ text, at })),
    evidence: evidence.filter(isOwn).map(({ kind, text, identifier, happenedAt, receivedAt }) => ({ kind, text, identifier, happenedAt, receivedAt })),
    clauses: judgement.clauses.flatMap(({ clause, perClaim }) => perClaim.filter(isOwn).map(({ result, fact }) => ({ kind: clause.kind, result, fact: ownFact(fact) }))),
    outcome: outcomeOf(conflict, ids),
    appeals: conflict.appeals.filter(isOwn).map(({ text, at }) => ({ text, at })),
  }
}

function ownClaim({ registrationId, company, products, project, amount, currency, deviceAt, receivedAt, completeAt, approvedAt }: Claim): OwnClaim {
  return { registrationId, company, products, project, amount, currency, deviceAt, receivedAt, completeAt, approvedAt }
}

function ownFact(fact: Fact): Fact {
  return OTHERS_INSTANTS.includes(fact.code) ? { code: fact.code } : fact
}

/** None while a decision that could not be carried out is reviewed anew. */
function outcomeOf({ decisions }: ConflictCase, ids: ReadonlySet<string>): Outcome | null {
  const decision = decisions.at(-1)
  if (decision === undefined || decision.hindered !== undefined) return null
  const { kind, shares } = decision.verdict
  const percent = Math.max(0, ...shares.filter(({ claimId }) => ids.has(claimId)).map((share) => share.percent))
  const isShared = (kind === 'split' || kind === 'teaming') && percent > 0
  const isWinner = shares[0] !== undefined && ids.has(shares[0].claimId)
  return {
    verdict: kind === 'none' || isShared ? kind : isWinner ? 'won' : 'lost',
    percent,
    reason: decision.reasons.find(({ claimId }) => ids.has(claimId))?.text ?? null,
    at: decision.at,
  }
}
