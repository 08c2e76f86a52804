import { compareNames } from './compare-names.ts'
import type { Decisions } from './decided-pairs.ts'
import type { MatchIndex } from './match-index.ts'
import type { MatchRecord } from './match-record.ts'
import { scorePair, type PairScore } from './score-pair.ts'

export interface Match extends PairScore {
  readonly query: string
  readonly candidate: string
}

export interface FindOptions {
  readonly most: number
  readonly decided: Decisions
  /** Registered domains that many organisations use, beside those of mail and pages: the group's, a reseller's own. */
  readonly sharedDomains: ReadonlySet<string>
  /** How far is looked: `EFFORT.lookUp` unless every record of a list is sought among all. */
  readonly effort?: Effort
  /** Ids of records to compare as well, whatever their names have in common. */
  readonly also?: Iterable<string>
}

export interface Effort {
  /** Entries of the index's lists that are read, those of the rarest features first. */
  readonly read: number
  /** Candidates that are then compared word by word. */
  readonly compared: number
}

export const EFFORT = { lookUp: { read: 20_000, compared: 50 }, everyPair: { read: 3_000, compared: 8 } } as const satisfies Record<string, Effort>

/** The records that a query may be, the best first; equals in the order of their ids. */
export function findMatches(query: MatchRecord, index: MatchIndex, { most, decided, sharedDomains, effort = EFFORT.lookUp, also = [] }: FindOptions): readonly Match[] {
  const name = index.nameOf(query)
  const decisions = decided.of(query.name)
  const places = new Set(index.candidates(query, name, effort).map(({ place }) => place))
  for (const id of [...decisions.keys(), ...also]) {
    const place = index.placeOf(id)
    if (place !== undefined) places.add(place)
  }
  const matches: Match[] = []
  for (const place of places) {
    const candidate = index.recordAt(place)
    const pair = scorePair(query, candidate, compareNames(name, index.nameAt(place), index), {
      decided: decisions.get(candidate.id) ?? null,
      domainBearers: query.domain === '' ? 0 : index.bearers('domain', query.domain),
      isSharedDomain: (domain) => sharedDomains.has(domain),
    })
    matches.push({ query: query.id, candidate: candidate.id, ...pair })
  }
  return matches.sort((one, other) => other.score - one.score || (one.candidate < other.candidate ? -1 : 1)).slice(0, most)
}
