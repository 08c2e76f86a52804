import { expect, test } from 'vitest'
import { endOfValidity, isValidAt } from '#shared/quotes/quote-validity.ts'

test.each([['Asia/Tokyo', '2026-12-31T15:00:00.000Z'], ['America/Guatemala', '2027-01-01T06:00:00.000Z'], ['Europe/Berlin', '2026-12-31T23:00:00.000Z']])('a day is over at midnight in %s', (timeZone, end) => {
  expect(new Date(endOfValidity('2026-12-31', timeZone)).toISOString()).toBe(end)
})

test('the last minute of the last day counts, where clocks are put forward too', () => {
  const quote = { validUntil: '2026-03-29', timeZone: 'Europe/Berlin' }
  expect([isValidAt(quote, '2026-03-29T21:59:59.999Z'), isValidAt(quote, '2026-03-29T22:00:00.000Z')]).toEqual([true, false])
})
