import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ORDINARY_CALENDAR, ORDINARY_WEEK } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import { USUAL_CARE } from '#shared/care/care-terms.ts'
import { careState, checkInStanding, type CareFacts } from '#shared/care/check-in-standing.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const NO_SETTINGS = { everyDays: null, pausedReason: null, pausedUntil: null }
const held = (heldOn: string, given: Partial<CareFacts['checkIns'][number]> = {}) => ({ id: idNumber(dayNumber(heldOn)), kind: 'held' as const, heldOn, mood: 'good' as const, voidedAt: null, ...given })

function factsOf({ absences = [], status = 'active', ...given }: Partial<Pick<CareFacts, 'checkIns' | 'care' | 'terms'>> & Partial<CareFacts['partner']> & { calendar?: typeof ORDINARY_CALENDAR } = {}): CareFacts {
  return { partner: { status, absences }, care: NO_SETTINGS, checkIns: [held('2026-11-18')], terms: USUAL_CARE, days: new WorkingDays(given.calendar ?? ORDINARY_CALENDAR, absences), ...given }
}
const dueOn = (given: Parameters<typeof factsOf>[0]): string | null => checkInStanding(factsOf(given)).dueOn

describe('when the next check-in is due', () => {
  test('is a week after the last, or by the partner’s own cadence; a weekend moves it to Monday', () => {
    expect(dueOn({})).toBe('2026-11-25')
    expect(dueOn({ care: { ...NO_SETTINGS, everyDays: 14 } })).toBe('2026-12-02')
    expect(dueOn({ checkIns: [held('2026-11-14')] })).toBe('2026-11-23')
  })

  test('is not moved by the clocks being changed: a day is a day', () => {
    // On 29 March 2026 Europe’s clocks go forward, on 1 November America’s go back.
    expect(dueOn({ checkIns: [held('2026-03-25')] })).toBe('2026-04-01')
    expect(dueOn({ checkIns: [held('2026-10-28')] })).toBe('2026-11-04')
  })

  test('lies after Golden Week, and after a leave', () => {
    const golden = ['2026-04-29', '2026-05-04', '2026-05-05', '2026-05-06'].map((date) => ({ date, name: 'Golden Week', works: false, published: true }))
    expect(dueOn({ checkIns: [held('2026-04-27')], calendar: { week: ORDINARY_WEEK, specialDays: golden } })).toBe('2026-05-07')
    expect(dueOn({ absences: [{ from: '2026-11-23', to: '2026-12-04', reason: 'Leave' }] })).toBe('2026-12-07')
    expect(dueOn({ absences: [{ from: '2026-11-23', to: null, reason: 'Leave' }] })).toBeNull()
    expect(dueOn({ absences: [{ from: '2027-11-23', to: null, reason: 'Leave' }] })).toBe('2026-11-25')
  })

  test('is none while it is paused, before the first one, and of a partner that is not active', () => {
    expect(dueOn({ care: { ...NO_SETTINGS, pausedReason: 'Sold' } })).toBeNull()
    expect(dueOn({ care: { ...NO_SETTINGS, pausedReason: 'Moves', pausedUntil: '2026-12-12' } })).toBe('2026-12-14')
    expect(dueOn({ care: { ...NO_SETTINGS, pausedReason: 'Moves', pausedUntil: '2026-11-20' } })).toBe('2026-11-25')
    expect(dueOn({ checkIns: [] })).toBeNull()
    expect(dueOn({ status: 'inactive' })).toBeNull()
  })

  test('goes by the last that was held or skipped and is not void; how it goes by the last that was held', () => {
    const all = [held('2026-11-18', { kind: 'skipped', mood: null }), held('2026-11-19', { voidedAt: '2026-11-20T00:00:00.000Z', mood: 'poor' }), held('2026-11-11', { mood: 'mixed' })]
    expect(checkInStanding(factsOf({ checkIns: all }))).toEqual({ lastOn: '2026-11-18', lastHeldOn: '2026-11-11', mood: 'mixed', dueOn: '2026-11-25' })
  })

  test('is a day that the partner works, never before the cadence is over, whatever the order they were recorded in', () => {
    const days = fc.array(fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }), (on, everyDays, leave) => {
      const last = Math.max(...on)
      const absences = leave === 0 ? [] : [{ from: dateText(last + everyDays), to: dateText(last + everyDays + leave), reason: 'Leave' }]
      const given = { checkIns: on.map((day) => held(dateText(day))), care: { ...NO_SETTINGS, everyDays }, absences }
      const due = dueOn(given)
      expect(due).not.toBeNull()
      expect(dayNumber(due ?? '')).toBeGreaterThanOrEqual(last + everyDays + (leave === 0 ? 0 : leave + 1))
      expect(new WorkingDays(ORDINARY_CALENDAR, absences).isWorked(due ?? '')).toBe(true)
      expect(dueOn({ ...given, checkIns: given.checkIns.toReversed() })).toBe(due)
    }))
  })
})

describe('where a partner stands', () => {
  const care = { pausedReason: null, pausedUntil: null, lastOn: '2026-11-18', dueOn: '2026-11-25' }
  test.each([
    ['overdue', 'active', care, '2026-11-26'],
    ['due', 'active', care, '2026-11-25'],
    ['ahead', 'active', care, '2026-11-24'],
    ['first', 'active', undefined, '2026-11-24'],
    ['first', 'active', { ...care, lastOn: null, dueOn: null }, '2026-11-24'],
    ['paused', 'active', { ...care, pausedReason: 'Moves', pausedUntil: '2026-11-27' }, '2026-11-26'],
    ['overdue', 'active', { ...care, pausedReason: 'Moves', pausedUntil: '2026-11-26' }, '2026-11-26'],
    ['away', 'active', { ...care, dueOn: null }, '2026-11-26'],
    ['resting', 'inactive', care, '2026-11-26'],
  ] as const)('%s', (state, status, known, today) => {
    expect(careState(status, known, today)).toBe(state)
  })
})
