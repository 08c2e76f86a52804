import { setBit } from './bits.ts'
import { MISSING, type CandidateTable } from './candidate-table.ts'
import type { CompiledSeats } from './compile-rule-set.ts'
import type { LeadColumns } from './lead-columns.ts'
import { NO_EXCEPTIONS, type LeadExceptions } from './lead-exceptions.ts'
import { INDUSTRY_POINTS, LANGUAGE_POINTS, PRODUCT_POINTS } from './score-fit.ts'

/** Objections that depend on the lead, as bits. */
export const TO_PRODUCT = 1
export const TO_LANGUAGE = 2
export const TO_PLACE = 4

/** Tells which candidates may have a lead: masks by territory, product, place, language and capacity, and-ed. */
export class OpenCandidates {
  readonly #table: CandidateTable
  readonly #leads: LeadColumns
  /** The partners' codes of the leads' values. */
  readonly #product: Int32Array
  readonly #language: Int32Array
  readonly #industry: Int32Array
  readonly #country: Int32Array
  readonly #region: Int32Array
  /** Of each seating, the positions at capacity: as a mask, and in the order in which they became so. */
  readonly #fullAt: Int32Array
  readonly #fullMasks: Int32Array
  readonly #full: readonly number[][]
  readonly #fullCount: Int32Array
  /** Where the masks of the lead at hand begin. */
  #standing = 0
  #products = 0
  #countries = 0
  #regions = 0
  #languages = -1
  #fullFrom = 0
  #exceptions = NO_EXCEPTIONS
  #fitIndustries = 0
  #fitProducts = 0
  #fitLanguages = 0
  #productPoints = 0
  #languagePoints = 0

  constructor(compiled: CompiledSeats, leads: LeadColumns) {
    const { products, languages, industries, places, words } = compiled.candidates
    const { dictionaries } = leads
    this.#table = compiled.candidates
    this.#leads = leads
    this.#product = products.translate(dictionaries.product)
    this.#language = languages.translate(dictionaries.language)
    this.#industry = industries.translate(dictionaries.industry)
    this.#country = places.translate(dictionaries.country)
    this.#region = places.translate(dictionaries.region)
    this.#fullAt = new Int32Array(words.length)
    for (let seating = 1; seating < words.length; seating += 1) this.#fullAt[seating] = this.#fullAt[seating - 1]! + words[seating - 1]!
    this.#fullMasks = new Int32Array(words.reduce((sum, width) => sum + width, 0))
    this.#full = compiled.seatings.map(() => [])
    this.#fullCount = new Int32Array(words.length)
  }

  /** Looks at one lead in one territory; `word` then answers for it. */
  aim(lead: number, territory: number, seating: number, exceptions: LeadExceptions): void {
    const { words, standingAt, productsAt, placesAt, languagesAt, asksLanguage } = this.#table
    const leads = this.#leads
    const width = words[seating]!
    const places = placesAt[seating]!
    this.#standing = standingAt[territory]!
    this.#products = productsAt[seating]! + this.#product[leads.product[lead]!]! * width
    this.#countries = places + this.#country[leads.country[lead]!]! * width
    this.#regions = places + this.#region[leads.region[lead]!]! * width
    this.#languages = asksLanguage[territory] === 0 ? -1 : languagesAt[seating]! + this.#language[leads.language[lead]!]! * width
    this.#fullFrom = this.#fullAt[seating]!
    this.#exceptions = exceptions
  }

  /** 32 positions of the seating: 1 for those that may have the lead. */
  word(word: number): number {
    const { numbers } = this.#table
    let mask = numbers[this.#standing + word]! & numbers[this.#products + word]! & (numbers[this.#countries + word]! | numbers[this.#regions + word]!)
    mask &= ~this.#fullMasks[this.#fullFrom + word]!
    if (this.#languages >= 0) mask &= numbers[this.#languages + word]!
    return this.#exceptions === NO_EXCEPTIONS ? mask : mask & ~this.#exceptions.mask(word)
  }

  fill(seating: number, position: number): void {
    this.#fullCount[seating] = this.#full[seating]!.push(position)
    setBit(this.#fullMasks, this.#fullAt[seating]!, position)
  }

  fullCount(seating: number): number {
    return this.#fullCount[seating]!
  }

  /** The positions at capacity by now, in the order in which they became so. */
  full(seating: number): readonly number[] {
    return this.#full[seating]!
  }

  /** Which values of the lead at hand speak against some candidate. */
  objections(seating: number): number {
    const { numbers, size } = this.#table
    let bits = 0
    for (let position = 0; position < size[seating]!; position += 1) {
      const word = position >> 5
      const bit = 1 << (position & 31)
      if ((numbers[this.#products + word]! & bit) === 0) bits |= TO_PRODUCT
      if (((numbers[this.#countries + word]! | numbers[this.#regions + word]!) & bit) === 0) bits |= TO_PLACE
      if (this.#languages >= 0 && (numbers[this.#languages + word]! & bit) === 0) bits |= TO_LANGUAGE
    }
    return bits
  }

  /** Looks at what best fit rewards in the same lead; `points` then answers for it. */
  aimFit(lead: number, seating: number): void {
    const { words, productsAt, industriesAt, languagesAt } = this.#table
    const width = words[seating]!
    const product = this.#product[this.#leads.product[lead]!]!
    const language = this.#language[this.#leads.language[lead]!]!
    this.#fitIndustries = industriesAt[seating]! + this.#industry[this.#leads.industry[lead]!]! * width
    this.#fitProducts = productsAt[seating]! + product * width
    this.#fitLanguages = languagesAt[seating]! + language * width
    this.#productPoints = product === MISSING ? 0 : PRODUCT_POINTS
    this.#languagePoints = language === MISSING ? 0 : LANGUAGE_POINTS
  }

  /** Best fit's points for the lead's industry, product and language. */
  points(position: number): number {
    const { numbers } = this.#table
    const word = position >> 5
    const bit = position & 31
    return (
      ((numbers[this.#fitIndustries + word]! >>> bit) & 1) * INDUSTRY_POINTS +
      ((numbers[this.#fitProducts + word]! >>> bit) & 1) * this.#productPoints +
      ((numbers[this.#fitLanguages + word]! >>> bit) & 1) * this.#languagePoints
    )
  }
}
