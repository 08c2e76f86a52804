import { countryOf } from '../../geography/countries.ts'
import { newPartner } from '../../partners/new-partner.ts'
import type { Absence, Certification, PartnerContact } from '../../partners/partner.ts'
import { fieldRead, fieldRefused } from '../field-reading.ts'
import { readCountry } from '../read-country.ts'
import { readDate } from '../read-date.ts'
import { readEmail } from '../read-email.ts'
import { industryKeyOf } from '../industries.ts'
import { readInteger } from '../read-number.ts'
import { readPhone } from '../read-phone.ts'
import { readRegion } from '../read-region.ts'
import { readNotes } from '../read-text.ts'
import { readWebsite } from '../read-web-domain.ts'
import { readPartnerStatus, readPartnerTier, readPartnerType, type FieldReader } from './import-choices.ts'
import { locate, noticeOf, rowMapper, type ImportContext, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError, type RowProblem } from './import-subject.ts'
import { partnerFields, type PartnerField } from './partner-fields.ts'
import { readCode, readDegrees, readLine, readPlace, RowReading, splitList } from './read-fields.ts'

export const partnerImportColumns = [
  'id', 'code', 'name', 'type', 'tier', 'status', 'country', 'region', 'city', 'latitude', 'longitude', 'domain', 'regions', 'languages', 'products',
  'industries', 'certifications', 'capacity', 'timeZone', 'calendar', 'absences', 'contacts', 'notes',
] as const

type PartnerRow = ReturnType<typeof newPartner>

/** A partner from a line of a file, or everything that is wrong with it. What the file leaves open is as for a partner made by hand. */
export function readPartnerRow(values: MappedRow<PartnerField>, context: ImportContext): { readonly partner: PartnerRow } | { readonly errors: readonly RowProblem<PartnerField>[] } {
  const reading = new RowReading<PartnerField>()
  const code = reading.demand('code', values.code, readCode)
  const name = reading.demand('name', values.name, readLine)
  const type = reading.demand('type', values.type, readPartnerType)
  const tier = reading.take('tier', values.tier, readPartnerTier)
  const status = reading.take('status', values.status, readPartnerStatus)
  const country = reading.demand('country', values.country, readCountry)
  const timeZone = reading.take('timeZone', values.timeZone, readLine)
  if (timeZone !== null && !context.isTimeZone(timeZone)) reading.refuse('timeZone', 'partner.time-zone-unknown', values.timeZone)
  const calendar = reading.take('calendar', values.calendar, readLine)
  if (calendar !== null && !isCalendar(calendar)) reading.refuse('calendar', 'partner.calendar-invalid', values.calendar)
  const given = {
    region: values.region === '' ? null : reading.settle('region', values.region, readRegion(values.region, country)),
    city: reading.take('city', values.city, readLine),
    latitude: reading.take('latitude', values.latitude, readLatitude),
    longitude: reading.take('longitude', values.longitude, readLongitude),
    domain: reading.take('domain', values.domain, readWebsite)?.domain ?? null,
    regions: eachOf(reading, 'regions', values.regions, readPlace),
    languages: eachOf(reading, 'languages', values.languages, readLanguageTag),
    products: eachOf(reading, 'products', values.products, readCode),
    industries: eachOf(reading, 'industries', values.industries, (text) => fieldRead(industryKeyOf(text) ?? text)),
    certifications: readCertifications(reading, values.certifications),
    capacity: reading.take('capacity', values.capacity, readCapacity),
    absences: readAbsences(reading, values.absences),
    contacts: readContact(reading, values),
    notes: reading.take('notes', values.notes, readNotes),
  }
  if (code === null || name === null || type === null || country === null || reading.problems.length > 0) return { errors: reading.problems }
  return {
    partner: newPartner(context.id(), {
      code, name, type, country, ...given, timeZone: timeZone ?? countryOf(country)?.timeZone ?? 'UTC', calendar: calendar ?? country, ...(tier && { tier }), ...(status && { status }),
    }),
  }
}

