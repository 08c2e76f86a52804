import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'

export type DateOrder = 'day-first' | 'month-first'

const MONTHS = new Map(
  'january enero jan ene|february febrero feb|march marzo mar|april abril apr abr|may mayo|june junio jun|july julio jul|august agosto aug ago|september septiembre setiembre sep sept set|october octubre oct|november noviembre nov|december diciembre dec dic'
    .split('|')
    .flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)
/** First year of each era minus one: 令和9年 is 2018 + 9. */
const ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018, M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 }
/** Dates outside are typing errors or stand-ins (0001-01-01, 9999-12-31), never days on which something happens. */
const EARLIEST_YEAR = 1850
const LATEST_YEAR = 2199

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T].*)?$/

/** What the dates of a column say of their order: `31/12/2026` the day first, `12/31/2026` the month first; null where they say nothing or both. */
export function detectDateOrder(values: Iterable<string>): DateOrder | null {
  let day = false
  let month = false
  for (const value of values) {
    const parts = NUMERIC.exec(value.normalize('NFKC').trim())
    if (parts === null) continue
    if (Number(parts[1]) > 12) day = true
    if (Number(parts[3]) > 12) month = true
  }
  return day === month ? null : day ? 'day-first' : 'month-first'
}

/**
 * A local date as YYYY-MM-DD. A time of day after it is not looked at, so no zone can move the date.
 * @param order what the column says (`detectDateOrder`) or a person answered; without it `02/03/2027` is refused with both readings
 */
export function readDate(text: string, order: DateOrder | null = null): FieldReading<string> {
  const written = text.normalize('NFKC').trim()
  if (written === '') return fieldRead<string>(null)
  const numeric = NUMERIC.exec(written)
  if (numeric === null) {
    const parts = yearFirst(written) ?? era(written) ?? named(written)
    return (parts && isoDate(...parts, text)) ?? fieldRefused('import.date-invalid', text)
  }
  const first = Number(numeric[1])
  const second = Number(numeric[3])
  const year = Number(numeric[4])
  const dayFirst = isoDate(year, second, first, text)
  const monthFirst = isoDate(year, first, second, text)
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst
  if (dayFirst.ok && monthFirst.ok && dayFirst.value !== monthFirst.value) {
    return fieldRefused('import.date-ambiguous', text, { first: dayFirst.value, second: monthFirst.value })
  }
  return dayFirst.ok ? dayFirst : monthFirst
}

type Parts = readonly [year: number, month: number, day: number]

function yearFirst(text: string): Parts | null {
  const parts = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(年)\s*(\d{1,2})月\s*(\d{1,2})日/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  return parts && [Number(parts[1]), Number(parts[3]), Number(parts[4])]
}

function era(text: string): Parts | null {
  const parts = /^(明治|大正|昭和|平成|令和)(\d{1,2}|元)年\s*(\d{1,2})月\s*(\d{1,2})日/u.exec(text) ?? /^([MTSHR])(\d{1,2})[./](\d{1,2})[./](\d{1,2})$/.exec(text)
  return parts && [ERAS[parts[1]!]! + (parts[2] === '元' ? 1 : Number(parts[2])), Number(parts[3]), Number(parts[4])]
}

function named(text: string): Parts | null {
  const lower = text.toLowerCase()
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:de\s+)?([a-z]+)\.?,?[\s.-]+(?:de(?:l)?\s+)?(\d{4})$/.exec(lower)
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(lower)
  const month = MONTHS.get(dayFirst?.[2] ?? monthFirst?.[1] ?? '')
  if (month === undefined) return null
  return dayFirst !== null ? [Number(dayFirst[3]), month, Number(dayFirst[1])] : [Number(monthFirst![3]), month, Number(monthFirst![2])]
}

function isoDate(year: number, month: number, day: number, text: string): FieldReading<string> {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || day < 1 || day > days || year < EARLIEST_YEAR || year > LATEST_YEAR) return fieldRefused('import.date-invalid', text)
  return fieldRead(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
