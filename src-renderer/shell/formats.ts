import { wholeUnits } from '#shared/foundation/money.ts'
import type { Locale } from '#shared/locales/locale.ts'

/** Everything the window writes that is not a word. Instants are ISO 8601 in UTC and shown in the desk's own zone; dates are local `YYYY-MM-DD`. */
export interface Formats {
  number(value: number): string
  percent(share: number): string
  date(date: string): string
  moment(instant: string): string
  /** With the weekday, on the clocks of another zone (IANA). */
  momentIn(instant: string, timeZone: string): string
  time(instant: string): string
  /** How long ago, roughly: `3 hours ago`. */
  ago(instant: string, now: number): string
  bytes(bytes: number): string
  country(code: string): string
  language(tag: string): string
  /** An amount of a currency's minor units (ISO 4217). */
  money(minorUnits: number, currency: string): string
  list(items: readonly string[]): string
  compare(a: string, b: string): number
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/
const STEPS = [['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3_600], ['minute', 60]] as const
const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function createFormats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (value) => (DATE_ONLY.test(value) ? date.format(new Date(value)) : value),
    moment: (instant) => moment.format(new Date(instant)),
    momentIn: (instant, timeZone) => new Intl.DateTimeFormat(locale, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    ago(instant, now) {
      const seconds = (Date.parse(instant) - now) / 1000
      const [unit, size] = STEPS.find((step) => Math.abs(seconds) >= step[1]) ?? ['minute', 60]
      return relative.format(Math.trunc(seconds / size), unit)
    },
    bytes(bytes) {
      const power = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
      return new Intl.NumberFormat(locale, { style: 'unit', unit: SIZES[power] ?? 'byte', maximumFractionDigits: 1 }).format(bytes / 1000 ** power)
    },
    country: (code) => orItself(code, (value) => countries.of(value)),
    language: (tag) => orItself(tag, (value) => languages.of(value)),
    money: (minorUnits, currency) => orItself(currency, () => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(wholeUnits(minorUnits, currency))),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  }
}

/** Files hold codes that are none; they are shown as they are. */
function orItself(code: string, name: (code: string) => string | undefined): string {
  try {
    return name(code) ?? code
  } catch {
    return code
  }
}
