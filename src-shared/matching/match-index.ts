import { hash } from './hash.ts'
import { matchFields, type MatchRecord } from './match-record.ts'
import { featuresOf, type Name, type NameFeatures } from './name-features.ts'
import { Postings, type FlatPostings } from './postings.ts'
import { readName } from './read-name.ts'
import { readWord, Vocabulary } from './vocabulary.ts'

export interface Candidate {
  readonly place: number
  /** How much they have in common; only for the order. */
  readonly common: number
}

/** Weights of what names have in common, by how telling it is for finding them; set on fit data. */
const TERM_WEIGHT = 4
const INITIALS_WEIGHT = 2
const KEY_WEIGHT = 20
const SMALLEST_BREADTH = 12
const KEY = 0x27d4eb2f

/** An index as plain lists, in the order of the records. */
export interface IndexParts {
  readonly columns: Readonly<Record<keyof MatchRecord, string[]>>
  readonly readings: string[]
  readonly vocabulary: readonly string[]
  readonly words: ArrayLike<number>
  readonly wordsFrom: ArrayLike<number>
  readonly breadths: Float32Array
  readonly postings: FlatPostings
}

/**
 * Records by what they can be found by: words, sounds, initials, and the exact keys (corporate number, domain). What is added or
 * removed afterwards is found as if the index had been built with it.
 */
export class MatchIndex {
  readonly #columns: Readonly<Record<keyof MatchRecord, string[]>>
  readonly #readings: string[]
  readonly #vocabulary: Vocabulary
  /** Numbers of the words of all names, one after the other, and where each name's begin. */
  readonly #words: number[]
  readonly #wordsFrom: number[]
  /** How many features a place has, in a form that shared ones are divided by. */
  #breadths: Float32Array
  readonly #postings: Postings
  readonly #placeOf: Map<string, number>
  readonly #removed = new Set<number>()
  readonly #weights = new Map<number, number>()
  #living: number
  #common = new Float32Array(0)
  #touched = new Uint32Array(0)

  private constructor({ columns, readings, vocabulary, words, wordsFrom, breadths, postings }: IndexParts) {
    this.#columns = columns
    this.#readings = readings
    this.#vocabulary = new Vocabulary(vocabulary)
    this.#words = Array.from(words)
    this.#wordsFrom = Array.from(wordsFrom)
    this.#breadths = breadths
    this.#postings = new Postings(postings)
    this.#placeOf = new Map(columns.id.map((id, place) => [id, place]))
    this.#living = columns.id.length
  }

  static from(parts: IndexParts): MatchIndex {
    return new MatchIndex(parts)
  }

