import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { WorkClock } from '#shared/calendars/work-clock.ts'
import { ORDINARY_CALENDAR, ORDINARY_WEEK, type SpecialDay, type WorkingCalendar } from '#shared/calendars/working-calendar.ts'

const holiday = (date: string, name: string): SpecialDay => ({ date, name, works: false, published: true })
const withDays = (...specialDays: SpecialDay[]): WorkingCalendar => ({ week: ORDINARY_WEEK, specialDays })
const holyWeek = withDays(holiday('2027-03-25', 'Jueves Santo'), holiday('2027-03-26', 'Viernes Santo'), holiday('2027-03-27', 'Sábado Santo'))

const at = (local: string, zone: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const told = (instant: number | null, zone: string): string | null => (instant === null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }))

const GUATEMALA = 'America/Guatemala'

/** From a local time, so many working minutes, as a local time. */
function due(calendar: WorkingCalendar, zone: string, local: string, minutes: number): string | null {
  return told(new WorkClock(calendar, zone).add(at(local, zone), minutes), zone)
}

describe('working time', () => {
  test.each([
    ['counts within a day', '2027-03-23T10:00', 90, '2027-03-23T11:30'],
    ['begins at the opening when it is early', '2027-03-23T06:00', 60, '2027-03-23T10:00'],
    ['ends with the day, not at the next opening', '2027-03-23T17:00', 60, '2027-03-23T18:00'],
    ['goes over the night', '2027-03-23T17:55', 60, '2027-03-24T09:55'],
    ['goes over a weekend', '2027-03-19T17:55', 60, '2027-03-22T09:55'],
    ['begins at the opening after a day off, not at the time of day of arrival', '2027-03-20T15:00', 60, '2027-03-22T10:00'],
  ])('%s', (_, start, minutes, end) => {
    expect(due(ORDINARY_CALENDAR, GUATEMALA, start, minutes)).toBe(end)
  })

  test('Holy Week does not count in Guatemala', () => {
    expect(due(holyWeek, GUATEMALA, '2027-03-24T17:30', 120)).toBe('2027-03-29T10:30')
    const clock = new WorkClock(holyWeek, GUATEMALA)
    const days = clock.specialDaysBetween(at('2027-03-24T17:30', GUATEMALA), at('2027-03-29T10:30', GUATEMALA))
    expect(days.map(({ name }) => name), 'the Saturday would not have been worked anyhow').toEqual(['Jueves Santo', 'Viernes Santo'])
  })

  test('a Saturday that is worked counts as a day', () => {
    const calendar = withDays({ date: '2027-03-20', name: 'stocktaking', works: true, published: false })
    expect(due(calendar, GUATEMALA, '2027-03-19T17:55', 60)).toBe('2027-03-20T09:55')
  })

  test('clocks that are put forward or back cost and give nobody an hour of office time', () => {
    const night: WorkingCalendar = { week: ORDINARY_WEEK.map(() => [{ from: 0, to: 6 * 60 }]), specialDays: [] }
    expect(due(ORDINARY_CALENDAR, 'Europe/Berlin', '2027-03-26T17:00', 120)).toBe('2027-03-29T10:00')
    expect(due(night, 'Europe/Berlin', '2027-03-28T01:00', 120), 'from 1 to 2, and from 3 to 4').toBe('2027-03-28T04:00')
    expect(due(night, 'Europe/Berlin', '2027-10-31T01:00', 180), 'two hours between 2 and 3').toBe('2027-10-31T03:00')
  })

  test('a lunch break is no working time', () => {
    const calendar: WorkingCalendar = { week: ORDINARY_WEEK.map((_, day) => (day < 5 ? [{ from: 540, to: 720 }, { from: 780, to: 1080 }] : [])), specialDays: [] }
    expect(due(calendar, 'Asia/Tokyo', '2027-03-23T11:30', 60)).toBe('2027-03-23T13:30')
  })

  test('a calendar whose every day is off is an error, not an endless loop', () => {
    const calendar: WorkingCalendar = { week: ORDINARY_WEEK.map(() => []), specialDays: [] }
    expect(() => due(calendar, 'Asia/Tokyo', '2027-03-23T11:30', 60)).toThrow('no working time')
  })

  test('what is due in ten years is found, and what is due in twenty is an error', () => {
    expect(due(ORDINARY_CALENDAR, 'Asia/Tokyo', '2027-01-04T09:00', 540 * 5 * 520)).toBe('2036-12-19T18:00')
    expect(() => due(ORDINARY_CALENDAR, 'Asia/Tokyo', '2027-01-04T09:00', 540 * 5 * 52 * 20)).toThrow('further away')
  })

  test('one clock answers about an earlier time after a later one', () => {
    const clock = new WorkClock(ORDINARY_CALENDAR, 'Asia/Tokyo')
    clock.add(at('2030-06-03T09:00', 'Asia/Tokyo'), 60)
    expect(told(clock.add(at('2020-06-01T09:00', 'Asia/Tokyo'), 60), 'Asia/Tokyo')).toBe('2020-06-01T10:00')
    expect(clock.between(at('2019-06-03T09:00', 'Asia/Tokyo'), at('2019-06-04T09:00', 'Asia/Tokyo'))).toBe(540)
  })
})

