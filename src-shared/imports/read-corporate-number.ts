import { isCorporateNumber } from '../geography/corporate-number.ts'
import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'

/** 法人番号, thirteen digits with a valid check digit; `T` before it (an invoice registration number) is taken off. */
export function readCorporateNumber(text: string): FieldReading<string> {
  const written = text.normalize('NFKC').trim()
  if (written === '') return fieldRead<string>(null)
  const digits = written.replace(/^T/u, '').replace(/[\s-]/gu, '')
  return isCorporateNumber(digits) ? fieldRead(digits) : fieldRefused('import.corporate-number-invalid', text)
}
