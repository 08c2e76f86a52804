import { insert, many, one, type Change, type Question } from '../foundation/command.ts'
import { contentId } from '../foundation/content-id.ts'
import type { RowOf } from '../foundation/table.ts'
import { isGivenScore } from '../leads/given-score.ts'
import { isClosed } from '../leads/lead.ts'
import type { leads } from '../leads/lead.table.ts'
import { compileCriteria, qualifies, type ScoredFacts, type ScoreLead } from './compile-criteria.ts'
import { criterionKinds } from './criterion.ts'
import { criteria } from './criterion.table.ts'
import { USUAL_TERMS, type DistributionTerms } from './distribution-terms.ts'
import { distributionTerms, TERMS_ID } from './distribution-terms.table.ts'
import { scorings, type Scoring } from './scoring.table.ts'

type Lead = RowOf<typeof leads>
export type LeadScore = Pick<Lead, 'score' | 'scoringId' | 'qualifies'>
export type ScorableLead = ScoredFacts & Pick<Lead, 'stage' | 'score' | 'scoringId' | 'qualifies'>

/** How leads are scored here; null where nobody has stated anything. */
export interface Scorer {
  readonly score: ScoreLead
  readonly hasCriteria: boolean
}

export function* askTerms(): Generator<Question, DistributionTerms, unknown> {
  return (yield* one(distributionTerms, TERMS_ID)) ?? USUAL_TERMS
}

export function* askScorer(): Generator<Question, Scorer | null, unknown> {
  const all = yield* many(criteria, 'byKind', ...criterionKinds.map((kind) => [kind]))
  const { threshold } = yield* askTerms()
  return scorerOf(all, threshold)
}

export function scorerOf(all: readonly RowOf<typeof criteria>[], threshold: number | null): Scorer | null {
  const hasCriteria = all.some(({ enabled }) => enabled)
  return hasCriteria || threshold !== null ? { score: compileCriteria(all, threshold), hasCriteria } : null
}

/** What the criteria make of a lead: its score, why, and whether it qualifies. A closed lead is history and keeps what it has. */
export function scoreOf(lead: ScorableLead, scorer: Scorer | null): LeadScore & { readonly scoring: Scoring | null } {
  const { score, scoringId } = lead
  if (isClosed(lead.stage)) return { score, scoringId, qualifies: lead.qualifies, scoring: null }
  const given = isGivenScore(lead)
  if (scorer === null) return { score: given ? score : null, scoringId: null, qualifies: null, scoring: null }
  const scoring = scorer.score(lead)
  if (given || !scorer.hasCriteria) return { score: given ? score : null, scoringId: null, qualifies: qualifies(scoring, given ? score : null), scoring: null }
  return { score: scoring.score, scoringId: contentId(JSON.stringify(scoring)), qualifies: qualifies(scoring, scoring.score), scoring }
}

/** The same for one lead of a command: what to write to it, and the scoring to keep where it is the first of its kind. */
export function* scoreLead(lead: ScorableLead): Generator<Question, { readonly patch: LeadScore; readonly kept: readonly Change[] }, unknown> {
  const { scoring, ...patch } = scoreOf(lead, yield* askScorer())
  return { patch, kept: scoring === null ? [] : yield* keepScorings([scoring]) }
}

/** Inserts of those scorings that are not kept yet. */
export function* keepScorings(made: readonly Scoring[]): Generator<Question, readonly Change[], unknown> {
  const byId = new Map(made.map((scoring) => [contentId(JSON.stringify(scoring)), scoring]))
  const known = new Set((yield* many(scorings, 'id', ...[...byId.keys()].map((id) => [id]))).map(({ id }) => id))
  return [...byId].filter(([id]) => !known.has(id)).map(([id, explanation]) => insert(scorings, { id, explanation }))
}
