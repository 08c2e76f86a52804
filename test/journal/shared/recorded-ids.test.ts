import { expect, test } from 'vitest'
import { idRange, idsOf } from '#shared/journal/recorded-ids.ts'

const inserted = { kind: 'insert' as const, table: 'leads', ids: ['b', 'd'] }
const removed = { kind: 'remove' as const, table: 'leads', columns: ['company', 'id'], rows: [['X', 'a'], ['Y', 'c']] }

test('a recorded change knows the rows it touched, removed ones too', () => {
  expect([idsOf(inserted), idsOf(removed)]).toEqual([['b', 'd'], ['a', 'c']])
})

test('the range of a command’s ids is of all its changes, and empty without any', () => {
  expect(idRange([inserted, removed])).toEqual(['a', 'd'])
  expect(idRange([])).toEqual([null, null])
})
