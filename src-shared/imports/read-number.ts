import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'

export type DecimalMark = 'point' | 'comma'

/** A number as digits: `digits` without sign or marks, the last `decimals` of them after the decimal mark. */
interface Written {
  readonly negative: boolean
  readonly digits: string
  readonly decimals: number
}

/** Zeros of the decimal digit sets that occur in tables: Arabic, Persian, Devanagari, Bengali, Thai. Full-width ones fall to NFKC. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/**
 * What the numbers of a column say of their decimal mark: `1.234,5`, `0,5` and `12,34` speak for the comma, `1,234,567` for the
 * point. Null where nothing speaks, or where the column contradicts itself.
 */
export function detectDecimalMark(values: Iterable<string>): DecimalMark | null {
  let points = 0
  let commas = 0
  for (const value of values) {
    const text = bare(value)?.text
    if (text === undefined) continue
    const says = evidenceOf(text)
    if (says === 'point') points++
    else if (says === 'comma') commas++
  }
  return points > 0 && commas === 0 ? 'point' : commas > 0 && points === 0 ? 'comma' : null
}

/** A whole number; grouping marks of any kind are understood, for no decimals can be meant. */
export function readInteger(text: string, limits: { readonly minimum?: number; readonly maximum?: number } = {}): FieldReading<number> {
  const cell = bare(text)
  if (cell === null) return fieldRead<number>(null)
  const grouped = /^\d{1,3}[.,]\d{3}$/.test(cell.text) ? (cell.text.includes(',') ? 'point' : 'comma') : null
  const written = writtenAs(cell.text, cell.negative, grouped ?? evidenceOf(cell.text) ?? 'point')
  if (written === null) return fieldRefused('import.number-invalid', text)
  if (/[1-9]/.test(written.digits.slice(written.digits.length - written.decimals))) return fieldRefused('import.number-too-precise', text, { decimals: 0 })
  return within(scaled(written, 0), text, limits)
}

/**
 * An amount as an integer of minor units (of 10^-`decimals`), exact: nothing is rounded.
 * @param mark what the column's other numbers say (`detectDecimalMark`) or a person answered; without it `1,234` is refused
 */
export function readMinorUnits(
  text: string,
  format: { readonly decimals: number; readonly mark: DecimalMark | null; readonly minimum?: number; readonly maximum?: number },
): FieldReading<number> {
  if (format.decimals === 0 && format.mark === null) return readInteger(text, format)
  const written = readWritten(text, format.mark)
  if (!('digits' in written)) return written
  const surplus = written.digits.slice(written.digits.length - Math.max(0, written.decimals - format.decimals))
  if (written.decimals > format.decimals && /[1-9]/.test(surplus)) return fieldRefused('import.number-too-precise', text, { decimals: format.decimals })
  return within(scaled(written, format.decimals), text, format)
}

/** An amount from zero on as exact decimal text, `1234.5`: for prices, which may be finer than their currency. */
export function readExactDecimal(text: string, { mark }: { readonly mark: DecimalMark | null }): FieldReading<string> {
  const written = readWritten(text, mark)
  if (!('digits' in written)) return written.ok ? fieldRead<string>(null) : written
  const { digits, decimals, negative } = written
  const whole = digits.slice(0, digits.length - decimals).replace(/^0+(?=\d)/, '') || '0'
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  if (negative && /[1-9]/.test(digits)) return fieldRefused('import.number-out-of-range', text, { minimum: 0, maximum: null })
  return whole.length > 40 || fraction.length > 20 ? fieldRefused('import.number-invalid', text) : fieldRead(fraction === '' ? whole : `${whole}.${fraction}`)
}

/** A number that need not be exact, such as a latitude. */
export function readDecimal(
  text: string,
  format: { readonly mark: DecimalMark | null; readonly minimum?: number; readonly maximum?: number },
): FieldReading<number> {
  const written = readWritten(text, format.mark)
  if (!('digits' in written)) return written
  const whole = written.digits.slice(0, written.digits.length - written.decimals)
  const value = Number(`${whole || '0'}.${written.digits.slice(written.digits.length - written.decimals) || '0'}`)
  return within(written.negative && value !== 0 ? -value : value, text, format)
}

