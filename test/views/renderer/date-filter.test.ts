import { describe, expect, test } from 'vitest'
import { dateFromBar, dateToBar, resolveDates } from '#renderer/views/date-filter.ts'

const field = 'arrivedAt'
const local = (...at: [number, number, number]): number => new Date(...at).getTime()
const instants = (filters: ReturnType<typeof resolveDates>) => filters.map(({ operator, values }) => [operator, Date.parse(String(values[0]))])

describe('a condition on days', () => {
  test('comes back from the bar as it went there', () => {
    for (const filter of [
      { field, operator: 'on', value: '2026-11-25' },
      { field, operator: 'between', value: ['2026-11-01', '2026-11-30'] },
      { field, operator: 'last', value: 7 },
      { field, operator: 'from', value: '2026-11-25' },
      { field, operator: 'until', value: '2026-11-25' },
    ]) expect(dateToBar(dateFromBar(filter))).toEqual(filter)
  })

  test('holds for the whole of its days, in the desk’s own zone', () => {
    const day = dateFromBar({ field, operator: 'on', value: '2026-11-25' })
    expect(instants(resolveDates(day, new Date()))).toEqual([['atLeast', local(2026, 10, 25)], ['atMost', local(2026, 10, 26) - 1]])
    const until = dateFromBar({ field, operator: 'until', value: '2026-12-31' })
    expect(instants(resolveDates(until, new Date()))).toEqual([['atMost', local(2027, 0, 1) - 1]])
    const between = dateFromBar({ field, operator: 'between', value: ['2026-11-30', '2026-11-01'] })
    expect(instants(resolveDates(between, new Date()))).toEqual([['atLeast', local(2026, 10, 1)], ['atMost', local(2026, 11, 1) - 1]])
  })

  test('counts the last days back from today, today included', () => {
    const week = dateFromBar({ field, operator: 'last', value: 7 })
    expect(instants(resolveDates(week, new Date(2026, 10, 25, 18)))).toEqual([['atLeast', local(2026, 10, 19)]])
    expect(instants(resolveDates(week, new Date(2026, 2, 3)))).toEqual([['atLeast', local(2026, 1, 25)]])
  })
})
