import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff]/gu
/** Marks that turn the direction of what follows: a name must not be able to disguise another. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/gu

/** One line of text as it is written, without invisible characters and blanks around it. Formulas are text like any other. */
export function readText(text: string, maximumCharacters = 400): FieldReading<string> {
  return readCleaned(unescapeFormula(text).replace(/[\s\u3000]+/gu, ' '), maximumCharacters)
}

/** Text of several lines. */
export function readNotes(text: string, maximumCharacters = 10_000): FieldReading<string> {
  return readCleaned(unescapeFormula(text).replace(/\r\n?/gu, '\n'), maximumCharacters)
}

function readCleaned(text: string, maximumCharacters: number): FieldReading<string> {
  const cleaned = text.replace(CONTROL, '').replace(DIRECTION, '').trim()
  if (cleaned.length > maximumCharacters) return fieldRefused('import.value-too-long', cleaned, { limit: maximumCharacters })
  return fieldRead(cleaned === '' ? null : cleaned)
}
