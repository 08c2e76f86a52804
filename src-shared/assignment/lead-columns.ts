import type { RowOf } from '../foundation/table.ts'
import type { leads } from '../leads/lead.table.ts'
import { closedStages, releasedStages, workedStages, type LeadStage } from '../leads/lead.ts'
import type { HeldBackReason } from '../qualification/criterion.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { foldText, hashText } from './fold-text.ts'
import { writePlace } from './measure-distance.ts'
import { packPostcode, postcodeHead } from './pack-postcode.ts'
import type { Knowledge } from './rule-set.ts'

/**
 * The order of values in `push`. All but the last four are columns of the leads table, read raw.
 * `sameVersion`: whether the lead's decision was made under the rule-set version at hand.
 * `reservedFor`: the partner for whom an approved registration reserves this customer, or who is its partner of record.
 * `heldBack`: why it is not offered to anybody yet, or null (held-back.ts).
 * `heldOver`: whether the lead was offered before the map in force, which leaves such offers where they are.
 */
export const leadColumnNames = [
  'id', 'stage', 'partnerId', 'territoryId', 'assignmentOrigin', 'manualUntil', 'declinedBy',
  'country', 'region', 'postcode', 'latitude', 'longitude', 'industry', 'employees', 'product', 'source', 'language',
  'corporateNumber', 'domain', 'company', 'pinReason', 'sameVersion', 'reservedFor', 'heldOver', 'heldBack',
] as const
const [PIN_REASON, SAME_VERSION_AT, RESERVED_FOR, HELD_OVER_AT, HELD_BACK_AT] = (['pinReason', 'sameVersion', 'reservedFor', 'heldOver', 'heldBack'] as const).map((name) => leadColumnNames.indexOf(name)) as [number, number, number, number, number]

export type LeadFacts = Pick<RowOf<typeof leads>, Exclude<(typeof leadColumnNames)[number], 'pinReason' | 'sameVersion' | 'reservedFor' | 'heldOver' | 'heldBack'>> & {
  readonly pinReason?: string | null
  readonly sameVersion?: boolean
  readonly heldOver?: boolean
  readonly reservedFor?: string | null
  readonly heldBack?: HeldBackReason | null
}

/** Where a lead stands, as far as a run of the rules cares. */
export const OPEN = 0
/** Taken back or never placed: what is left of an earlier partner does not hold it. */
export const RELEASED = 1
export const WORKED = 2
export const CLOSED = 3

export const SAME_VERSION = 1
export const GIVEN_BY_RULES = 2
export const GIVEN_BY_HAND = 4
/** A partner declined it or had it last, or a registration reserves it: see `declinedBy` and `reservedFor`. */
export const HAS_EXCEPTION = 8
export const PINNED = 16
export const HELD_OVER = 32
/** Not offered to anybody yet: it does not qualify, or may be a duplicate. */
export const HELD_BACK = 64

const FIRST_CAPACITY = 1024

/**
 * Leads by column. Codes are those of `dictionaries` (0: missing); `employees` is -1 and `postcode` 0 where missing.
 * `identifiers` holds, three by three, hashes of the folded corporate number, domain and company name; the texts themselves stand beside.
 */
export interface LeadColumns {
  readonly count: number
  readonly ids: readonly string[]
  /** The leads in order of arrival, which is the order of ids; null when they stand so already. */
  readonly order: Uint32Array | null
  readonly state: Uint8Array
  readonly flags: Uint8Array
  readonly partner: Int32Array
  readonly territory: Int32Array
  readonly manualUntil: Int32Array
  readonly country: Int32Array
  readonly region: Int32Array
  readonly industry: Int32Array
  readonly product: Int32Array
  readonly source: Int32Array
  readonly language: Int32Array
  readonly employees: Int32Array
  readonly postcode: Float64Array
  readonly postcodeHead: Uint16Array
  /** Three coordinates of a point on the unit sphere, exact to half a metre; NaN where the lead has none. */
  readonly places: Float32Array
  readonly identifiers: Int32Array
  readonly numbers: readonly (string | null)[]
  readonly domains: readonly (string | null)[]
  readonly companies: readonly (string | null)[]
  readonly declinedBy: ReadonlyMap<number, readonly string[]>
  readonly reservedFor: ReadonlyMap<number, string>
  readonly dictionaries: LeadDictionaries
}

export type CodedColumn = 'partner' | 'territory' | 'manualUntil' | 'country' | 'region' | 'industry' | 'product' | 'source' | 'language'
export type LeadDictionaries = Readonly<Record<CodedColumn, Dictionary>>

export interface LeadColumnsBuilder {
  /** Takes one lead's values in the order of `leadColumnNames`, as SQLite holds them. */
  readonly push: (row: readonly unknown[]) => void
  readonly finish: () => LeadColumns
}

type Text = string | null | undefined