function readWritten(text: string, mark: DecimalMark | null): Written | FieldReading<number> {
  const cell = bare(text)
  if (cell === null) return fieldRead<number>(null)
  const says = evidenceOf(cell.text)
  if (mark === null && says === null && /[.,]/.test(cell.text)) return fieldRefused('import.number-ambiguous', text)
  if (mark !== null && says !== null && mark !== says) return fieldRefused('import.number-ambiguous', text)
  return writtenAs(cell.text, cell.negative, mark ?? says ?? 'point') ?? fieldRefused('import.number-invalid', text)
}

/** What one number alone proves. A single mark before exactly three digits proves nothing. */
function evidenceOf(text: string): DecimalMark | null {
  const marks = text.replace(/[^.,]/g, '')
  if (marks === '') return null
  const last = marks.at(-1) === ',' ? 'comma' : 'point'
  if (marks.includes('.') && marks.includes(',')) return last
  if (marks.length > 1) return last === 'comma' ? 'point' : 'comma'
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? null : last
}

const DECIMAL_POINT = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.(\d*))?$|^\.(\d+)$/

function writtenAs(text: string, negative: boolean, mark: DecimalMark): Written | null {
  const swapped = mark === 'point' ? text : text.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','))
  const parts = DECIMAL_POINT.exec(swapped)
  if (parts === null) return null
  const decimals = parts[2] ?? parts[3] ?? ''
  return { negative, digits: (parts[1] ?? '').replaceAll(',', '') + decimals, decimals: decimals.length }
}

function scaled({ negative, digits, decimals }: Written, wanted: number): number {
  const cut = decimals > wanted ? digits.slice(0, digits.length - (decimals - wanted)) : digits + '0'.repeat(wanted - decimals)
  const value = Number(cut === '' ? '0' : cut)
  return negative && value !== 0 ? -value : value
}

function within(value: number, text: string, limits: { readonly minimum?: number; readonly maximum?: number }): FieldReading<number> {
  const minimum = limits.minimum ?? -Number.MAX_SAFE_INTEGER
  const maximum = limits.maximum ?? Number.MAX_SAFE_INTEGER
  return value < minimum || value > maximum ? fieldRefused('import.number-out-of-range', text, { minimum, maximum }) : fieldRead(value)
}

/** Plain digits and marks, with sign, currency and unit words taken off; null for an empty cell. What else is in it is left, and refused later. */
function bare(value: string): { readonly text: string; readonly negative: boolean } | null {
  let text = unescapeFormula(value.trim()).normalize('NFKC').replace(/[٠-٩۰-۹०-९০-৯๐-๙]/gu, western).replace(/٫/gu, '.').replace(/٬/gu, ',').trim()
  if (text === '') return null
  const bracketed = /^\((.*)\)$/u.exec(text)
  const signed = /^[-−▲△]\s*(.*)$/u.exec(bracketed?.[1] ?? text)
  text = (signed?.[1] ?? bracketed?.[1] ?? text.replace(/^\+/u, ''))
    .replace(/^(?:US\$|\p{Sc}|JPY|USD|EUR|GBP|MXN|GTQ|Q)\s*/u, '')
    .replace(/\s*(?:\p{Sc}|円|人|名|JPY|USD|EUR|GBP|MXN|GTQ)$/u, '')
    .replace(/^-\s*/u, (sign) => (signed === null && bracketed === null ? sign : '?'))
  const afterCurrency = text.startsWith('-')
  if (afterCurrency) text = text.slice(1)
  // Blanks and apostrophes group thousands, never anything else.
  if (/^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d*)?$/u.test(text)) text = text.replace(/[\s'’]/gu, '')
  return { text, negative: signed !== null || bracketed !== null || afterCurrency }
}

function western(digit: string): string {
  const code = digit.codePointAt(0)!
  return String(code - ZEROS.findLast((zero) => zero <= code)!)
}
