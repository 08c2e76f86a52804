import { expect, test } from 'vitest'
import { paperFormats, paperOf } from '#shared/documents/paper-formats.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { number } from '../build-documented.ts'

/** Blanks that do not break are blanks all the same. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ')

test.each<[Locale, string, string, number, string, string]>([
  ['ja', 'JP', 'JPY', 0, '¥1,234,567', '2026年12月31日'],
  ['en', 'US', 'USD', 2, '$12,345.67', 'December 31, 2026'],
  ['en', 'GB', 'EUR', 2, '€12,345.67', '31 December 2026'],
  ['es', 'ES', 'EUR', 2, '12.345,67 €', '31 de diciembre de 2026'],
  ['es', 'MX', 'MXN', 2, '$12,345.67', '31 de diciembre de 2026'],
])('B4.15: in %s for %s, whatever the language of whoever prints it', (language, country, currency, decimals, money, date) => {
  const formats = paperFormats(language, country, currency, decimals, false)
  expect([plain(formats.money(1_234_567)), plain(formats.date('2026-12-31'))]).toEqual([money, date])
})

test('B4.15: years of the Japanese eras, in Japanese alone', () => {
  expect(paperFormats('ja', 'JP', 'JPY', 0, true).date('2026-12-31')).toBe('令和8年12月31日')
  expect(paperFormats('en', 'JP', 'JPY', 0, true).date('2026-12-31')).toBe('December 31, 2026')
})

test('no digit is lost, however many there are', () => {
  const formats = paperFormats('en', 'US', 'USD', 2, false)
  expect(formats.money(123_456_789_012_345_678_901n)).toBe('$1,234,567,890,123,456,789.01')
  expect([formats.unitPrice(number('2.8207')), formats.unitPrice(number('5'))]).toEqual(['$2.8207', '$5.00'])
  expect(paperFormats('ja', 'JP', 'JPY', 0, false).unitPrice(number('100.5'))).toBe('¥100.5')
  expect([formats.number(number('1234.5')), formats.percent(number('8.25'))]).toEqual(['1,234.5', '8.25%'])
})

test('on the paper of the country', () => {
  expect([paperOf('JP'), paperOf('GT'), paperOf('ES')]).toEqual(['a4', 'letter', 'a4'])
})
