import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localeNumberText, parseLocaleNumber } from '#renderer/ui/number-text.ts'

describe('parseLocaleNumber', () => {
  test.each([
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'es', 1234.5],
    ['１，２３４．５', 'ja', 1234.5],
    ['−12', 'en', -12],
    ['1 234,5', 'fr', 1234.5],
    ['.5', 'en', 0.5],
    ['', 'en', null],
    ['  ', 'en', null],
    ['12 apples', 'en', undefined],
    ['1.2.3', 'en', undefined],
    ['1e5', 'en', undefined],
    ['-', 'en', undefined],
  ])('reads %j in %s as %j', (text, locale, number) => {
    expect(parseLocaleNumber(text, locale)).toBe(number)
  })

  test('reads back what an editor shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('en', 'es', 'ja', 'de', 'fr'), (cents, locale) => {
        expect(parseLocaleNumber(localeNumberText(cents / 100, locale), locale)).toBe(cents / 100)
      }),
    )
  })
})
