import { expect, test } from 'vitest'
import { ORDINARY_CALENDAR, ORDINARY_WEEK } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'

const holiday = (date: string) => ({ date, name: 'Holiday', works: false, published: true })

test('a date so many working days after another leaves out weekends, holidays and the partner’s absence', () => {
  const plain = new WorkingDays(ORDINARY_CALENDAR)
  expect([plain.after('2026-11-27', 1), plain.after('2026-11-27', 5), plain.after('2026-11-28', 0), plain.after('2026-11-28', 1)]).toEqual(['2026-11-30', '2026-12-04', '2026-11-30', '2026-11-30'])
  const festive = new WorkingDays({ week: ORDINARY_WEEK, specialDays: [holiday('2026-11-30')] }, [{ from: '2026-12-01', to: '2026-12-02' }])
  expect(festive.after('2026-11-27', 1)).toBe('2026-12-03')
})

test('what a person has set for a date holds against the published holiday, and a Saturday may be worked', () => {
  const days = new WorkingDays({ week: ORDINARY_WEEK, specialDays: [{ ...holiday('2026-11-30'), works: true, published: false }, holiday('2026-11-30'), { ...holiday('2026-11-28'), works: true }] })
  expect([days.after('2026-11-27', 1), days.after('2026-11-27', 2)]).toEqual(['2026-11-28', '2026-11-30'])
})

test('somebody who is away until further notice has a date that can be shown', () => {
  expect(new WorkingDays(ORDINARY_CALENDAR, [{ from: '2026-01-01', to: null }]).after('2026-11-27', 1)).toBe('2037-01-13')
})

test('no date is later than can be written', () => {
  const days = new WorkingDays(ORDINARY_CALENDAR)
  expect([days.after('9999-12-30', 5), days.after(days.after('9999-12-31', 3), 3)]).toEqual(['9999-12-31', '9999-12-31'])
})

test('working days between two dates are those after the first, up to the last', () => {
  expect(new WorkingDays(ORDINARY_CALENDAR).between('2026-11-27', '2026-12-01')).toBe(2)
})