  /** The last of several records of one id counts. */
  static of(records: Iterable<MatchRecord>): MatchIndex {
    const columns: IndexParts['columns'] = { id: [], name: [], kana: [], domain: [], country: [], corporateNumber: [], address: [], product: [] }
    const empty = new MatchIndex({ columns, readings: [], vocabulary: [], words: [], wordsFrom: [0], breadths: new Float32Array(1024), postings: Postings.build(new Uint32Array(0), new Uint32Array(1)).flat })
    const offsets = [0]
    let all = new Uint32Array(1 << 16)
    let used = 0
    for (const record of new Map([...records].map((each) => [each.id, each])).values()) {
      const features = empty.#place(record)
      if (used + features.length > all.length) all = larger(all, new Uint32Array(all.length * 2 + features.length))
      all.set(features, used)
      used += features.length
      offsets.push(used)
    }
    return new MatchIndex({ ...empty.#parts, postings: Postings.build(all.subarray(0, used), Uint32Array.from(offsets)).flat })
  }

  /** For keeping. What was added or removed since the index was made is worked in first. */
  parts(): IndexParts {
    const changed = this.#removed.size > 0 || this.#postings.hasGrown
    return changed ? MatchIndex.of(this.records()).#parts : this.#parts
  }

  get #parts(): IndexParts {
    return { columns: this.#columns, readings: this.#readings, vocabulary: this.#vocabulary.texts, words: this.#words, wordsFrom: this.#wordsFrom, breadths: this.#breadths, postings: this.#postings.flat }
  }

  *records(): Generator<MatchRecord> {
    for (const place of this.#placeOf.values()) yield this.recordAt(place)
  }

  get size(): number {
    return this.#living
  }

  add(record: MatchRecord): void {
    this.remove(record.id)
    const place = this.#columns.id.length
    for (const feature of this.#place(record)) this.#postings.add(feature, place)
  }

  remove(id: string): void {
    const place = this.#placeOf.get(id)
    if (place === undefined) return
    for (const feature of this.#featuresAt(place)) this.#postings.forget(feature, place)
    this.#placeOf.delete(id)
    this.#removed.add(place)
    this.#living--
    this.#weights.clear()
  }

  recordAt(place: number): MatchRecord {
    const value = (field: keyof MatchRecord): string => this.#columns[field][place]!
    return { id: value('id'), name: value('name'), kana: value('kana'), domain: value('domain'), country: value('country'), corporateNumber: value('corporateNumber'), address: value('address'), product: value('product') }
  }

  /** Records that bear this number or domain. */
  bearers(field: 'corporateNumber' | 'domain', value: string): number {
    return this.#postings.count(hash(`${field} ${value}`, KEY))
  }

  placeOf(id: string): number | undefined {
    return this.#placeOf.get(id)
  }

  /** How telling a term is: the natural logarithm of one in how many records has it. */
  weightOf(term: number): number {
    let weight = this.#weights.get(term)
    if (weight === undefined) {
      weight = Math.log((this.#living + 1) / (this.#postings.count(term) + 0.5))
      this.#weights.set(term, weight)
    }
    return weight
  }

  get highestWeight(): number {
    return Math.log((this.#living + 1) / 1.5)
  }

  nameAt(place: number): Name {
    const words = []
    for (let at = this.#wordsFrom[place]!; at < this.#wordsFrom[place + 1]!; at++) words.push(this.#vocabulary.at(this.#words[at]!))
    return { words, reading: this.#readings[place]! }
  }

  nameOf({ name, kana }: MatchRecord): Name {
    const { words, reading } = readName(name, kana || null)
    return { words: words.map(readWord), reading }
  }

  /** The records that have most in common with a record, the best first; equals in the order of their ids. */
  candidates(record: MatchRecord, name: Name, { read: readAtMost, compared }: { readonly read: number; readonly compared: number }): readonly Candidate[] {
    const total = this.#columns.id.length
    if (this.#common.length < total) {
      this.#common = new Float32Array(total + (total >> 1))
      this.#touched = new Uint32Array(total + (total >> 1))
    }
    const [common, touched, breadths] = [this.#common, this.#touched, this.#breadths]
    let count = 0
    let read = 0
    for (const { feature, weight, bearers } of this.#weighted(record, featuresOf(name, true))) {
      read += bearers
      if (read > readAtMost && count > 0) break
      for (const list of this.#postings.lists(feature)) {
        for (let at = 0; at < list.length; at++) {
          const place = list[at]!
          const before = common[place]!
          if (before === 0) touched[count++] = place
          common[place] = before + weight
        }
      }
    }
    const best = new Best(compared)
    for (let at = 0; at < count; at++) {
      const place = touched[at]!
      const shared = common[place]! / breadths[place]!
      common[place] = 0
      if (shared >= best.floor && !this.#removed.has(place)) best.offer(place, shared)
    }
    return best.inOrder((place) => this.#columns.id[place]!)
  }

  #weighted(record: MatchRecord, { terms, grams, initials }: NameFeatures): readonly { readonly feature: number; readonly weight: number; readonly bearers: number }[] {
    const weighted: { feature: number; weight: number; bearers: number }[] = []
    const put = (feature: number, times: number): void => {
      const bearers = this.#postings.count(feature)
      if (bearers > 0) weighted.push({ feature, weight: times * Math.log((this.#living + 1) / bearers), bearers })
    }
    for (const feature of keysOf(record)) put(feature, KEY_WEIGHT)
    for (const feature of terms) put(feature, TERM_WEIGHT)
    for (const feature of grams) put(feature, 1)
    for (const feature of initials) put(feature, INITIALS_WEIGHT)
    weighted.sort((one, other) => one.bearers - other.bearers || one.feature - other.feature)
    return weighted.filter(({ feature }, at) => feature !== weighted[at - 1]?.feature)
  }

  #place(record: MatchRecord): Uint32Array {
    const place = this.#columns.id.length
    for (const field of matchFields) this.#columns[field].push(record[field])
    const { words, reading } = readName(record.name, record.kana || null)
    for (const word of words) this.#words.push(this.#vocabulary.numberOf(word))
    this.#wordsFrom.push(this.#words.length)
    this.#readings.push(reading)
    this.#placeOf.set(record.id, place)
    this.#living++
    this.#weights.clear()
    const features = featuresOf(this.nameAt(place), false)
    if (place === this.#breadths.length) this.#breadths = larger(this.#breadths, new Float32Array(place * 2 + 1024))
    this.#breadths[place] = Math.sqrt(features.grams.length + features.terms.length * TERM_WEIGHT + SMALLEST_BREADTH)
    return allOf(features, record)
  }

  #featuresAt(place: number): Uint32Array {
    return allOf(featuresOf(this.nameAt(place), false), this.recordAt(place))
  }
}

/** Each once. */
function allOf({ terms, grams, initials }: NameFeatures, record: MatchRecord): Uint32Array {
  const all = Uint32Array.from([...terms, ...grams, ...initials, ...keysOf(record)]).sort()
  let kept = 0
  for (let at = 0; at < all.length; at++) if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at]!
  return all.subarray(0, kept)
}

function keysOf({ corporateNumber, domain }: MatchRecord): readonly number[] {
  return [...(corporateNumber === '' ? [] : [hash(`corporateNumber ${corporateNumber}`, KEY)]), ...(domain === '' ? [] : [hash(`domain ${domain}`, KEY)])]
}

function larger<Numbers extends Uint32Array | Float32Array>(numbers: Numbers, room: Numbers): Numbers {
  room.set(numbers)
  return room
}

/** The places with the highest values. */
class Best {
  readonly #most: number
  #kept: { place: number; value: number }[] = []
  /** A lower value cannot be among them. */
  floor = 0

  constructor(most: number) {
    this.#most = most
  }

  offer(place: number, value: number): void {
    this.#kept.push({ place, value })
    if (this.#kept.length < this.#most * 4) return
    this.#kept.sort((one, other) => other.value - one.value)
    this.floor = this.#kept[this.#most - 1]!.value
    this.#kept = this.#kept.filter(({ value: kept }) => kept >= this.floor)
  }

  inOrder(nameOf: (place: number) => string): readonly Candidate[] {
    return this.#kept
      .sort((one, other) => other.value - one.value || (nameOf(one.place) < nameOf(other.place) ? -1 : 1))
      .slice(0, this.#most)
      .map(({ place, value }) => ({ place, common: value }))
  }
}
