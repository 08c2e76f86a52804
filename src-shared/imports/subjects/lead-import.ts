import { prefectureOfAddress, prefectureOfPostcode, type JapaneseAddress } from '../../geography/japan-municipalities.ts'
import { duplicateKey } from '../../leads/duplicate-key.ts'
import { countryOfAddress, isForeignLooking, readCountry } from '../read-country.ts'
import { readCorporateNumber } from '../read-corporate-number.ts'
import { readEmail } from '../read-email.ts'
import { readIndustry } from '../read-industry.ts'
import { readInteger } from '../read-number.ts'
import { readPhone } from '../read-phone.ts'
import { readPostcode } from '../read-postcode.ts'
import { readRegion } from '../read-region.ts'
import { readNotes } from '../read-text.ts'
import { readWebDomain, readWebsite } from '../read-web-domain.ts'
import type { ImportMapping } from '../imports.contract.ts'
import type { FieldReader } from './import-choices.ts'
import { leadFields, type LeadField } from './lead-fields.ts'
import { locate, rowMapper, type ImportContext, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError, type RowProblem } from './import-subject.ts'
import { readDegrees, readLine, remembering, RowReading } from './read-fields.ts'

/** The order of the values in a row that `readLeadRow` makes. */
export const leadImportColumns = [
  'id', 'company', 'companyEn', 'companyKana', 'corporateNumber', 'website', 'domain', 'country', 'region', 'city', 'postcode', 'address',
  'latitude', 'longitude', 'industry', 'employees', 'product', 'source', 'language', 'contactName', 'contactEmail', 'contactPhone', 'notes',
  'score', 'stage', 'arrivedAt', 'duplicateKey', 'declinedBy',
] as const
const DUPLICATE_KEY = leadImportColumns.indexOf('duplicateKey')

/** Readers that remember: one set for a file. */
export interface LeadReaders {
  /** Of rows that say nothing of their country. */
  readonly assumedCountry: string | null
  readonly country: FieldReader<string>
  readonly regionOf: (country: string | null) => FieldReader<string>
  readonly industry: FieldReader<string>
  readonly language: FieldReader<string>
}

export function createLeadReaders(assumedCountry: string | null = null): LeadReaders {
  const regions = new Map<string | null, FieldReader<string>>()
  return {
    assumedCountry,
    country: remembering(readCountry),
    regionOf(country) {
      let reader = regions.get(country)
      if (reader === undefined) regions.set(country, (reader = remembering((text) => readRegion(text, country))))
      return reader
    },
    industry: remembering((text) => {
      const reading = readIndustry(text)
      return reading.ok ? { ok: true, value: reading.value?.main ?? null } : reading
    }),
    language: remembering(readLanguage),
  }
}

/** A new lead from a line of a file: its values in the order of `leadImportColumns`, or everything that is wrong with it. */
export function readLeadRow(values: MappedRow<LeadField>, readers: LeadReaders, context: ImportContext): { readonly row: readonly unknown[] } | { readonly errors: readonly RowProblem<LeadField>[] } {
  const reading = new RowReading<LeadField>()
  const company = reading.demand('company', values.company, readLine)
  const companyEn = reading.take('companyEn', values.companyEn, readLine)
  const companyKana = reading.take('companyKana', values.companyKana, readLine)
  const address = reading.take('address', values.address, readLine)
  const stated = reading.take('country', values.country, readers.country)
  const expected = stated ?? readers.assumedCountry ?? 'JP'
  const corporateNumber = reading.take('corporateNumber', values.corporateNumber, expected === 'JP' ? readCorporateNumber : readLine)
  const japanese = address !== null && expected === 'JP' ? prefectureOfAddress(address, corporateNumber) : null
  const country = stated ?? countryOf(address, japanese) ?? (isAbroad(values.industry, address, japanese) ? null : readers.assumedCountry) ?? (corporateNumber === null ? null : 'JP')
  const postcode = values.postcode === '' ? null : reading.settle('postcode', values.postcode, readPostcode(values.postcode, country))
  const region = reading.take('region', values.region, readers.regionOf(country)) ?? (country === 'JP' ? (japanese?.prefecture ?? (postcode && prefectureOfPostcode(postcode))) : null)
  const website = reading.take('website', values.website, readWebsite)
  const row = [
    '', company, companyEn, companyKana, corporateNumber, website?.url ?? null, website?.shared === null ? website.domain : readWebDomain(values.domain),
    country, region, reading.take('city', values.city, readLine) ?? (country === 'JP' && japanese !== null ? japanese.municipality : null), postcode, address,
    reading.take('latitude', values.latitude, readLatitude), reading.take('longitude', values.longitude, readLongitude),
    reading.take('industry', values.industry, readers.industry), reading.take('employees', values.employees, readCount),
    reading.take('product', values.product, readLine), reading.take('source', values.source, readLine), reading.take('language', values.language, readers.language),
    reading.take('contactName', values.contactName, readLine), reading.take('contactEmail', values.contactEmail, readEmail)?.address ?? null,
    reading.take('contactPhone', values.contactPhone, readPhone), reading.take('notes', values.notes, readNotes), reading.take('score', values.score, readScore),
    'new', context.now, '', NOBODY,
  ]
  if (company === null || reading.problems.length > 0) return { errors: reading.problems }
  row[DUPLICATE_KEY] = duplicateKey(company, country, corporateNumber)
  row[0] = context.id()
  return { row }
}

