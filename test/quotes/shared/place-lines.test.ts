import { describe, expect, test } from 'vitest'
import { orderLines, placeLines } from '#shared/quotes/place-lines.ts'
import { buildLine } from '#test/foundation/builders/build-quote.ts'

const line = (id: string, place: number, parentId: string | null = null) => buildLine({ quoteId: 'q', id, place, parentId })

describe('the order of lines', () => {
  test('is by place, options after their bundle, whatever their own place', () => {
    expect(orderLines([line('c', 3), line('o2', 2, 'b'), line('b', 2), line('a', 1), line('o1', 1, 'b')]).map(({ id }) => id)).toEqual(['a', 'b', 'o1', 'o2', 'c'])
  })
  test('is by id where two have one place, and an option without its bundle stands by itself', () => {
    expect(orderLines([line('z', 1), line('a', 1), line('o', 0, 'gone')]).map(({ id }) => id)).toEqual(['o', 'a', 'z'])
  })
})

describe('places', () => {
  const lines = [line('a', 1024), line('o', 5, 'a'), line('b', 2048)]

  test('are at the end, at the beginning, between, and before the bundle where an option was named', () => {
    expect(placeLines(lines, 1, null)).toEqual({ places: [3072], moved: [] })
    expect(placeLines([], 2, null).places).toHaveLength(2)
    const inserted = (before: string) => placeLines(lines, 2, before).places
    expect(inserted('b').every((place) => place > 1024 && place < 2048)).toBe(true)
    expect(inserted('a').every((place) => place < 1024)).toBe(true)
    expect(inserted('o')).toEqual(inserted('a'))
  })

  test('make room where there is none, and keep the order', () => {
    const tight = [line('a', 10), line('b', 11), line('c', 12)]
    const { places, moved } = placeLines(tight, 2, 'b')
    const after = new Map([...tight.map(({ id, place }) => [id, place] as const), ...moved.map(({ id, place }) => [id, place] as const), ['x', places[0]!] as const, ['y', places[1]!] as const])
    expect([...after].toSorted(([, one], [, other]) => one - other).map(([id]) => id)).toEqual(['a', 'x', 'y', 'b', 'c'])
    expect(new Set(after.values()).size).toBe(5)
  })
})