/** @param capacity how many leads to make room for; more are taken, at the price of copying */
export function createLeadColumns(capacity: number, foldCompany: Knowledge['foldCompany']): LeadColumnsBuilder {
  const dictionaries: LeadDictionaries = {
    partner: createDictionary(), territory: createDictionary(), manualUntil: createDictionary(), country: createDictionary(), region: createDictionary(),
    industry: createDictionary(foldText), product: createDictionary(), source: createDictionary(foldText), language: createDictionary(primaryLanguage),
  }
  const ids: string[] = []
  const numbers: (string | null)[] = []
  const domains: (string | null)[] = []
  const companies: (string | null)[] = []
  const declinedBy = new Map<number, readonly string[]>()
  const reservedFor = new Map<number, string>()
  let isOrdered = true
  let columns = allocate(Math.max(capacity, 1))

  function push(row: readonly unknown[]): void {
    const at = ids.length
    if (at === columns.state.length) columns = enlarge(columns, Math.max(at * 2, FIRST_CAPACITY))
    const stage = row[1] as LeadStage
    const region = row[8] as Text
    const id = row[0] as string
    isOrdered &&= at === 0 || ids[at - 1]! < id
    ids.push(id)
    columns.state[at] = stateOf(stage)
    columns.partner[at] = code(dictionaries.partner, row[2])
    columns.territory[at] = code(dictionaries.territory, row[3])
    columns.manualUntil[at] = code(dictionaries.manualUntil, row[5])
    columns.country[at] = code(dictionaries.country, row[7] || countryOf(region))
    columns.region[at] = code(dictionaries.region, region)
    columns.postcode[at] = typeof row[9] === 'string' ? packPostcode(row[9]) : 0
    columns.postcodeHead[at] = postcodeHead(columns.postcode[at])
    if (typeof row[10] === 'number' && typeof row[11] === 'number') writePlace(row[10], row[11], columns.places, 3 * at)
    else columns.places[3 * at] = Number.NaN
    columns.industry[at] = code(dictionaries.industry, row[12])
    columns.employees[at] = (row[13] as number | null) ?? -1
    columns.product[at] = code(dictionaries.product, row[14])
    columns.source[at] = code(dictionaries.source, row[15])
    columns.language[at] = code(dictionaries.language, row[16])
    columns.identifiers[3 * at] = identify(numbers, row[17] as Text, foldText)
    columns.identifiers[3 * at + 1] = identify(domains, row[18] as Text, foldText)
    columns.identifiers[3 * at + 2] = identify(companies, row[19] as Text, foldCompany)
    let flags = row[SAME_VERSION_AT] ? SAME_VERSION : 0
    if (row[4] === 'rules') flags |= GIVEN_BY_RULES
    if (row[4] === 'manual') flags |= GIVEN_BY_HAND
    if (typeof row[PIN_REASON] === 'string') flags |= PINNED
    if (row[HELD_OVER_AT]) flags |= HELD_OVER
    if (row[6] !== '[]') {
      const declined = typeof row[6] === 'string' ? (JSON.parse(row[6]) as readonly string[]) : ((row[6] ?? []) as readonly string[])
      if (declined.length > 0) {
        declinedBy.set(at, declined)
        flags |= HAS_EXCEPTION
      }
    }
    const reserved = row[RESERVED_FOR]
    if (typeof reserved === 'string') {
      reservedFor.set(at, reserved)
      flags |= HAS_EXCEPTION
    }
    if (columns.state[at] === RELEASED && columns.partner[at] !== 0) flags |= HAS_EXCEPTION
    if (typeof row[HELD_BACK_AT] === 'string' && typeof reserved !== 'string') flags |= HELD_BACK
    columns.flags[at] = flags
  }

  return { push, finish: () => ({ count: ids.length, ids, order: isOrdered ? null : orderOf(ids), ...columns, numbers, domains, companies, declinedBy, reservedFor, dictionaries }) }
}

/** The columns of leads that are at hand as objects. */
export function leadColumnsOf(rows: readonly LeadFacts[], foldCompany: Knowledge['foldCompany']): LeadColumns {
  const builder = createLeadColumns(rows.length, foldCompany)
  for (const row of rows) builder.push(leadColumnNames.map((name) => row[name] ?? null))
  return builder.finish()
}

/** The part of a language tag that says which language it is: `es` of `es-GT`. */
export function primaryLanguage(tag: string): string {
  const hyphen = tag.indexOf('-')
  return (hyphen < 0 ? tag : tag.slice(0, hyphen)).toLowerCase()
}

function code(dictionary: Dictionary, value: unknown): number {
  return typeof value === 'string' && value !== '' ? dictionary.encode(value) : 0
}

/** A region names its country: `GB-ENG` without a country lies in `GB`. */
export function countryOf(region: Text): string | null {
  return typeof region === 'string' && region[2] === '-' ? region.slice(0, 2) : null
}

function identify(texts: (string | null)[], value: Text, fold: (text: string) => string): number {
  const folded = typeof value === 'string' ? fold(value) : ''
  texts.push(folded === '' ? null : folded)
  return folded === '' ? 0 : hashText(folded)
}

function stateOf(stage: LeadStage): number {
  if (closedStages.includes(stage)) return CLOSED
  if (workedStages.includes(stage)) return WORKED
  return releasedStages.includes(stage) ? RELEASED : OPEN
}

function orderOf(ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((one, other) => (ids[one]! < ids[other]! ? -1 : 1))
}

function allocate(capacity: number) {
  const ints = () => new Int32Array(capacity)
  return {
    state: new Uint8Array(capacity), flags: new Uint8Array(capacity),
    partner: ints(), territory: ints(), manualUntil: ints(), country: ints(), region: ints(), industry: ints(), product: ints(), source: ints(), language: ints(),
    employees: ints(), postcode: new Float64Array(capacity), places: new Float32Array(3 * capacity), postcodeHead: new Uint16Array(capacity), identifiers: new Int32Array(3 * capacity),
  }
}

function enlarge(columns: ReturnType<typeof allocate>, capacity: number): ReturnType<typeof allocate> {
  const larger = allocate(capacity)
  for (const name of Object.keys(larger) as (keyof typeof larger)[]) larger[name].set(columns[name])
  return larger
}
