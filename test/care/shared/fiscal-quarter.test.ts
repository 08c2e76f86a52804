import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalQuarter, quarterBefore } from '#shared/care/fiscal-quarter.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'

test.each([
  ['2026-11-20', 1, { quarter: '2026-Q4', startsOn: '2026-10-01', endsOn: '2026-12-31' }],
  ['2026-11-20', 4, { quarter: '2026-Q3', startsOn: '2026-10-01', endsOn: '2026-12-31' }],
  ['2027-02-28', 4, { quarter: '2026-Q4', startsOn: '2027-01-01', endsOn: '2027-03-31' }],
  ['2028-02-29', 12, { quarter: '2027-Q1', startsOn: '2027-12-01', endsOn: '2028-02-29' }],
])('%s, of a fiscal year that begins in month %i', (date, fiscalStart, quarter) => {
  expect(fiscalQuarter(date, fiscalStart)).toEqual(quarter)
})

test('the quarters of any fiscal year follow each other without a gap, and each holds its own days', () => {
  fc.assert(fc.property(fc.integer({ min: dayNumber('1999-01-01'), max: dayNumber('2060-12-31') }), fc.integer({ min: 1, max: 12 }), (day, fiscalStart) => {
    const date = dateText(day)
    const quarter = fiscalQuarter(date, fiscalStart)
    expect(quarter.startsOn <= date && date <= quarter.endsOn).toBe(true)
    expect(fiscalQuarter(quarter.endsOn, fiscalStart)).toEqual(quarter)
    const before = quarterBefore(quarter, fiscalStart)
    expect(dayNumber(before.endsOn) + 1).toBe(dayNumber(quarter.startsOn))
    expect(before.quarter).not.toBe(quarter.quarter)
  }))
})