describe('pauses', () => {
  const clock = new WorkClock(ORDINARY_CALENDAR, GUATEMALA)
  const local = (text: string): number => at(text, GUATEMALA)
  const after = (...pauses: { from: number; to: number | null }[]): string | null => told(clock.addOutside(pauses, local('2027-03-22T10:00'), 120), GUATEMALA)

  test('time within them does not count', () => {
    expect(after({ from: local('2027-03-22T11:00'), to: local('2027-03-23T10:00') })).toBe('2027-03-23T11:00')
    expect(after({ from: local('2027-03-22T10:30'), to: local('2027-03-22T10:45') }, { from: local('2027-03-22T11:00'), to: local('2027-03-22T11:15') })).toBe('2027-03-22T12:30')
  })

  test('the clock stands still while one is open', () => {
    expect(after({ from: local('2027-03-22T11:00'), to: null })).toBe(null)
  })

  test('one that began before or lies behind the deadline changes nothing that was over', () => {
    expect(after({ from: local('2027-03-22T08:00'), to: local('2027-03-22T09:30') })).toBe('2027-03-22T12:00')
    expect(after({ from: local('2027-03-22T08:00'), to: local('2027-03-22T10:30') })).toBe('2027-03-22T12:30')
    expect(after({ from: local('2027-03-22T12:00'), to: null })).toBe('2027-03-22T12:00')
  })
})

/** Minute after minute, as slowly as can be: is this minute one of work? */
function countMinutes(calendar: WorkingCalendar, zone: string, start: number, minutes: number): number {
  let left = minutes
  for (let instant = start; ; instant += 60_000) {
    const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
    const special = calendar.specialDays.find(({ date }) => date === local.toPlainDate().toString())
    const spans = special?.works === false ? [] : (calendar.week[local.dayOfWeek - 1] ?? [])
    const minute = local.hour * 60 + local.minute
    if (!spans.some(({ from, to }) => from <= minute && minute < to)) continue
    left -= 1
    if (left === 0) return instant + 60_000
  }
}

test('agrees with counting minute by minute, in zones with and without summer time', () => {
  const zones = fc.constantFrom('America/Guatemala', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Casablanca')
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }).map((offsets) => offsets.map((offset) => holiday(Temporal.PlainDate.from('2026-10-20').add({ days: offset }).toString(), 'off')))
  const minutesIn = fc.integer({ min: 0, max: 14 * 1440 })
  fc.assert(fc.property(zones, days, minutesIn, fc.integer({ min: 1, max: 1500 }), fc.boolean(), (zone, specialDays, offset, minutes, nights) => {
    const calendar: WorkingCalendar = { week: nights ? ORDINARY_WEEK.map(() => [{ from: 0, to: 300 }]) : ORDINARY_WEEK, specialDays }
    const start = at('2026-10-20T00:00', zone) + offset * 60_000
    const clock = new WorkClock(calendar, zone)
    const end = clock.add(start, minutes)
    expect(end).toBe(countMinutes(calendar, zone, start, minutes))
    expect(clock.between(start, end)).toBeCloseTo(minutes, 6)
  }), { numRuns: 60 })
})
