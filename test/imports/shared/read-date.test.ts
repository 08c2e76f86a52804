import { detectDateOrder, readDate, type DateOrder } from '#shared/imports/read-date.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function date(text: string, order: DateOrder | null = null) {
  const reading = readDate(text, order)
  return reading.ok ? reading.value : reading.code
}

describe('B29: dates are local dates, or refused', () => {
  it.each<[string, DateOrder | null, string | null]>([
    ['2027-03-02', null, '2027-03-02'],
    ['2027/3/2', null, '2027-03-02'],
    ['20270302', null, '2027-03-02'],
    ['2027-03-02T23:30:00-11:00', null, '2027-03-02'],
    ['2027-03-28 02:30', null, '2027-03-28'],
    ['２０２７年３月２日', null, '2027-03-02'],
    ['令和9年3月2日', null, '2027-03-02'],
    ['令和元年5月1日', null, '2019-05-01'],
    ['R9.3.2', null, '2027-03-02'],
    ['2 March 2027', null, '2027-03-02'],
    ['March 2, 2027', null, '2027-03-02'],
    ['2-Mar-2027', null, '2027-03-02'],
    ['2 de marzo de 2027', null, '2027-03-02'],
    ['28.02.2027', null, '2027-02-28'],
    ['12/31/2026', null, '2026-12-31'],
    ['03/03/2027', null, '2027-03-03'],
    ['02/03/2027', null, 'import.date-ambiguous'],
    ['02/03/2027', 'day-first', '2027-03-02'],
    ['02/03/2027', 'month-first', '2027-02-03'],
    ['12/31/2026', 'day-first', 'import.date-invalid'],
    ['29.02.2027', null, 'import.date-invalid'],
    ['29.02.2028', null, '2028-02-29'],
    ['31/04/2027', null, 'import.date-invalid'],
    ['2027-13-01', null, 'import.date-invalid'],
    ['0001-01-01', null, 'import.date-invalid'],
    ['9999-12-31', null, 'import.date-invalid'],
    ['02/03/27', null, 'import.date-invalid'],
    ['1/2-2027', null, 'import.date-invalid'],
    ['46447', null, 'import.date-invalid'],
    ['tomorrow', null, 'import.date-invalid'],
    ['', null, null],
  ])('%s (column: %s) is %s', (text, order, expected) => {
    expect(date(text, order)).toBe(expected)
  })

  it('gives both readings of an ambiguous one, so that the question can be asked', () => {
    expect(readDate('02/03/2027')).toMatchObject({ ok: false, data: { first: '2027-03-02', second: '2027-02-03' } })
  })

  it('learns the order from the dates of a column that prove one', () => {
    expect(detectDateOrder(['02/03/2027', '31/12/2026'])).toBe('day-first')
    expect(detectDateOrder(['02/03/2027', '12/31/2026'])).toBe('month-first')
    expect(detectDateOrder(['02/03/2027'])).toBeNull()
    expect(detectDateOrder(['31/12/2026', '12/31/2026'])).toBeNull()
  })

  it('reads back every day of two centuries, and no day that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1850, max: 2199 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const real = new Date(Date.UTC(year, month - 1, day))
        const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day
        expect(date(iso)).toBe(exists ? iso : 'import.date-invalid')
      }),
    )
  })
})
