import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, decimalText, difference, MAXIMUM_DIGITS, product, quotient, readDecimal, rounded, scaledText, sum } from '#shared/foundation/decimal.ts'

const read = (text: string) => readDecimal(text)!

describe('reading', () => {
  test.each([['12.50', '12.5'], ['0', '0'], ['-0', '0'], ['-0.00', '0'], ['007', '7'], ['-0.040', '-0.04'], ['100', '100'], ['12345678901234567890.10', '12345678901234567890.1'], ['0.000000000000000000001', '0.000000000000000000001']])('takes %s for %s', (text, shortest) => {
    expect(decimalText(read(text))).toBe(shortest)
  })

  test.each(['', '-', '.', '.5', '5.', '+1', '1e5', '1E5', 'NaN', 'Infinity', '-Infinity', '1,000', '1 000', ' 1', '1 ', '1_0', '0x1f', '１２', '١', '1.2.3', '--1', '1-', '1\n', '−1', '½', '1'.repeat(MAXIMUM_DIGITS + 1)])('refuses %j', (text) => {
    expect(readDecimal(text)).toBeNull()
  })

  test('gives equal decimals equal parts, however they are written', () => {
    expect(read('10.00')).toEqual(read('10'))
    expect(read('9007199254740993.0')).toEqual(read('9007199254740993'))
  })
})

describe('arithmetic', () => {
  test('is exact', () => {
    expect(decimalText(sum(read('0.1'), read('0.2')))).toBe('0.3')
    expect(decimalText(difference(read('1'), read('0.000000000000000000001')))).toBe('0.999999999999999999999')
    expect(decimalText(product(read('99999999999.99'), read('-1.05')))).toBe('-104999999999.9895')
    expect(compareDecimals(read('1.10'), read('1.1'))).toBe(0)
    expect(compareDecimals(read('-3'), read('0.5'))).toBe(-1)
  })

  test('rounds quotients where it is told to, and divides by nothing never', () => {
    expect(decimalText(quotient(read('1'), read('3'), 4, 'halfEven')!)).toBe('0.3333')
    expect(decimalText(quotient(read('-1'), read('-8'), 2, 'halfAwayFromZero')!)).toBe('0.13')
    expect(decimalText(quotient(read('1'), read('-8'), 2, 'up')!)).toBe('-0.13')
    expect(quotient(read('1'), read('0.0'), 2, 'up')).toBeNull()
    expect(decimalText(rounded(read('-2.345'), 2, 'halfAwayFromZero'))).toBe('-2.35')
    expect(decimalText(rounded(read('2.3'), 2, 'up'))).toBe('2.3')
  })

  test('agrees with whole numbers of any size', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.bigInt(-(10n ** 25n), 10n ** 25n), (one, other) => {
        const [left, right] = [read(String(one)), read(String(other))]
        expect([sum(left, right), difference(left, right), product(left, right)].map(decimalText)).toEqual([String(one + other), String(one - other), String(one * other)])
      }),
    )
  })
})

test.each([[5, 2, '0.05'], [-5, 2, '-0.05'], [0, 3, '0.000'], [1234, 0, '1234'], [-123456789012345678901n, 2, '-1234567890123456789.01']])('writes %s minor units with %s decimals as %s', (digits, scale, text) => {
  expect(scaledText(digits, scale)).toBe(text)
})
