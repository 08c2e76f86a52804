import { expect, test } from 'vitest'
import { aboveIsRing } from '#shared/approvals/above-is-ring.ts'

test('a seat is never above itself, however far away', () => {
  const above = [{ id: 'b', aboveId: 'c' }, { id: 'c', aboveId: null }]
  expect(aboveIsRing('a', 'b', above)).toBe(false)
  expect(aboveIsRing('b', 'b', above)).toBe(true)
  expect(aboveIsRing('c', 'b', above)).toBe(true)
  expect(aboveIsRing('d', 'b', [{ id: 'b', aboveId: 'd' }])).toBe(true)
})
