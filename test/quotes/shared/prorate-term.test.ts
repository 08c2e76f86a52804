import { describe, expect, test } from 'vitest'
import { prorateTerm, type Proration } from '#shared/quotes/prorate-term.ts'
import { d, text } from './decimals.ts'

function prorated(proration: Proration, from: string, to: string, months = 12) {
  const result = prorateTerm(d('1200'), months, { from, to, proration }, { decimals: 4, mode: 'halfAwayFromZero' })
  return result === null ? null : [text(result.unitPrice), `${result.over}/${result.under}`, result.exact]
}

describe('by months begun', () => {
  test.each([
    ['2026-01-01', '2026-12-31', ['1200', '12/12', true]],
    ['2026-01-01', '2026-01-31', ['100', '1/12', true]],
    ['2026-01-01', '2026-02-01', ['200', '2/12', true]],
    ['2026-01-15', '2026-01-15', ['100', '1/12', true]],
    ['2026-01-31', '2026-02-27', ['100', '1/12', true]],
    ['2026-01-31', '2026-02-28', ['200', '2/12', true]],
    ['2026-01-01', '2028-12-31', ['3600', '36/12', true]],
  ])('%s to %s is %j', (from, to, expected) => {
    expect(prorated('startedMonths', from, to)).toEqual(expected)
  })
})

describe('by days', () => {
  test.each([
    ['2026-01-01', '2026-12-31', ['1200', '365/365', true]],
    ['2028-01-01', '2028-12-31', ['1200', '365/365', true]],
    ['2028-01-01', '2028-01-01', ['3.2787', '1/366', false]],
    ['2026-01-01', '2026-01-01', ['3.2877', '1/365', false]],
    // A whole year, and 31 of the 365 days of the next.
    ['2026-01-01', '2027-01-31', ['1301.9178', '396/365', false]],
    ['2024-02-29', '2025-02-27', ['1200', '365/365', true]],
  ])('%s to %s is %j', (from, to, expected) => {
    expect(prorated('days', from, to)).toEqual(expected)
  })

  test('of a price for a month too', () => {
    expect(prorated('days', '2026-02-01', '2026-02-14', 1)).toEqual(['600', '14/28', true])
  })
})

test('nothing ends before it begins', () => {
  expect(prorated('days', '2026-02-01', '2026-01-31')).toBeNull()
})