const NOBODY: readonly string[] = []
const readLatitude = readDegrees(90)
const readLongitude = readDegrees(180)
const readCount: FieldReader<number> = (text) => readInteger(text, { minimum: 0 })
const readScore: FieldReader<number> = (text) => readInteger(text, { minimum: 0, maximum: 100 })

/** The country of a row that has none of its own, as its address tells: a place in Japan, or the name of another country. */
function countryOf(address: string | null, japanese: JapaneseAddress | null): string | null {
  if (japanese !== null && japanese.reason !== 'unknown' && japanese.reason !== 'registry') return 'JP'
  return address === null ? null : countryOfAddress(address)
}

/** What the Japanese register calls filers from abroad, in the place of an industry. */
const FROM_ABROAD = /^外国(?:法人|政府)|非居住者/u

/** Whether a row says itself that it is not from where the file as a whole is. */
function isAbroad(industry: string, address: string | null, japanese: JapaneseAddress | null): boolean {
  if (FROM_ABROAD.test(industry)) return true
  return address !== null && japanese?.reason === 'unknown' && japanese.municipality === null && isForeignLooking(address)
}

/** BCP 47, or the name of a language in English, Japanese or Spanish. */
export function readLanguage(text: string): ReturnType<FieldReader<string>> {
  const tag = text.trim().replaceAll('_', '-')
  const named = LANGUAGE_NAMES.get(tag.toLowerCase())
  if (named !== undefined) return { ok: true, value: named }
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,5}$/i.test(tag) ? { ok: true, value: tag.slice(0, 3).replace(/^[A-Z]+/, (letters) => letters.toLowerCase()) + tag.slice(3) } : { ok: false, code: 'import.choice-unknown', data: { value: text.slice(0, 80) } }
}

const LANGUAGE_NAMES = new Map(
  'english:en 英語:en inglés:en japanese:ja 日本語:ja japonés:ja spanish:es スペイン語:es español:es french:fr german:de portuguese:pt italian:it dutch:nl chinese:zh korean:ko'.split(' ').map((pair) => pair.split(':') as [string, string]),
)

/** A constant country is what to assume, not what to insist on: an address in the row knows better. */
function assumedCountry(mapping: ImportMapping): string | null {
  const source = mapping['country']
  const reading = source !== undefined && 'constant' in source ? readCountry(source.constant) : null
  return reading?.ok === true ? reading.value : null
}

export const leadImport: ImportSubjectDefinition = {
  subject: 'leads',
  fields: leadFields,
  needs: ['leadKeys'],
  begin(columns, mapping, { leadKeys }, context): ImportReader {
    const assumed = assumedCountry(mapping)
    const toRow = rowMapper<LeadField>(leadFields, columns, assumed === null ? mapping : { ...mapping, country: { constant: '' } })
    const readers = createLeadReaders(assumed)
    const seen = new Set<string>()
    return {
      read(rows, lineOf) {
        const inserted: (readonly unknown[])[] = []
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (let index = 0; index < rows.length; index += 1) {
          const result = readLeadRow(toRow(rows[index] ?? []), readers, context)
          if ('errors' in result) {
            errors.push(...locate(result.errors, lineOf(index), mapping))
            continue
          }
          const key = result.row[DUPLICATE_KEY] as string
          if (seen.has(key) || leadKeys.has(key)) {
            duplicates.push(lineOf(index))
            continue
          }
          seen.add(key)
          inserted.push(result.row)
        }
        return { inserts: inserted.length === 0 ? [] : [{ table: 'leads', columns: leadImportColumns, rows: inserted }], duplicates, errors }
      },
      finish: () => ({ inserts: [], duplicates: [], errors: [] }),
    }
  },
}