const readLatitude = readDegrees(90)
const readLongitude = readDegrees(180)
const readCapacity: FieldReader<number> = (text) => readInteger(text, { minimum: 0 })

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const readLanguageTag: FieldReader<string> = (text) => (LANGUAGE_TAG.test(text) ? fieldRead(text) : fieldRefused('import.choice-unknown', text))

/** A country and, after a hyphen, perhaps one of its parts, as calendars of holidays are named. */
function isCalendar(text: string): boolean {
  return /^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/.test(text) && countryOf(text.slice(0, 2)) !== undefined
}

function eachOf(reading: RowReading<PartnerField>, field: PartnerField, text: string, read: FieldReader<string>): readonly string[] {
  return text === '' ? [] : splitList(text).flatMap((part) => reading.take(field, part, read) ?? [])
}

/** `CODE@2027-03-31|CODE`: after the @ the last day on which it is valid. */
function readCertifications(reading: RowReading<PartnerField>, text: string): readonly Certification[] {
  return splitList(text).flatMap((part) => {
    const [code = '', written] = part.split('@').map((half) => half.trim())
    const expires = written === undefined ? null : readDate(written)
    if (code !== '' && code.length <= 60 && (expires === null || (expires.ok && expires.value !== null))) return [{ code, expires: expires?.value ?? null }]
    reading.refuse('certifications', 'partner.certification-invalid', part)
    return []
  })
}

/** `2026-12-28/2027-01-04 year end|2027-05-01/ until further notice`: both days are days of absence. */
function readAbsences(reading: RowReading<PartnerField>, text: string): readonly Absence[] {
  return splitList(text).flatMap((part) => {
    const [, written = '', until = '', reason = ''] = /^(\S+?)\s*\/\s*(\d\S*)?\s*(.{0,200})$/s.exec(part) ?? []
    const from = readDate(written)
    const to = readDate(until)
    if (from.ok && from.value !== null && to.ok && (to.value === null || from.value <= to.value)) return [{ from: from.value, to: to.value, reason }]
    reading.refuse('absences', 'partner.absence-invalid', part)
    return []
  })
}

function readContact(reading: RowReading<PartnerField>, values: MappedRow<PartnerField>): readonly PartnerContact[] {
  const email = reading.take('contactEmail', values.contactEmail, readEmail)?.address ?? null
  const phone = reading.take('contactPhone', values.contactPhone, readPhone)
  const role = reading.take('contactRole', values.contactRole, readLine)
  const name = reading.take('contactName', values.contactName, readLine) ?? email ?? phone
  return name === null ? [] : [{ name: name.slice(0, 200), email, phone, role: role?.slice(0, 120) ?? null, primary: true }]
}

export const partnerImport: ImportSubjectDefinition = {
  subject: 'partners',
  fields: partnerFields,
  needs: ['partnerIds'],
  begin(columns, mapping, { partnerIds }, context): ImportReader {
    const toRow = rowMapper<PartnerField>(partnerFields, columns, mapping)
    const seen = new Set<string>()
    let active = 0
    return {
      read(rows, lineOf) {
        const inserted: (readonly unknown[])[] = []
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (const [index, cells] of rows.entries()) {
          const result = readPartnerRow(toRow(cells), context)
          if ('errors' in result) {
            errors.push(...locate(result.errors, lineOf(index), mapping))
            continue
          }
          const { partner } = result
          if (seen.has(partner.code) || partnerIds.has(partner.code)) {
            duplicates.push(lineOf(index))
            continue
          }
          seen.add(partner.code)
          if (partner.status === 'active') active += 1
          inserted.push(partnerImportColumns.map((column) => partner[column] ?? null))
        }
        return { inserts: inserted.length === 0 ? [] : [{ table: 'partners', columns: partnerImportColumns, rows: inserted }], duplicates, errors }
      },
      finish: () => ({ inserts: [], duplicates: [], errors: [], notices: active === 0 ? [] : [noticeOf('import.partners-active', { rows: active })] }),
    }
  },
}
