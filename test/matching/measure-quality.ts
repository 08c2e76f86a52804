import { crc32 } from 'node:zlib'
import { verdicts, type Verdict } from '#shared/matching/evidence.ts'
import { DecidedPairs } from '#shared/matching/decided-pairs.ts'
import { findMatches, type Match } from '#shared/matching/find-matches.ts'
import { MatchIndex } from '#shared/matching/match-index.ts'
import { matchRecord } from '#shared/matching/match-record.ts'
import { languages, type LabelledNames, type LabelledQuery, type Language } from './labelled-names.ts'

export const FROM_NOTHING = { most: 5, decided: new DecidedPairs(), sharedDomains: new Set<string>() } as const

export function indexOf({ records }: LabelledNames): MatchIndex {
  return MatchIndex.of(records.map(matchRecord))
}

export interface Recall {
  readonly queries: number
  readonly at1: number
  readonly at5: number
}

/** Shares of the queries whose answer is first, and among the first five, by language and of all. */
export function recallOf(queries: readonly LabelledQuery[], answersTo: (query: LabelledQuery) => readonly string[]): Readonly<Record<Language | 'all', Recall>> {
  const ranks = queries.map((query) => ({ language: query.language, rank: answersTo(query).indexOf(query.answer) }))
  const recall = (of: readonly { readonly rank: number }[]): Recall => ({
    queries: of.length,
    at1: of.filter(({ rank }) => rank === 0).length / of.length,
    at5: of.filter(({ rank }) => rank >= 0 && rank < 5).length / of.length,
  })
  const byLanguage = languages.map((language) => [language, recall(ranks.filter((each) => each.language === language))] as const)
  return Object.fromEntries([...byLanguage, ['all', recall(ranks)]]) as Record<Language | 'all', Recall>
}

export interface OpenSet {
  /** Best of all thresholds. */
  readonly f1: number
  readonly threshold: number
  /** Most of the names that have a counterpart can be told with so few wrong ones. */
  readonly recallAtPrecision98: number
  readonly byVerdict: Readonly<Record<Verdict, { readonly pairs: number; readonly right: number }>>
}

/** Half of the names have no counterpart in the list; of each the best match is judged. */
export function openSetOf(queries: readonly LabelledQuery[], find: (query: LabelledQuery) => readonly Match[]): OpenSet {
  const judged = queries.map((query) => {
    const withheld = ((crc32(query.answer) >>> 11) & 1) === 0
    const best = find(query).find(({ candidate }) => !withheld || candidate !== query.answer)
    return { withheld, right: !withheld && best?.candidate === query.answer, score: best?.score ?? 0, verdict: best?.verdict ?? ('different' as const) }
  })
  const known = judged.filter(({ withheld }) => !withheld).length
  let [f1, threshold, recallAtPrecision98, right] = [0, 1, 0, 0]
  for (const [at, each] of judged.toSorted((one, other) => other.score - one.score).entries()) {
    right += Number(each.right)
    const [precision, recall] = [right / (at + 1), right / known]
    const harmonic = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    if (harmonic > f1) [f1, threshold] = [harmonic, each.score]
    if (precision >= 0.98) recallAtPrecision98 = recall
  }
  const counts = verdicts.map((verdict) => [verdict, { pairs: judged.filter((each) => each.verdict === verdict).length, right: judged.filter((each) => each.verdict === verdict && each.right).length }] as const)
  return { f1, threshold, recallAtPrecision98, byVerdict: Object.fromEntries(counts) as OpenSet['byVerdict'] }
}

export function finder(index: MatchIndex): (query: LabelledQuery) => readonly Match[] {
  return ({ name }) => findMatches(matchRecord({ id: '', name }), index, FROM_NOTHING)
}
