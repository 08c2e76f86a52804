import { detectDecimalMark, readDecimal, readInteger, readMinorUnits, type DecimalMark } from '#shared/imports/read-number.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function cents(text: string, mark: DecimalMark | null = null) {
  const reading = readMinorUnits(text, { decimals: 2, mark })
  return reading.ok ? reading.value : reading.code
}

describe('B28: amounts become integers of minor units, or are refused', () => {
  it.each<[string, DecimalMark | null, number | string | null]>([
    ['1,234.50', null, 123_450],
    ['1.234,50', null, 123_450],
    ['12,34,567.8', null, 123_456_780],
    ['1,234,567', null, 123_456_700],
    ['1.234.567', null, 123_456_700],
    ['1 234,5', null, 123_450],
    ["1'234.50", null, 123_450],
    ['0,5', null, 50],
    ['.5', null, 50],
    ['1234', null, 123_400],
    ['1,234', null, 'import.number-ambiguous'],
    ['1.234', null, 'import.number-ambiguous'],
    ['1,234', 'point', 123_400],
    ['1,234', 'comma', 'import.number-too-precise'],
    ['1.234', 'comma', 123_400],
    ['1.5', 'comma', 'import.number-ambiguous'],
    ['1.005', 'point', 'import.number-too-precise'],
    ['1.50000', 'point', 150],
    ['٣٤', null, 3_400],
    ['۱۲٫۵', null, 1_250],
    ['１２．５０', null, 1_250],
    ['￥1,234.00', null, 123_400],
    ['$ 12.30', null, 1_230],
    ['12,30 €', null, 1_230],
    ['1,234.50円', null, 123_450],
    ['-12.50', null, -1_250],
    ['−12.50', null, -1_250],
    ['▲12.50', null, -1_250],
    ['(12.50)', null, -1_250],
    ['$-12.50', null, -1_250],
    ["'-12.50", null, -1_250],
    ['-0', null, 0],
    ['-0.00', null, 0],
    ['1000000000000', null, 100_000_000_000_000],
    ['99999999999999.99', null, 'import.number-out-of-range'],
    ['1e309', null, 'import.number-invalid'],
    ['1e5', null, 'import.number-invalid'],
    ['NaN', null, 'import.number-invalid'],
    ['Infinity', null, 'import.number-invalid'],
    ['12%', null, 'import.number-invalid'],
    ['1,23,4', null, 'import.number-invalid'],
    ['1.2.3,4', null, 'import.number-invalid'],
    ['--5', null, 'import.number-invalid'],
    ['-(5)', null, 'import.number-invalid'],
    ['十二', null, 'import.number-invalid'],
    ['=1+1', null, 'import.number-invalid'],
    ['', null, null],
    ['  ', null, null],
  ])('%s (column: %s) is %s', (text, mark, expected) => {
    expect(Object.is(cents(text, mark), expected)).toBe(true)
  })

  it('is exact for every amount that can be written, in both ways of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), fc.boolean(), (amount, comma) => {
        const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/gu, ',')
        const english = `${amount < 0 ? '-' : ''}${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
        const text = comma ? english.replace(/[.,]/gu, (sign) => (sign === ',' ? '.' : ',')) : english
        expect(cents(text)).toBe(amount)
      }),
    )
  })

  it('needs no question for a currency without minor units', () => {
    expect(readMinorUnits('1,234', { decimals: 0, mark: null })).toEqual({ ok: true, value: 1234 })
    expect(readMinorUnits('1,234.5', { decimals: 0, mark: null })).toMatchObject({ ok: false, code: 'import.number-too-precise' })
  })
})

describe('whole numbers', () => {
  it.each<[string, number | string]>([
    ['1,234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1,200人', 1200],
    ['12.0', 12],
    ['12.5', 'import.number-too-precise'],
    ['9007199254740993', 'import.number-out-of-range'],
    ['-1', 'import.number-out-of-range'],
    ['about 50', 'import.number-invalid'],
  ])('%s is %s', (text, expected) => {
    const reading = readInteger(text, { minimum: 0 })
    expect(reading.ok ? reading.value : reading.code).toBe(expected)
  })
})

it('learns the decimal mark from the numbers of a column that prove one', () => {
  expect(detectDecimalMark(['1,234', '5,5', ''])).toBe('comma')
  expect(detectDecimalMark(['1,234', '1,234,567'])).toBe('point')
  expect(detectDecimalMark(['1,234', '2,345'])).toBeNull()
  expect(detectDecimalMark(['1,5', '1.5'])).toBeNull()
  expect(detectDecimalMark(['$1.00', '€2.50'])).toBe('point')
})

it('reads degrees with sign and keeps to their range', () => {
  expect(readDecimal('-17.5046', { mark: null, minimum: -90, maximum: 90 })).toEqual({ ok: true, value: -17.5046 })
  expect(readDecimal('35,689', { mark: 'comma', minimum: -90, maximum: 90 })).toEqual({ ok: true, value: 35.689 })
  expect(readDecimal('139.69', { mark: null, minimum: -90, maximum: 90 })).toMatchObject({ ok: false, code: 'import.number-out-of-range' })
})
