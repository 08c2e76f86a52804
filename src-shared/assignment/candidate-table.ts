import { hasBit, setBit } from './bits.ts'
import type { CompiledPartner, CompiledTerritory, Seating } from './compile-rule-set.ts'
import type { Dictionary } from './dictionary.ts'
import { judgeCandidate } from './judge-candidate.ts'
import { writePlace } from './measure-distance.ts'
import { choiceStrategies, tieBreaks } from '../territories/territory.ts'

const ASKS_NOTHING = { country: null, region: null, product: null, language: null }
/** The code of a value that a lead does not have. */
export const MISSING = 0
const NAMED_BY_NONE = 1
const NOWHERE = { latitude: null, longitude: null }

/** The values partners name in one respect, as codes: 0 missing, 1 a value that no partner names. */
class NamedValues {
  readonly valuesOf: (partner: CompiledPartner) => Iterable<string>
  readonly #codes = new Map<string, number>()

  constructor(partners: readonly CompiledPartner[], valuesOf: (partner: CompiledPartner) => Iterable<string>) {
    this.valuesOf = valuesOf
    for (const partner of partners) for (const value of valuesOf(partner)) if (!this.#codes.has(value)) this.#codes.set(value, this.#codes.size + 2)
  }

  get size(): number {
    return this.#codes.size + 2
  }

  code(value: string): number {
    return this.#codes.get(value) ?? NAMED_BY_NONE
  }

  /** These codes for each code of the leads' dictionary. */
  translate({ values }: Dictionary): Int32Array {
    return Int32Array.from(values, (value) => (value === null ? MISSING : this.code(value)))
  }
}

/**
 * Who sits where and may have what, in one array of numbers: for each seating its partners by position, and masks of the positions
 * that do for a product, a language, an industry, a country or region, by code. `…At` say where they begin, by seating or territory.
 */
export class CandidateTable {
  readonly products: NamedValues
  readonly languages: NamedValues
  readonly industries: NamedValues
  readonly places: NamedValues
  readonly numbers: Int32Array
  /** How many of these, from the first, are partners in seats. */
  readonly seats: number
  /** By partner. */
  readonly tiers: Uint8Array
  /** By seat (see `seats`), three coordinates of the partner's place; NaN where unknown. */
  readonly seatPlaces: Float64Array
  /** By seating. */
  readonly strategy: Uint8Array
  readonly tieBreak: Uint8Array
  readonly words: Int32Array
  readonly size: Int32Array
  readonly partnersAt: Int32Array
  readonly weightsAt: Int32Array
  readonly productsAt: Int32Array
  readonly languagesAt: Int32Array
  readonly industriesAt: Int32Array
  readonly placesAt: Int32Array
  /** By territory: positions that nothing speaks against whatever the lead is; and its seating, or -1. */
  readonly standingAt: Int32Array
  readonly seatingOf: Int32Array
  readonly asksLanguage: Uint8Array

  constructor(partners: readonly CompiledPartner[], territories: readonly CompiledTerritory[], seatings: readonly Seating[], today: string) {
    this.products = new NamedValues(partners, ({ facts }) => facts.products)
    this.languages = new NamedValues(partners, ({ languages }) => languages)
    this.industries = new NamedValues(partners, ({ industries }) => industries)
    this.places = new NamedValues(partners, ({ facts }) => facts.regions)
    const numbers: number[] = []
    const write = (table: Int32Array) => {
      const at = numbers.length
      for (const number of table) numbers.push(number)
      return at
    }
    const seated = seatings.map((seating) => Array.from(seating.partners, (number) => partners[number]))
    const everyone = (at: number) => maskOf(seated[at]!, () => true)
    this.tiers = Uint8Array.from(partners, ({ tier }) => tier)
    this.strategy = Uint8Array.from(seatings, ({ territory }) => choiceStrategies.indexOf(territory.strategy))
    this.tieBreak = Uint8Array.from(seatings, ({ territory }) => tieBreaks.indexOf(territory.tieBreak))
    this.words = Int32Array.from(seatings, ({ words }) => words)
    this.size = Int32Array.from(seatings, (seating) => seating.partners.length)
    this.partnersAt = Int32Array.from(seatings, (seating) => write(seating.partners))
    this.seats = numbers.length
    this.seatPlaces = new Float64Array(3 * this.seats).fill(Number.NaN)
    for (const [seat, number] of numbers.entries()) {
      const { latitude, longitude } = partners[number]?.facts ?? NOWHERE
      if (latitude !== null && longitude !== null) writePlace(latitude, longitude, this.seatPlaces, 3 * seat)
    }
    this.weightsAt = Int32Array.from(seatings, (seating) => write(seating.weights))
    this.productsAt = Int32Array.from(seatings, (_, at) => write(masksOf(this.products, seated[at]!, everyone(at))))
    this.languagesAt = Int32Array.from(seatings, (_, at) => write(masksOf(this.languages, seated[at]!, everyone(at))))
    this.industriesAt = Int32Array.from(seatings, (_, at) => write(masksOf(this.industries, seated[at]!, maskOf(seated[at]!, () => false))))
    this.placesAt = Int32Array.from(seatings, (_, at) => write(placeMasks(this.places, seated[at]!)))
    this.seatingOf = Int32Array.from(territories, ({ seating }) => seating?.number ?? -1)
    this.standingAt = Int32Array.from(territories, ({ seating, requirements }) =>
      seating === null ? -1 : write(maskOf(seated[seating.number]!, (partner) => judgeCandidate(partner, requirements, ASKS_NOTHING, today).every(({ reason }) => reason === 'outsideRegions'))),
    )
    this.asksLanguage = Uint8Array.from(territories, ({ requirements }) => (requirements.language ? 1 : 0))
    this.numbers = Int32Array.from(numbers)
  }
}

function maskOf(seated: readonly (CompiledPartner | undefined)[], has: (partner: CompiledPartner | undefined) => boolean): Int32Array {
  const mask = new Int32Array(Math.ceil(seated.length / 32))
  for (const [position, partner] of seated.entries()) if (has(partner)) setBit(mask, 0, position)
  return mask
}

/** @param missing the mask for leads without a value */
function masksOf(values: NamedValues, seated: readonly (CompiledPartner | undefined)[], missing: Int32Array): Int32Array {
  const words = missing.length
  const masks = new Int32Array(values.size * words)
  masks.set(missing)
  for (const [position, partner] of seated.entries()) {
    if (partner !== undefined) for (const value of values.valuesOf(partner)) setBit(masks, values.code(value) * words, position)
  }
  return masks
}

/** Partners that name no place serve every place. */
function placeMasks(values: NamedValues, seated: readonly (CompiledPartner | undefined)[]): Int32Array {
  const everywhere = maskOf(seated, (partner) => partner?.facts.regions.length === 0)
  const masks = masksOf(values, seated, everywhere)
  for (let code = NAMED_BY_NONE; code < values.size; code += 1) {
    for (let position = 0; position < seated.length; position += 1) if (hasBit(everywhere, 0, position)) setBit(masks, code * everywhere.length, position)
  }
  return masks
}
