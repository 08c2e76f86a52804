import { expect, test } from 'vitest'
import { namedTwice, percentOf } from '#shared/opportunities/attribution.ts'

test('a partner may be credited for two things, not twice for one', () => {
  const [sourced, fulfilled] = [{ partnerId: 'a', kind: 'sourced', percent: 60 }, { partnerId: 'a', kind: 'fulfilled', percent: 30 }] as const
  expect(namedTwice([sourced, fulfilled, { ...sourced, partnerId: 'b' }])).toBeUndefined()
  expect(namedTwice([sourced, fulfilled, { ...sourced, percent: 1 }])).toEqual({ ...sourced, percent: 1 })
  expect(percentOf([sourced, fulfilled])).toBe(90)
})
