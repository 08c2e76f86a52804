import { expect, test } from 'vitest'
import { provisionalNumber, quoteNumber, shownNumbers } from '#shared/quotes/quote-numbers.ts'

test('a provisional number is made of the id, and told apart by eye', () => {
  expect(provisionalNumber('01990000-0000-7000-8000-00000000002a')).toBe(provisionalNumber('01990000-0000-7000-8000-00000000002a'))
  expect(provisionalNumber('01990000-0000-7000-8000-0000ffffffff')).toMatch(/^P-[2-9A-HJ-NP-Z]{6}$/)
  expect(new Set(Array.from({ length: 1000 }, (_, at) => provisionalNumber(`01990000-0000-7000-8000-0000${(at * 7919).toString(16).padStart(8, '0')}`))).size).toBe(1000)
})

test('both numbers are shown once there are two, with the revision from the second on', () => {
  expect(quoteNumber(42)).toBe('Q-000042')
  expect(shownNumbers({ number: null, provisionalNumber: 'P-7F3K2A', revision: 1 })).toEqual({ main: 'P-7F3K2A', other: null })
  expect(shownNumbers({ number: 'Q-000042', provisionalNumber: 'P-7F3K2A', revision: 3 })).toEqual({ main: 'Q-000042 R3', other: 'P-7F3K2A' })
})
