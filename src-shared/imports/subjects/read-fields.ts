import { fieldRefused, type FieldReading } from '../field-reading.ts'
import { readCountry } from '../read-country.ts'
import { readDecimal } from '../read-number.ts'
import { readRegion } from '../read-region.ts'
import { readText } from '../read-text.ts'
import type { FieldReader } from './import-choices.ts'
import type { RowProblem, SubjectErrorCode } from './import-subject.ts'

/** Reads the fields of one row, gathering what is wrong with them; a refused field reads as null. */
export class RowReading<F extends string> {
  readonly problems: RowProblem<F>[] = []

  take<T>(field: F, text: string, read: FieldReader<T>): T | null {
    return text === '' ? null : this.settle(field, text, read(text))
  }

  settle<T>(field: F, text: string, reading: FieldReading<T>): T | null {
    if (reading.ok) return reading.value
    this.refuse(field, reading.code, text)
    return null
  }

  refuse(field: F, code: SubjectErrorCode, value: string | null): void {
    this.problems.push({ field, code, value })
  }

  /** A value that must be there. */
  demand<T>(field: F, text: string, read: FieldReader<T>): T | null {
    const before = this.problems.length
    const value = this.take(field, text, read)
    if (value === null && this.problems.length === before) this.refuse(field, 'import.value-missing', null)
    return value
  }
}

const MOST_REMEMBERED = 20_000

/** Remembers what a text was read as: most columns of a file say the same few things over and over. */
export function remembering<T>(read: FieldReader<T>): FieldReader<T> {
  const known = new Map<string, FieldReading<T>>()
  return (text) => {
    let reading = known.get(text)
    if (reading === undefined) {
      reading = read(text)
      if (known.size < MOST_REMEMBERED) known.set(text, reading)
    }
    return reading
  }
}

/** One word or several with single blanks between them, and nothing invisible: `readText` would change nothing but a formula's apostrophe. */
const CLEAN_TEXT = /^[^\s\0-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]+(?: [^\s\0-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]+)*$/
const APOSTROPHE = 39
const LONGEST_TEXT = 400

/** `readText` of a whole field, at the speed of millions of fields a second. */
export const readLine: FieldReader<string> = (text) =>
  text.length <= LONGEST_TEXT && text.charCodeAt(0) !== APOSTROPHE && CLEAN_TEXT.test(text) ? { ok: true, value: text } : readText(text, LONGEST_TEXT)

const LONGEST_CODE = 60

/** The short name of a partner, territory, rule, product or certification. */
export const readCode: FieldReader<string> = (text) => (text.length <= LONGEST_CODE ? readLine(text) : fieldRefused('import.value-too-long', text, { limit: LONGEST_CODE }))

/** A country, or a region of one. */
export const readPlace: FieldReader<string> = (text) => {
  const country = readCountry(text)
  return country.ok ? country : readRegion(text, null)
}

/** Degrees with a point or a comma; three decimals are decimals here, never thousands. */
export function readDegrees(limit: 90 | 180): FieldReader<number> {
  return (text) => readDecimal(text, { mark: text.includes(',') ? 'comma' : 'point', minimum: -limit, maximum: limit })
}

const SEPARATORS = /[|;\n]/

/** The parts of a list in one cell, each once. */
export function splitList(text: string): string[] {
  return [...new Set(text.split(SEPARATORS).map((part) => part.trim()).filter((part) => part !== ''))]
}
