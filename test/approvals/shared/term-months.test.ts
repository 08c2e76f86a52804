import { expect, test } from 'vitest'
import { termMonths } from '#shared/approvals/term-months.ts'

test.each([
  ['2026-12-01', '2027-11-30', 12],
  ['2026-12-01', '2027-12-01', 13],
  ['2026-01-31', '2026-02-27', 1],
  ['2026-12-01', '2026-12-01', 1],
])('from %s to %s: %i', (from, to, months) => {
  expect(termMonths(from, to)).toBe(months)
})
