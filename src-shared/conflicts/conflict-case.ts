import type { Claim, Verdict } from '../engagement/claim.ts'
import type { CaseEvidenceKind } from '../engagement/clause.ts'
import type { JsonValue } from '../foundation/json.ts'
import type { Judgement } from '../engagement/judge-claims.ts'

/** Detected → Triage → Evidence requested ⇄ Under review → Decided ⇄ Appealed → Final (field.md B3). A claim that joins a decided case, and a decision that cannot be carried out, take it back under review. As long as it is not final, the registrations are held. */
export const caseStates = ['detected', 'triage', 'evidenceRequested', 'underReview', 'decided', 'appealed', 'final'] as const
export type CaseState = (typeof caseStates)[number]

/** Where a case may go from where it is. What turns out to be no conflict is decided at any time. */
export const nextCaseStates: Readonly<Record<CaseState, readonly CaseState[]>> = {
  detected: ['triage', 'decided'],
  triage: ['evidenceRequested', 'underReview', 'decided'],
  evidenceRequested: ['evidenceRequested', 'underReview', 'decided'],
  underReview: ['evidenceRequested', 'decided'],
  decided: ['appealed', 'final'],
  appealed: ['evidenceRequested', 'underReview', 'decided'],
  final: [],
}

/** The house is to do something. */
export const waitingCaseStates: readonly CaseState[] = ['detected', 'triage', 'evidenceRequested', 'underReview', 'appealed']

/** What was asked of a claim's side. */
export interface AskedEvidence {
  readonly claimId: string
  readonly text: string
  readonly at: string
}

export interface CaseReason {
  readonly claimId: string
  readonly text: string
}

/** A decision as it was made: with what was proposed then, so that it can be looked at and tried again. */
export interface CaseDecision {
  readonly at: string
  /** The name of whoever decided. */
  readonly by: string
  readonly verdict: Verdict
  readonly proposed: Judgement
  readonly rulesId: string | null
  readonly rulesNumber: number
  /** Never leaves the house. */
  readonly reasonForHouse: string
  readonly reasons: readonly CaseReason[]
  /** Why it could not be carried out when the case was to be closed, where it could not: a refusal. */
  readonly hindered?: { readonly code: string; readonly details: JsonValue; readonly at: string } | undefined
}

export interface CaseAppeal {
  readonly claimId: string
  readonly text: string
  /** The name of whoever recorded it. */
  readonly by: string
  readonly at: string
  /** Of which decision, counted from 0. */
  readonly decision: number
}

/** A case as rules and views read it. */
export interface ConflictCase {
  readonly id: string
  readonly name: string
  readonly state: CaseState
  readonly claims: readonly Claim[]
  readonly asked: readonly AskedEvidence[]
  readonly decisions: readonly CaseDecision[]
  readonly appeals: readonly CaseAppeal[]
  readonly openedAt: string
  readonly dueAt: string | null
}

/** A piece of evidence as rules and views read it. */
export interface CaseEvidence {
  readonly id: string
  readonly claimId: string
  readonly kind: CaseEvidenceKind
  readonly text: string
  readonly identifier: string | null
  readonly saidBy: string
  readonly happenedAt: string | null
  readonly deviceAt: string | null
  readonly receivedAt: string
}
