import { VISIBLE } from '#shared/journal/visible.ts'
import { isGivenScore } from '#shared/leads/given-score.ts'
import { closedStages } from '#shared/leads/lead.ts'
import { qualifies } from '#shared/qualification/compile-criteria.ts'
import type { CriteriaEffect } from '#shared/qualification/qualification.contract.ts'
import type { Scorer } from '#shared/qualification/score-leads.ts'
import type { JobContext } from '../operations/capability.ts'

const COLUMNS = ['country', 'region', 'postcode', 'industry', 'employees', 'product', 'source', 'corporateNumber', 'domain', 'company', 'score', 'scoringId', 'qualifies'] as const
const CLOSED = closedStages.map((stage) => `'${stage}'`).join(', ')
const LEADS_BETWEEN_TELLING = 20_000
const TENTHS = 10

type Row = Parameters<Scorer['score']>[0] & { readonly score: number | null; readonly scoringId: string | null; readonly qualifies: 0 | 1 | null }

/** What a scorer would make of all open leads, beside what they have. */
export function effectOf(scorer: Scorer, context: JobContext): CriteriaEffect {
  const where = `FROM "leads" WHERE "stage" NOT IN (${CLOSED}) AND ${VISIBLE}`
  const total = context.db.prepare(`SELECT count(*) ${where}`).pluck().get() as number
  const effect = { leads: 0, given: 0, rescored: 0, qualify: 0, wouldQualify: 0, newly: 0, noMore: 0, now: tenths(), then: tenths() }
  for (const lead of context.db.prepare(`SELECT ${COLUMNS.map((column) => `"${column}"`).join(', ')} ${where}`).iterate() as IterableIterator<Row>) {
    if (effect.leads % LEADS_BETWEEN_TELLING === 0) {
      context.heedCancel()
      context.progress('checking', effect.leads, total)
    }
    const given = isGivenScore(lead)
    const scoring = scorer.score(lead)
    const score = given ? lead.score : scorer.hasCriteria ? scoring.score : null
    const now = lead.qualifies === 1
    const then = qualifies(scoring, score) === true
    effect.leads += 1
    if (given) effect.given += 1
    if (score !== lead.score) effect.rescored += 1
    if (now) effect.qualify += 1
    if (then) effect.wouldQualify += 1
    if (then && !now) effect.newly += 1
    if (now && !then) effect.noMore += 1
    count(effect.now, lead.score)
    count(effect.then, score)
  }
  return effect
}

const tenths = (): number[] => Array.from({ length: TENTHS }, () => 0)

function count(into: number[], score: number | null): void {
  if (score === null) return
  const place = Math.min(TENTHS - 1, Math.floor(score / TENTHS))
  into[place] = (into[place] ?? 0) + 1
}
