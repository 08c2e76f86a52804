import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divide, plus, roundingModes } from '#shared/foundation/integer.ts'
import { currencyDecimals, shareOut } from '#shared/foundation/money.ts'

describe('currencies', () => {
  test.each([['JPY', 0], ['KRW', 0], ['CLP', 0], ['USD', 2], ['EUR', 2], ['MXN', 2], ['GTQ', 2], ['BZD', 2], ['HUF', 2], ['KWD', 3], ['TND', 3]])('%s has %s decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals)
  })

  test.each(['', 'jpy', 'ZZZ', 'XAU', 'USDEUR', '__proto__', 'toString'])('%j is none', (code) => {
    expect(currencyDecimals(code)).toBeNull()
  })
})

describe('sharing out', () => {
  test('gives what is lacking to the largest remainders, among equals to the first', () => {
    expect(shareOut(10, [10, 10, 10], 3)).toEqual([4, 3, 3])
    expect(shareOut(10, [9, 10, 11], 3)).toEqual([3, 3, 4])
    expect(shareOut(-10, [-10, -10, -10], 3)).toEqual([-4, -3, -3])
    expect(shareOut(0, [1, -1], 2)).toEqual([1, -1])
    expect(shareOut(0, [], 1)).toEqual([])
  })

  test('adds up, and moves no share by a whole unit', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(10n ** 18n), 10n ** 18n), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 1000 }), fc.constantFrom(...roundingModes), (numerators, denominator, mode) => {
        const total = divide(numerators.reduce((sum, each) => sum + each, 0n), denominator, mode)
        const shares = shareOut(total, numerators, denominator)
        expect(shares.reduce(plus, 0)).toBe(total)
        for (const [at, share] of shares.entries()) {
          const moved = BigInt(share) * BigInt(denominator) - numerators[at]!
          expect(moved < BigInt(denominator) && moved > -BigInt(denominator)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
