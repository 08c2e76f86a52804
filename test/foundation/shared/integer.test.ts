import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, divide, divideDown, leastCommonMultiple, minus, plus, roundingModes, tenTo, times, type RoundingMode } from '#shared/foundation/integer.ts'

/** Around the places where a number stops being safe, where a division leaves doubles, and anywhere. */
const whole = fc.oneof(fc.bigInt(-200n, 200n), ...[51n, 52n, 53n, 54n, 106n].map((power) => fc.bigInt(2n ** power - 50n, 2n ** power + 50n)), fc.bigInt(-(10n ** 40n), 10n ** 40n))
const integer = (value: bigint) => times(1, value)

/** The rule of a mode, said of the whole part and of twice what is left over. */
function divided(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const sign = dividend < 0n ? -1n : 1n
  const [cut, left] = [(dividend * sign) / divisor, (dividend * sign) % divisor]
  const up = { down: false, up: left > 0n, halfAwayFromZero: 2n * left >= divisor, halfEven: 2n * left > divisor || (2n * left === divisor && cut % 2n === 1n) }[mode]
  return sign * (up ? cut + 1n : cut)
}

describe('whole numbers of any size', () => {
  test('add, subtract, multiply and compare exactly, a number while it is safe', () => {
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        for (const [result, exact] of [[plus(integer(one), integer(other)), one + other], [minus(integer(one), integer(other)), one - other], [times(integer(one), integer(other)), one * other]] as const) {
          expect(BigInt(result)).toBe(exact)
          expect(typeof result).toBe(exact >= -(2n ** 53n) + 1n && exact <= 2n ** 53n - 1n ? 'number' : 'bigint')
        }
        expect(compare(integer(one), integer(other))).toBe(one > other ? 1 : one < other ? -1 : 0)
      }),
      { numRuns: 3_000 },
    )
  })

  test.each(roundingModes)('divide rounding %s', (mode) => {
    fc.assert(
      fc.property(whole, fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 10n ** 20n)), (dividend, divisor) => {
        expect(BigInt(divide(integer(dividend), integer(divisor), mode))).toBe(divided(dividend, divisor, mode))
      }),
      { numRuns: 3_000 },
    )
  })

  test('divide down to the number below', () => {
    expect([divideDown(-7, 2), divideDown(7, 2), divideDown(-8, 2), divideDown(-(10n ** 30n) - 1n, 10n ** 30n)]).toEqual([-4, 3, -4, -2])
  })

  test('have no negative zero', () => {
    for (const zero of [times(0, -5), divide(-1, 3, 'down'), times(-1, 0)]) expect(Object.is(zero, 0)).toBe(true)
  })

  test('know powers of ten and least common multiples', () => {
    expect([tenTo(0), tenTo(3), tenTo(20)]).toEqual([1, 1000, 10n ** 20n])
    expect([leastCommonMultiple(110, 108), leastCommonMultiple(100, 1000), leastCommonMultiple(7, 7)]).toEqual([5940, 1000, 7])
  })
})
