import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'

/** Pattern of the postcode without blanks and hyphens, and where the country writes its separator. */
const FORMS: Readonly<Record<string, readonly [pattern: RegExp, separator: string, at: number]>> = {
  JP: [/^\d{7}$/, '-', 3],
  US: [/^\d{5}(?:\d{4})?$/, '-', 5],
  CA: [/^[ABCEGHJ-NPRSTVXY]\d[A-Z]\d[A-Z]\d$/, ' ', 3],
  GB: [/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, ' ', -3],
  BR: [/^\d{8}$/, '-', 5],
  NL: [/^\d{4}[A-Z]{2}$/, ' ', 4],
  SE: [/^\d{5}$/, ' ', 3],
  PL: [/^\d{5}$/, '-', 2],
  PT: [/^\d{7}$/, '-', 4],
  KR: [/^\d{5}$/, '', 0],
  IN: [/^\d{6}$/, '', 0],
  CN: [/^\d{6}$/, '', 0],
  ...Object.fromEntries('DE FR ES IT MX GT'.split(' ').map((country) => [country, [/^\d{5}$/, '', 0]])),
  ...Object.fromEntries('AU AT BE CH DK NO NZ'.split(' ').map((country) => [country, [/^\d{4}$/, '', 0]])),
}

/**
 * A postcode in the country's own form. Leading zeros are part of it: a code that a spreadsheet has shortened (`600000` for
 * 060-0000) is refused, not padded.
 */
export function readPostcode(text: string, country: string | null): FieldReading<string> {
  const written = unescapeFormula(text.trim()).normalize('NFKC').replace(/^〒\s*/u, '').toUpperCase()
  if (written === '') return fieldRead<string>(null)
  const plain = written.replace(/[\s‐-―−ー-]+/gu, '')
  const form = country === null ? undefined : FORMS[country]
  if (form === undefined) return /^[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?$/u.test(written) ? fieldRead(written) : fieldRefused('import.postcode-invalid', text)
  const [pattern, separator, at] = form
  if (!pattern.test(plain)) return fieldRefused('import.postcode-invalid', text, { country })
  const cut = at < 0 ? plain.length + at : at
  return fieldRead(separator === '' || cut >= plain.length ? plain : `${plain.slice(0, cut)}${separator}${plain.slice(cut)}`)
}
