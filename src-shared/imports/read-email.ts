import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'
import { asciiHost, registrableDomain, sharedBy } from './read-web-domain.ts'

export interface ReadEmail {
  /** Lower case; the domain in ASCII. */
  readonly address: string
  readonly domain: string
  /** The domain of a mail service, which says nothing about the company. */
  readonly freeMail: boolean
}

/** RFC 5321. */
const LONGEST_ADDRESS = 254

/** One mail address, also as `Name <address>` or `mailto:`; several in one cell are refused. */
export function readEmail(text: string): FieldReading<ReadEmail> {
  const written = unescapeFormula(text.trim()).normalize('NFKC').trim()
  if (written === '') return fieldRead<ReadEmail>(null)
  const inner = /^[^<>]*<([^<>]+)>$/u.exec(written)?.[1] ?? written.replace(/^mailto:/iu, '')
  const parts = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^@\s]+)$/u.exec(inner.trim())
  const host = parts && asciiHost(parts[2]!)
  if (parts === null || host === null || /^\.|\.\.|\.$/u.test(parts[1]!) || parts[1]!.length + 1 + host.length > LONGEST_ADDRESS) return fieldRefused('import.email-invalid', text)
  const domain = registrableDomain(host)
  return fieldRead({ address: `${parts[1]!.toLowerCase()}@${host}`, domain, freeMail: sharedBy(domain) === 'mail' })
}
