import { readCountry } from '../imports/read-country.ts'
import { readCorporateNumber } from '../imports/read-corporate-number.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { readName } from './read-name.ts'

/** A customer, or a deal with its customer, as it is compared. Empty texts stand for what is not known. */
export interface MatchRecord {
  readonly id: string
  readonly name: string
  /** How the name is read; Japanese. */
  readonly kana: string
  /** The registered domain, ASCII; never one that many companies share by nature (mail, pages). */
  readonly domain: string
  /** ISO 3166-1 alpha-2; of the name where that alone tells it: `Aldakin S.L. (Spain)`. */
  readonly country: string
  /** 法人番号, or another country's tax id: upper-case letters and digits. */
  readonly corporateNumber: string
  readonly address: string
  /** What a deal is about; a customer has none. */
  readonly product: string
}

export const matchFields = ['id', 'name', 'kana', 'domain', 'country', 'corporateNumber', 'address', 'product'] as const satisfies readonly (keyof MatchRecord)[]

/** As somebody wrote it; what cannot be read (a domain of free mail, a number with a wrong check digit) counts as not known. */
export function matchRecord(written: Partial<MatchRecord> & { readonly id: string; readonly name: string }): MatchRecord {
  const { id, name, kana = '', domain = '', country = '', corporateNumber = '', address = '', product = '' } = written
  return {
    id,
    name,
    kana,
    domain: readWebDomain(domain.replace(/^.*@/u, '')) ?? '',
    country: readOr(readCountry(country)) || (/[)）]/u.test(name) ? (readName(name, null).country ?? '') : ''),
    corporateNumber: readNumber(corporateNumber),
    address: address.trim(),
    product: product.trim(),
  }
}

const SHORTEST_TAX_ID = 6

function readNumber(written: string): string {
  const japanese = readCorporateNumber(written)
  if (japanese.ok) return japanese.value ?? ''
  const plain = written.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/gu, '')
  const looksJapanese = /^\d{13}$/u.test(plain)
  return plain.length < SHORTEST_TAX_ID || !/\d/u.test(plain) || looksJapanese ? '' : plain
}

function readOr(reading: { readonly ok: boolean; readonly value?: string | null }): string {
  return reading.value ?? ''
}
