import { decimalText, scaledText, type Decimal } from '../foundation/decimal.ts'
import { instantOf } from '../foundation/instant.ts'
import type { Integer } from '../foundation/integer.ts'
import type { Locale } from '../locales/locale.ts'

/** CLDR's paper sizes: everywhere else it is A4. */
const letterCountries = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'])

export function paperOf(country: string): 'a4' | 'letter' {
  return letterCountries.has(country) ? 'letter' : 'a4'
}

/** How a document writes numbers and dates: in its own language, by the customs of the customer's country, never of whoever prints it. */
export interface PaperFormats {
  money(minorUnits: Integer): string
  /** With as many decimals as the price has, and at least the currency's. */
  unitPrice(price: Decimal): string
  number(value: Decimal): string
  percent(value: Decimal): string
  date(date: string): string
  country(code: string): string
}

/** @param era whether years are those of the Japanese eras, 令和9年 */
export function paperFormats(language: Locale, country: string, currency: string, decimals: number, era: boolean): PaperFormats {
  const [locale = language] = Intl.NumberFormat.supportedLocalesOf([`${language}-${country}`, language])
  const money = (fractions: number): Intl.NumberFormat => new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: fractions, maximumFractionDigits: fractions })
  const amounts = money(decimals)
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DECIMALS })
  const dates = new Intl.DateTimeFormat(era && language === 'ja' ? 'ja-JP-u-ca-japanese' : locale, { dateStyle: 'long', timeZone: 'UTC' })
  const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  return {
    money: (minorUnits) => exact(amounts, scaledText(minorUnits, decimals)),
    unitPrice: (price) => exact(money(Math.max(decimals, Math.min(price.scale, MOST_DECIMALS))), decimalText(price)),
    number: (value) => exact(numbers, decimalText(value)),
    percent: (value) => `${exact(numbers, decimalText(value))}${language === 'es' ? '\u00a0' : ''}%`,
    date: (date) => dates.format(instantOf(date)),
    country: (code) => countries.of(code) ?? code,
  }
}

const MOST_DECIMALS = 20

/** Of a decimal as text no digit is lost (ECMA-402: strings are formatted as the exact values that they are). */
function exact(format: Intl.NumberFormat, text: string): string {
  // The fullwidth yen sign is no different amount, and not in every font.
  return format.format(text as Intl.StringNumericLiteral).replace('￥', '¥')
}
