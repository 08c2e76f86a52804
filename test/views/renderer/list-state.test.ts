import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterOperators } from '#renderer/views/filter-operators.ts'
import { emptyState, readState, sameState, writeState, type ListState } from '#renderer/views/list-state.ts'

const FIELDS = ['company', 'stage', 'score'] as const
const fields: ReadonlySet<string> = new Set(FIELDS)
const field = fc.constantFrom(...FIELDS)
const states: fc.Arbitrary<ListState> = fc.record({
  search: fc.string({ unit: 'grapheme' }),
  filter: fc.array(fc.record({ field, operator: fc.constantFrom(...filterOperators), values: fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean())) })),
  sort: fc.array(fc.record({ field, direction: fc.constantFrom('ascending' as const, 'descending' as const) })),
  group: fc.option(field),
})

describe('a list’s state in the address', () => {
  test('comes back as it was, whatever the values hold', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state), fields)).toEqual(state)
      }),
    )
  })

  test('survives being written as a query and read by the browser', () => {
    fc.assert(
      fc.property(states, (state) => {
        const query = new URLSearchParams()
        for (const [key, value] of Object.entries(writeState(state))) for (const each of [value].flat()) query.append(key, each)
        const read = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))
        expect(readState(read, fields)).toEqual(state)
      }),
    )
  })

  test('leaves out fields and operators that the list does not have', () => {
    const query = { f: ['stage~is~new', 'secret~is~x', 'stage~drop~x'], s: 'secret~-score', g: 'secret' }
    expect(readState(query, fields)).toEqual({ ...emptyState, filter: [{ field: 'stage', operator: 'is', values: ['new'] }], sort: [{ field: 'score', direction: 'descending' }] })
  })

  test('is nothing for the list as it opens', () => {
    expect(writeState(emptyState)).toEqual({})
    expect(sameState(emptyState, { ...emptyState })).toBe(true)
    expect(sameState(emptyState, { ...emptyState, group: 'stage' })).toBe(false)
  })
})
