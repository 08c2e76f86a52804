import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'

/**
 * A telephone number: international ones as `+` and digits (E.164), national ones as written with plain digits and hyphens;
 * the leading zero stays. An extension is kept after `;ext=`.
 */
export function readPhone(text: string): FieldReading<string> {
  const written = unescapeFormula(text.trim()).normalize('NFKC').replace(/^(?:tel|phone|電話|TEL)[.:\s]*/iu, '')
  if (written === '') return fieldRead<string>(null)
  const [number = '', extension] = written.split(/\s*(?:ext\.?|x|内線|;ext=)\s*/iu)
  const plain = number.replace(/[‐-―−ー－.\s/()]+/gu, '-').replace(/^-|-$/gu, '').replace(/-{2,}/gu, '-')
  const digits = plain.replace(/\D/gu, '')
  const international = /^(?:\+|00)/u.test(plain)
  if (!/^\+?[\d-]+$/u.test(plain) || digits.length < 5 || digits.length > (international ? 17 : 13)) return fieldRefused('import.phone-invalid', text)
  if (extension !== undefined && !/^\d{1,8}$/u.test(extension)) return fieldRefused('import.phone-invalid', text)
  // (0) is dialled at home only: +81 (0)3 …
  const dialled = international ? `+${plain.replace(/^00/u, '').replace(/\+?(\d{1,3})-0-/u, '$1').replace(/\D/gu, '')}` : plain
  return fieldRead(extension === undefined ? dialled : `${dialled};ext=${extension}`)
}
