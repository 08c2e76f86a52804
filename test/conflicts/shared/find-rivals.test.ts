import { expect, test } from 'vitest'
import { findRivals } from '#shared/conflicts/find-rivals.ts'
import type { Overlap } from '#shared/deals/overlap.ts'

const overlap = (given: Partial<Overlap>): Overlap => ({
  kind: 'registration', id: 'r', name: '北山食品', partnerId: 'other', stage: 'submitted', since: '2026-11-02T09:00:00.000Z', until: null, weight: 'look', isOwn: false, verdict: 'same', score: 0.99, evidence: [], ...given,
})
const name = { kind: 'name', agrees: true, shared: [], onlyQuery: [], onlyCandidate: [], weight: 6 } as const
const domain = { kind: 'domain', agrees: true, query: 'kitayama.example', candidate: 'kitayama.example', bearers: 1, shared: false, weight: 5 } as const
const ids = (overlaps: readonly Overlap[]) => {
  const { registrations, direct } = findRivals(overlaps)
  return [registrations.map(({ id }) => id), direct.map(({ id }) => id)]
}

test.each<[string, Partial<Overlap>, boolean]>([
  ['surely the same customer', {}, true],
  ['likely the same, by its domain', { verdict: 'likely', evidence: [domain] }, true],
  ['case 2: likely the same by its name alone', { verdict: 'likely', evidence: [name] }, false],
  ['case 3: likely the same by its name, on a domain that many share', { verdict: 'likely', evidence: [name, { ...domain, shared: true, weight: 0 }] }, false],
  ['worth a look', { verdict: 'look', evidence: [domain] }, false],
  ['the partner’s own', { isOwn: true }, false],
  ['a lead, or an account’s partner of record', { kind: 'lead' }, false],
])('%s', (_, given, contests) => {
  expect(ids([overlap(given)])).toEqual([contests ? ['r'] : [], []])
})

test('direct sales’ business joins where partners contest, and alone opens nothing; a partner’s business is its registration’s', () => {
  const direct = overlap({ kind: 'opportunity', id: 'direct', partnerId: null })
  expect(ids([direct])).toEqual([[], []])
  expect(ids([overlap({}), direct, overlap({ kind: 'opportunity', id: 'theirs' })])).toEqual([['r'], ['direct']])
})
