import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAllMatches } from '#shared/matching/find-all-matches.ts'
import { findMatches } from '#shared/matching/find-matches.ts'
import { readIndex, writeIndex } from '#shared/matching/index-bytes.ts'
import { MatchIndex } from '#shared/matching/match-index.ts'
import { matchRecord, type MatchRecord } from '#shared/matching/match-record.ts'
import { FROM_NOTHING } from '../measure-quality.ts'

const NAMES = ['株式会社日立製作所', '日立建機', 'Hitachi Ltd.', 'Universidad de Málaga', 'University of Malaga', 'UMA', 'Acme Foods', 'Acme Food S.A.', 'Nordic Steel', 'Plenus', '株式会社プレナス', 'Hospital Santa María', 'St. Mary Hospital', 'Open Science Lab', 'OpenScienceLab']
const record = fc.record({ id: fc.nat(30).map(String), name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ minLength: 1, maxLength: 12 })), domain: fc.constantFrom('', 'acme.com', 'uma.es') }).map(matchRecord)
const records = fc.array(record, { maxLength: 30 })

function answers(index: MatchIndex): unknown {
  return NAMES.map((name) => findMatches(matchRecord({ id: 'q', name, domain: 'acme.com' }), index, FROM_NOTHING))
}

describe('an index', () => {
  test('finds each record by its own name', () => {
    const index = MatchIndex.of(NAMES.map((name, at) => matchRecord({ id: String(at), name })))
    for (const [at, name] of NAMES.entries()) expect(findMatches(matchRecord({ id: 'q', name }), index, FROM_NOTHING).map(({ candidate }) => candidate)).toContain(String(at))
  })

  test('that was added to and taken from answers as one built anew', () => {
    fc.assert(
      fc.property(records, records, fc.array(fc.nat(30).map(String)), (first, later, gone) => {
        const index = MatchIndex.of(first)
        for (const each of later) index.add(each)
        for (const id of gone) index.remove(id)
        const left = new Map<string, MatchRecord>([...first, ...later].map((each) => [each.id, each]))
        for (const id of gone) left.delete(id)
        expect(index.size).toBe(left.size)
        expect(answers(index)).toEqual(answers(MatchIndex.of(left.values())))
      }),
      { numRuns: 60 },
    )
  })

  test('written and read again answers the same, whatever has happened to it', () => {
    fc.assert(
      fc.property(records, records, (first, later) => {
        const index = MatchIndex.of(first)
        for (const each of later) index.add(each)
        const read = readIndex(writeIndex(index))
        if (!read.ok) throw new Error(read.error.code)
        expect(answers(read.value)).toEqual(answers(index))
        const one = matchRecord({ id: 'new', name: 'Acme Foods' })
        read.value.add(one)
        index.add(one)
        expect(answers(read.value)).toEqual(answers(index))
      }),
      { numRuns: 40 },
    )
  })

  test('that was changed, cut short or is of another version is refused, never read', () => {
    const bytes = writeIndex(MatchIndex.of(NAMES.map((name, at) => matchRecord({ id: String(at), name }))))
    const reason = (damaged: Uint8Array): unknown => {
      const read = readIndex(damaged)
      return read.ok ? 'read' : [read.error.code, read.error.details]
    }
    expect(reason(bytes.slice())).toBe('read')
    expect(reason(new Uint8Array([0, ...bytes]).subarray(1))).toBe('read')
    for (const at of [20, 500, bytes.length - 1]) expect(reason(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))).toEqual(['match.index-unreadable', { reason: 'checksum' }])
    expect(reason(bytes.slice(0, -8))).toEqual(['match.index-unreadable', { reason: 'length' }])
    expect(reason(bytes.map((byte, place) => (place === 4 ? byte + 1 : byte)))).toEqual(['match.index-unreadable', { reason: 'version' }])
    expect(reason(new Uint8Array(3))).toEqual(['match.index-unreadable', { reason: 'length' }])
  })

  test('keeps the last of two records of one id', () => {
    const index = MatchIndex.of([matchRecord({ id: '1', name: 'Acme' }), matchRecord({ id: '1', name: 'Zeta' })])
    expect([index.size, index.recordAt(index.placeOf('1')!).name]).toEqual([1, 'Zeta'])
  })

  test('of nothing finds nothing', () => {
    expect(findMatches(matchRecord({ id: 'q', name: 'Acme' }), MatchIndex.of([]), FROM_NOTHING)).toEqual([])
  })
})

test('deals against each other: every pair worth a look once, none with itself', () => {
  const deals = [['a', 'Gandia Foods', 'gandia.es'], ['b', 'Gandía Foods S.L.', 'gandia.es'], ['c', 'Nordic Steel', ''], ['d', 'Nordic Steel AB', ''], ['e', 'Zeta', '']].map(([id = '', name = '', domain = '']) => matchRecord({ id, name, domain }))
  const pairs = [...findAllMatches(MatchIndex.of(deals), deals, FROM_NOTHING)].map(({ query, candidate, verdict }) => `${query}${candidate} ${verdict}`)
  expect(pairs).toContain('ab same')
  expect(pairs.filter((pair) => pair.startsWith('cd'))).toHaveLength(1)
  expect(pairs).toHaveLength(2)
})
