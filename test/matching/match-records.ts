import { compareNames, type NameComparison } from '#shared/matching/compare-names.ts'
import { findMatches, type FindOptions, type Match } from '#shared/matching/find-matches.ts'
import { MatchIndex } from '#shared/matching/match-index.ts'
import { matchRecord, type MatchRecord } from '#shared/matching/match-record.ts'
import { FROM_NOTHING } from './measure-quality.ts'

/** Names that are not asked for, so that a word's weight is that of a word among many. */
const OTHERS = ['Acme Trading', 'Northern Steel Works', 'Universidad de Salamanca', 'Hospital Clínico', '東京電力株式会社', '大阪製作所', 'Instituto de Física', 'University of Leeds', 'Nordic Paper AB', 'Banco Central', '九州食品工業', 'Kobe Optics']

export function aRecord(name: string, more: Partial<Parameters<typeof matchRecord>[0]> = {}): MatchRecord {
  return matchRecord({ id: name, ...more, name })
}

export function indexWith(...records: readonly MatchRecord[]): MatchIndex {
  return MatchIndex.of([...OTHERS.map((name, at) => aRecord(name, { id: `other ${at}` })), ...records])
}

export function compared(one: string, other: string): NameComparison {
  const index = indexWith(aRecord(one), aRecord(other))
  return compareNames(index.nameOf(aRecord(one)), index.nameOf(aRecord(other)), index)
}

/** What is found for a query among these and other records. */
export function found(query: MatchRecord, records: readonly MatchRecord[], options: Partial<FindOptions> = {}): readonly Match[] {
  return findMatches(query, indexWith(...records), { ...FROM_NOTHING, ...options })
}
