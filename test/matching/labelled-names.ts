import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { coreWords } from '#shared/imports/normalise-company-name.ts'
import { sampleFile } from '#test/imports/sample-data.ts'

export const languages = ['JA', 'EN', 'ES', 'CO', 'KANA'] as const
/**
 * JA: Japanese companies by their short name; EN, ES: other names of organisations of countries with the language; CO: of companies;
 * KANA: Japanese companies by their English name, in a list that has the reading of the Japanese one.
 */
export type Language = (typeof languages)[number]

export interface NamedRecord {
  readonly id: string
  readonly name: string
  readonly kana?: string
}

export interface LabelledQuery {
  readonly name: string
  /** The record it means. */
  readonly answer: string
  readonly language: Language
}

export interface LabelledNames {
  readonly records: readonly NamedRecord[]
  readonly queries: readonly LabelledQuery[]
}

const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ'])
const SPANISH = new Set(['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'EC', 'CR', 'UY', 'VE'])
const COMPANY = /\((?:Japan|United States|United Kingdom|Germany|France|Spain|Italy|Canada)\)$/u

/**
 * Names of the Research Organization Registry (CC0) and of Japan's list of public filers (Financial Services Agency, public data
 * licence), each organisation once by the name it is shown with, filled up with names made of their words; and other names of some
 * of them to look up. Half of the organisations, by a checksum of their ids, are `fit`: rules and weights are made on these alone;
 * what is reported is measured on the `held` half. Null where the sample files are not.
 */
export function labelledNames(half: 'fit' | 'held', total: number, ofEach: number): LabelledNames | null {
  const [aliases, organisations, filers] = ['same-organisation.csv', 'leads-organisations.csv', 'leads-japan.csv'].map(rowsOf)
  if (!aliases || !organisations || !filers) return null
  const records = new Map<string, NamedRecord>()
  for (const { entity = '', display = '' } of aliases) if (!records.has(entity)) records.set(entity, { id: entity, name: display })
  const shown = new Set([...records.values()].map(({ name }) => name))
  for (const [at, { company = '' }] of organisations.entries()) if (!shown.has(company)) records.set(`organisation ${at}`, { id: `organisation ${at}`, name: company })
  for (const { corporate_number: id = '', company = '' } of filers) if (id !== '') records.set(id, { id, name: company })

  const others = aliases.filter(({ entity = '', name, display, script }) => isOf(half, entity) && name !== display && script === 'same')
  const queriesOf: Readonly<Record<Exclude<Language, 'KANA'>, readonly LabelledQuery[]>> = {
    JA: filers.filter(({ corporate_number: id = '' }) => id !== '' && isOf(half, id)).map(({ company = '', corporate_number: answer = '' }) => ({ name: company.replace(/株式会社|（株）|\s/gu, ''), answer, language: 'JA' })),
    EN: others.filter(({ country = '', language }) => ENGLISH.has(country) && (language === '' || language === 'en')).map(query('EN')),
    ES: others.filter(({ country = '', language }) => language === 'es' || (SPANISH.has(country) && language === '')).map(query('ES')),
    CO: others.filter(({ display = '' }) => COMPANY.test(display)).map(query('CO')),
  }
  const queries = Object.values(queriesOf).flatMap((all) => drawn(all, ofEach))
  return { records: [...records.values(), ...madeUp([...records.values()], total - records.size)], queries }
}

/** Japan's public filers with their reading, and English names to look up. Their English names are no records, so each has one counterpart. */
export function labelledReadings(half: 'fit' | 'held', ofEach: number): LabelledNames | null {
  const filers = rowsOf('leads-japan.csv')?.filter(({ corporate_number: id }) => id !== '')
  if (!filers) return null
  return {
    records: filers.map(({ corporate_number: id = '', company: name = '', company_kana: kana = '' }) => ({ id, name, kana })),
    queries: drawn(filers.filter(({ corporate_number: id = '', company_en: english }) => english !== '' && isOf(half, id)).map(({ corporate_number: answer = '', company_en: name = '' }) => ({ name, answer, language: 'KANA' })), ofEach),
  }
}

function isOf(half: 'fit' | 'held', id: string): boolean {
  return (crc32(id) & 1) === Number(half === 'held')
}

/** As if by chance, and the same ones at every run. */
function drawn(queries: readonly LabelledQuery[], count: number): readonly LabelledQuery[] {
  return queries.toSorted((one, other) => crc32(one.answer + one.name) - crc32(other.answer + other.name)).slice(0, count)
}

function query(language: Language): (row: Row) => LabelledQuery {
  return ({ name = '', entity = '' }) => ({ name, answer: entity, language })
}

/** Names nobody has, of the first word of one, the last of another and others' words between. */
function madeUp(records: readonly NamedRecord[], count: number): readonly NamedRecord[] {
  const names = records.map(({ name }) => coreWords(name.replace(/\s*\([^()]*\)$/u, ''))).filter((words) => words.length > 0)
  const next = numbers()
  const any = (): readonly string[] => names[next(names.length)]!
  const made = new Map<string, NamedRecord>()
  while (made.size < count) {
    const [first, last] = [any(), any()]
    const name = first.length === 1 ? first[0]!.slice(0, Math.ceil(first[0]!.length / 2)) + last[0]!.slice(Math.floor(last[0]!.length / 2)) : [first[0], ...first.slice(1, -1).map(() => any()[0]), last.at(-1)].join(' ')
    if (!made.has(name)) made.set(name, { id: `made ${made.size}`, name })
  }
  return [...made.values()]
}

/** The same ones at every run. */
export function numbers(seed = 12_345): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Row = Readonly<Record<string, string>>

export function rowsOf(file: string): readonly Row[] | null {
  const path = sampleFile(file)
  if (path === null) return null
  const read = readCsv(readFileSync(path))
  if (!read.ok) throw new Error(`${file}: ${read.error.code}`)
  const { columns, rows } = read.value
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]!])))
}
