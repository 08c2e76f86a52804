import { EFFORT, findMatches, type FindOptions, type Match } from './find-matches.ts'
import type { MatchIndex } from './match-index.ts'
import type { MatchRecord } from './match-record.ts'

/**
 * Every pair of the records of a list that a person should look at, or that is surer, once: what open deals have to do with each other.
 * Given some of the records, only theirs are sought, so that several threads can share the work.
 */
export function* findAllMatches(index: MatchIndex, records: Iterable<MatchRecord>, options: FindOptions): Generator<Match> {
  for (const record of records) {
    for (const match of findMatches(record, index, { effort: EFFORT.everyPair, ...options, most: options.most + 1 })) {
      if (match.candidate > record.id && match.verdict !== 'different') yield match
    }
  }
}
