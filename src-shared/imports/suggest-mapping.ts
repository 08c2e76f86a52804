import { isCorporateNumber } from '../geography/corporate-number.ts'
import { prefectureOfAddress } from '../geography/japan-municipalities.ts'
import { foldName } from './fold-name.ts'
import { unescapeFormula } from './formula-text.ts'
import { likeness } from './likeness.ts'
import { readCountry } from './read-country.ts'
import { readDate } from './read-date.ts'
import { readEmail } from './read-email.ts'
import { readWebsite } from './read-web-domain.ts'

/** What a column of a file can become; `synonyms` are headers in English, Japanese and Spanish that mean it. */
export interface MappableField {
  readonly name: string
  readonly synonyms: readonly string[]
}

export interface MappingProposal {
  readonly field: string
  readonly source: { readonly column: string } | { readonly constant: string }
  /** 0 to 1; below 0.7 a person should confirm it. */
  readonly confidence: number
  readonly reason: 'header-is-synonym' | 'header-resembles' | 'values-look-like-it' | 'file-is-japanese'
}

const SAMPLE_ROWS = 200
const LEAST_SCORE = 0.5
/** From this share of its non-empty values on, a column of Japanese addresses or corporate numbers makes the file a Japanese one. */
const JAPANESE_SHARE = 0.5

/**
 * Proposes for each field the column it comes from: by the header in three languages first, by what the values look like
 * second. A column goes to one field and a field to one column. Where no column names the country but the file is evidently
 * Japanese, `country` is proposed as the constant JP.
 * @param rows any first rows of the file; at most 200 are looked at
 */
export function suggestMapping(fields: readonly MappableField[], headers: readonly string[], rows: readonly (readonly string[])[]): MappingProposal[] {
  const sample = rows.slice(0, SAMPLE_ROWS)
  const columns = headers.map((header, index) => ({ header, values: sample.map((row) => unescapeFormula((row[index] ?? '').trim())).filter((value) => value !== '') }))
  const pairs = fields
    .flatMap((field) => columns.map((column) => ({ field, column, ...scoreOf(field, column.header, column.values) })))
    .filter((pair) => pair.confidence >= LEAST_SCORE)
    .sort((left, right) => right.confidence - left.confidence)

  const proposals = new Map<string, MappingProposal>()
  const used = new Set<string>()
  for (const { field, column, confidence, reason } of pairs) {
    if (proposals.has(field.name) || used.has(column.header)) continue
    used.add(column.header)
    proposals.set(field.name, { field: field.name, source: { column: column.header }, confidence, reason })
  }
  if (fields.some((field) => field.name === 'country') && !proposals.has('country') && columns.some(({ values }) => isJapaneseEvidence(values))) {
    proposals.set('country', { field: 'country', source: { constant: 'JP' }, confidence: 0.85, reason: 'file-is-japanese' })
  }
  return fields.flatMap((field) => proposals.get(field.name) ?? [])
}

function scoreOf(field: MappableField, header: string, values: readonly string[]): Pick<MappingProposal, 'confidence' | 'reason'> {
  const named = resemblance(header, field)
  const looks = LOOKS[field.name]
  const share = looks === undefined || values.length === 0 ? null : values.filter(looks).length / values.length
  if (named >= LEAST_SCORE) {
    const confidence = share === null ? named : named * (0.4 + 0.6 * Math.min(1, share / 0.7))
    return { confidence: round(confidence), reason: named >= 0.95 ? 'header-is-synonym' : 'header-resembles' }
  }
  const telling = share !== null && TELLING.has(field.name) && values.length >= 3 && share >= 0.8
  return { confidence: telling ? round(0.55 + 0.1 * share) : 0, reason: 'values-look-like-it' }
}

/** 1 for a synonym (earlier ones a little more), less for a header that contains one as a word or is nearly spelt like one. */
function resemblance(header: string, field: MappableField): number {
  const plain = foldName(header)
  if (plain === '') return 0
  if (plain === foldName(field.name)) return 1
  const position = field.synonyms.findIndex((synonym) => foldName(synonym) === plain)
  if (position !== -1) return 1 - Math.min(0.05, position * 0.001)
  const words = new Set(wordsOf(header))
  let best = 0
  for (const synonym of [field.name, ...field.synonyms]) {
    const wanted = wordsOf(synonym)
    const folded = foldName(synonym)
    if (wanted.length > 0 && folded.length > 2 && wanted.every((word) => words.has(word))) best = Math.max(best, 0.6 + 0.3 * (wanted.length / words.size))
    else if (/[^\u0000-\u024f]/u.test(folded) && folded.length > 1 && plain.includes(folded)) best = Math.max(best, 0.6 + 0.25 * (folded.length / plain.length))
    else if (folded.length > 4) best = Math.max(best, likeness(plain, folded) >= 0.85 ? 0.75 : 0)
  }
  return best
}

function wordsOf(text: string): string[] {
  return text.replace(/([a-z])([A-Z])/gu, '$1 $2').split(/[\s_\-./()（）:]+/u).map(foldName).filter((word) => word !== '')
}

type Looks = (value: string) => boolean

const isAmount: Looks = (value) => /^[-(]?\p{Sc}?\s*[\d０-９][\d０-９.,\s']*\)?\s*[\p{Sc}円人名]?$/u.test(value)
const isDate: Looks = (value) => readDate(value, 'day-first').ok || readDate(value, 'month-first').ok
const isWebsite: Looks = (value) => readWebsite(value).ok
const isEmail: Looks = (value) => readEmail(value).ok

/** How the values of a field look, by its name; fields that may hold anything are not here. */
const LOOKS: Readonly<Partial<Record<string, Looks>>> = {
  companyKana: (value) => /^[\p{sc=Katakana}\p{sc=Hiragana}ー・\s　()（）]+$/u.test(value.normalize('NFKC')),
  corporateNumber: (value) => !/^\d{13}$/u.test(value) || isCorporateNumber(value),
  website: isWebsite,
  domain: isWebsite,
  email: isEmail,
  contactEmail: isEmail,
  contactPhone: (value) => /^[+(]?[\d０-９][\d０-９\s().\-−ー－]{6,20}$/u.test(value),
  country: (value) => !/^\d+$/u.test(value) && readCountry(value).ok,
  region: (value) => value.length > 1 && !/^\d{3,}$/u.test(value),
  postcode: (value) => /^(?=.*[\d０-９])[A-Z0-9０-９][A-Z0-9０-９ \-−ー－]{2,10}$/u.test(value),
  employees: isAmount,
  score: isAmount,
  amount: isAmount,
  listPrice: isAmount,
  cost: isAmount,
  revenue: isAmount,
  openedOn: isDate,
  closedOn: isDate,
}
/** Fields whose values nothing else looks like. */
const TELLING = new Set(['website', 'email', 'contactEmail', 'country'])

function isJapaneseEvidence(values: readonly string[]): boolean {
  if (values.length === 0) return false
  const speaking = values.filter((value) => isCorporateNumber(value) || (/\p{sc=Han}/u.test(value) && prefectureOfAddress(value).municipality !== null))
  return speaking.length / values.length >= JAPANESE_SHARE
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
