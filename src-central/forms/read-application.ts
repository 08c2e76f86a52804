import type { z } from 'zod'
import type { RowOf } from '#shared/foundation/table.ts'
import { fieldRead } from '#shared/imports/field-reading.ts'
import { industryKeyOf } from '#shared/imports/industries.ts'
import { readCorporateNumber } from '#shared/imports/read-corporate-number.ts'
import { readCountry } from '#shared/imports/read-country.ts'
import { readEmail } from '#shared/imports/read-email.ts'
import { readInteger } from '#shared/imports/read-number.ts'
import { readPhone } from '#shared/imports/read-phone.ts'
import { readPostcode } from '#shared/imports/read-postcode.ts'
import { readRegion } from '#shared/imports/read-region.ts'
import { readNotes } from '#shared/imports/read-text.ts'
import { readWebsite } from '#shared/imports/read-web-domain.ts'
import { readPartnerType, type FieldReader } from '#shared/imports/subjects/import-choices.ts'
import type { ImportField } from '#shared/imports/subjects/import-subject.ts'
import { leadFields } from '#shared/imports/subjects/lead-fields.ts'
import { readLanguage } from '#shared/imports/subjects/lead-import.ts'
import { partnerFields } from '#shared/imports/subjects/partner-fields.ts'
import { readCode, readLine, RowReading, splitList } from '#shared/imports/subjects/read-fields.ts'
import type { applications } from '#shared/recruiting/application.table.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { fieldFinder, type FieldProblem, type ReadSubmission, type Values } from './read-submission.ts'

const { apply } = recruitingContract.operations
export type NewApplication = Omit<z.output<typeof apply.input>, 'source'> & Pick<RowOf<typeof applications>, 'persons' | 'answers'>

const ofLeads = ['company', 'companyEn', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address', 'employees', 'contactName', 'contactEmail', 'contactPhone', 'notes'] as const
const ofPartners = ['languages', 'products', 'industries', 'contactRole'] as const
type ApplicantField = (typeof ofLeads)[number] | (typeof ofPartners)[number] | 'partnerType' | 'referredBy'

/** What an applicant can say of itself, under the names that the imports know it by. */
const find = fieldFinder<ApplicantField>([
  ...named(ofLeads, leadFields),
  ...named(ofPartners, partnerFields),
  { name: 'partnerType', required: false, synonyms: ['partner type', 'kind of partner', 'type', 'パートナー種別', '種別', 'tipo de socio', 'tipo'] },
  { name: 'referredBy', required: false, synonyms: ['referred by', 'recommended by', 'referrer', '紹介者', 'ご紹介者', 'recomendado por', 'referido por'] },
])

const MOST_OF_A_LIST = 100
const MOST_ANSWERS = 50
const LONGEST_ANSWER = 4000

/** An application from what a form has sent. What is none of its fields is a question of the form's own, and is kept with its answer. */
export function readApplication(values: Values): ReadSubmission<NewApplication> {
  const { row, unknown, tell } = find(values)
  const reading = new RowReading<ApplicantField>()
  const country = reading.take('country', row.country, readCountry)
  const given = {
    company: reading.demand('company', row.company, readLine),
    companyEn: reading.take('companyEn', row.companyEn, readLine),
    country,
    corporateNumber: reading.take('corporateNumber', row.corporateNumber, country === 'JP' ? readCorporateNumber : readLine),
    website: reading.take('website', row.website, readWebsite)?.url ?? null,
    region: reading.take('region', row.region, (text) => readRegion(text, country)),
    city: reading.take('city', row.city, readLine),
    postcode: reading.take('postcode', row.postcode, (text) => readPostcode(text, country)),
    address: reading.take('address', row.address, readLine),
    employees: reading.take('employees', row.employees, readCount),
    partnerType: reading.take('partnerType', row.partnerType, readPartnerType),
    industries: eachOf(reading, 'industries', row.industries, readIndustry),
    languages: eachOf(reading, 'languages', row.languages, readLanguage),
    products: eachOf(reading, 'products', row.products, readCode),
    referredBy: reading.take('referredBy', row.referredBy, readLine),
    persons: personOf(reading, row),
    notes: reading.take('notes', row.notes, readNotes),
  }
  const answers: NewApplication['answers'][number][] = []
  const refused: FieldProblem[] = [...tell(reading.problems).problems]
  for (const question of unknown.slice(0, MOST_ANSWERS)) {
    const answer = readNotes(values[question] ?? '', LONGEST_ANSWER)
    if (!answer.ok) refused.push({ field: 'answers', name: question, code: answer.code, value: null })
    else if (answer.value !== null) answers.push({ question, answer: answer.value })
  }
  const { company } = given
  if (company === null || refused.length > 0) return { problems: refused }
  return { content: { ...given, company, answers }, unused: unknown.slice(MOST_ANSWERS) }
}

const readCount: FieldReader<number> = (text) => readInteger(text, { minimum: 0 })
const readIndustry: FieldReader<string> = (text) => {
  const key = industryKeyOf(text)
  return key === undefined ? readCode(text) : fieldRead(key)
}

function eachOf(reading: RowReading<ApplicantField>, field: ApplicantField, text: string, read: FieldReader<string>): readonly string[] {
  const parts = splitList(text)
  if (parts.length > MOST_OF_A_LIST) reading.refuse(field, 'import.value-too-long', null)
  return [...new Set(parts.flatMap((part) => reading.take(field, part, read) ?? []))]
}

function personOf(reading: RowReading<ApplicantField>, row: Readonly<Record<ApplicantField, string>>): NewApplication['persons'] {
  const email = reading.take('contactEmail', row.contactEmail, readEmail)?.address ?? null
  const phone = reading.take('contactPhone', row.contactPhone, readPhone)
  const role = reading.take('contactRole', row.contactRole, readLine)
  const name = reading.take('contactName', row.contactName, readLine) ?? email ?? phone
  return name === null ? [] : [{ name: name.slice(0, 200).trim(), email, phone, role: role?.slice(0, 120).trim() ?? null }]
}

function named<F extends string>(names: readonly F[], fields: readonly ImportField[]): ImportField<F>[] {
  return names.flatMap((name) => fields.filter((field) => field.name === name).map((field) => ({ ...field, name })))
}
