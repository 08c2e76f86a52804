import { describe, expect, test } from 'vitest'
import { labelledNames, labelledReadings, type Language } from '../labelled-names.ts'
import { finder, indexOf, openSetOf, recallOf } from '../measure-quality.ts'

/** Of 600 names looked up in 36,000 of organisations that no rule or weight was made on, [first, among the first five]. */
const FLOORS: Readonly<Record<Exclude<Language, 'KANA'>, readonly [number, number]>> = { JA: [0.98, 0.99], EN: [0.63, 0.75], ES: [0.72, 0.82], CO: [0.83, 0.87] }

describe('on organisations kept back', () => {
  const labelled = labelledNames('held', 36_000, 150)
  const readings = labelledReadings('held', 150)

  test.skipIf(labelled === null)('names are found, in each language', () => {
    const find = finder(indexOf(labelled!))
    const found = new Map(labelled!.queries.map((query) => [query, find(query)]))
    const recall = recallOf(labelled!.queries, (query) => found.get(query)!.map(({ candidate }) => candidate))
    for (const [language, [first, five]] of Object.entries(FLOORS)) {
      const { at1, at5 } = recall[language as Language]
      expect([language, at1 >= first, at5 >= five, at1, at5]).toEqual([language, true, true, at1, at5])
    }
    const { byVerdict } = openSetOf(labelled!.queries, (query) => found.get(query)!)
    expect(byVerdict.same.pairs).toBe(0)
    expect(byVerdict.likely.right / byVerdict.likely.pairs).toBeGreaterThanOrEqual(0.88)
  })

  test.skipIf(readings === null)('Japanese companies are found by their English names', () => {
    const find = finder(indexOf(readings!))
    expect(recallOf(readings!.queries, (query) => find(query).map(({ candidate }) => candidate)).KANA.at5).toBeGreaterThanOrEqual(0.78)
  })
})
