import { accept, command, many, one, refuse, update, type Change } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { askScorer, keepScorings, scoreLead, scoreOf, type LeadScore } from '../qualification/score-leads.ts'
import type { Scoring } from '../qualification/scoring.table.ts'
import { isGivenScore } from './given-score.ts'
import { isClosed } from './lead.ts'
import { leads } from './lead.table.ts'
import { leadsContract } from './leads.contract.ts'

type Lead = RowOf<typeof leads>

const { operations } = leadsContract
const scoreColumns = ['score', 'scoringId', 'qualifies'] as const

const scoreManually = command(operations.scoreManually, function* ({ id, score, reason }, { now, commandId }) {
  const lead = yield* one(leads, id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  const given = scoreGiven(score, reason, now)
  const { patch } = yield* scoreLead({ ...lead, ...given })
  return accept({ entry: commandId }, [update(leads, id, { ...given, ...patch })], [{ event: 'lead.scored-manually', about: id, details: { score, reason } }])
})

const releaseScores = command(operations.releaseScores, function* ({ ids }, { commandId }) {
  const scorer = yield* askScorer()
  const changes: Change[] = []
  const made: Scoring[] = []
  for (const id of ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (!isGivenScore(lead) || isClosed(lead.stage)) continue
    const { scoring, ...score } = scoreOf({ ...lead, score: null }, scorer)
    if (scoring !== null) made.push(scoring)
    changes.push(update(leads, id, { ...score, scoreGivenAt: null, scoreReason: null }))
  }
  return accept({ entry: commandId, released: changes.length }, [...changes, ...(yield* keepScorings(made))], [{ event: 'lead.score-released' }])
})

const score = command(operations.score, function* ({ ids }) {
  const scorer = yield* askScorer()
  const made: Scoring[] = []
  const changed: string[] = []
  const rows: unknown[][] = []
  for (const lead of yield* many(leads, 'id', ...ids.map((id) => [id]))) {
    const { scoring, ...scored } = scoreOf(lead, scorer)
    if (Object.keys(scoreChanges(lead, scored)).length === 0) continue
    if (scoring !== null) made.push(scoring)
    changed.push(lead.id)
    rows.push(scoreColumns.map((column) => scored[column]))
  }
  const change: Change = { kind: 'update', table: leads, columns: scoreColumns, ids: changed, rows }
  return accept({ changed: changed.length }, [change, ...(yield* keepScorings(made))])
})

export const scoreCommands = [scoreManually, releaseScores, score]

/** What a score that a person gives makes of a lead; null: the criteria decide again. */
export function scoreGiven(value: number | null, reason: string | null, now: string): Pick<Lead, 'score' | 'scoringId' | 'scoreGivenAt' | 'scoreReason'> {
  return { score: value, scoringId: null, scoreGivenAt: value === null ? null : now, scoreReason: reason }
}

/** What of a lead's score is another now. */
export function scoreChanges(lead: LeadScore, scored: LeadScore): Partial<LeadScore> {
  return Object.fromEntries(scoreColumns.filter((column) => lead[column] !== scored[column]).map((column) => [column, scored[column]]))
}
