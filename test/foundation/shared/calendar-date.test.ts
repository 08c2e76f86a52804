import { expect, test } from 'vitest'
import { addMonths, daysBetween } from '#shared/foundation/calendar-date.ts'

test.each([['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2026-03-31', 0, '2026-03-31'], ['1999-12-31', 2, '2000-02-29']])('%s and %s months is %s', (date, months, later) => {
  expect(addMonths(date, months)).toBe(later)
})

test('counts days as the calendar does, leap years and centuries included', () => {
  for (let at = Date.UTC(1899, 11, 1), last = at; at < Date.UTC(2101, 0, 1); last = at, at += 9 * 86_400_000) {
    const written = (time: number): string => new Date(time).toISOString().slice(0, 10)
    expect(daysBetween(written(last), written(at))).toBe((at - last) / 86_400_000)
  }
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})
