import type { CandidateTable } from './candidate-table.ts'
import type { CompiledSeats } from './compile-rule-set.ts'
import type { LeadColumns } from './lead-columns.ts'
import { chordOf, kilometresOf, writePlace } from './measure-distance.ts'
import { NEARNESS_BANDS } from './score-fit.ts'

/** Distances are compared in whole kilometres: chords that differ by more than this surely differ by one. */
const CLEARLY = chordOf(1.01)
const BANDS = NEARNESS_BANDS.map(({ within, points }) => ({ chord: chordOf(within + 0.5), points }))

/** How far a lead is from a seating's candidates, from its own coordinates, else from the middle of its region or country. */
export class LeadDistances {
  readonly #compiled: CompiledSeats
  readonly #table: CandidateTable
  readonly #leads: LeadColumns
  /** Middles by region and country, once asked for; NaN where there is none. */
  readonly #middles: Float32Array[][] = []
  /** By position, for the lead at hand; infinite where either end is not known. */
  readonly #chords: Float64Array

  constructor(compiled: CompiledSeats, leads: LeadColumns) {
    this.#compiled = compiled
    this.#table = compiled.candidates
    this.#leads = leads
    this.#chords = new Float64Array(this.#table.size.reduce((most, size) => Math.max(most, size), 1))
  }

  /** Looks at one lead and the candidates of one seating; the other methods then answer for them. */
  aim(lead: number, seating: number): void {
    const { size, partnersAt, seatPlaces } = this.#table
    const chords = this.#chords
    const { places } = this.#leads
    const isPlaced = !Number.isNaN(places[3 * lead]!)
    const from = isPlaced ? places : this.#middleOf(lead)
    const at = isPlaced ? 3 * lead : 0
    const fromX = from[at]!
    const fromY = from[at + 1]!
    const fromZ = from[at + 2]!
    const count = size[seating]!
    for (let position = 0, seat = 3 * partnersAt[seating]!; position < count; position += 1, seat += 3) {
      const x = fromX - seatPlaces[seat]!
      const y = fromY - seatPlaces[seat + 1]!
      const z = fromZ - seatPlaces[seat + 2]!
      const chord = Math.sqrt(x * x + y * y + z * z)
      chords[position] = chord >= 0 ? chord : Infinity
    }
  }

  /** Below 0 when the first position is nearer by at least a kilometre, rounded. */
  compare(one: number, other: number): number {
    const difference = this.#chords[one]! - this.#chords[other]!
    if (difference > CLEARLY || difference < -CLEARLY) return difference
    return this.#chords[one] === Infinity ? 0 : kilometresOf(this.#chords[one]!) - kilometresOf(this.#chords[other]!)
  }

  /** Whole kilometres; null where not known. */
  kilometres(position: number): number | null {
    return this.#chords[position] === Infinity ? null : kilometresOf(this.#chords[position]!)
  }

  /** Best fit's points for nearness. */
  points(position: number): number {
    for (const { chord, points } of BANDS) if (this.#chords[position]! < chord) return points
    return 0
  }

  #middleOf(lead: number): Float32Array {
    const row = (this.#middles[this.#leads.region[lead]!] ??= [])
    return (row[this.#leads.country[lead]!] ??= this.#middle(lead))
  }

  #middle(lead: number): Float32Array {
    const { dictionaries, country, region } = this.#leads
    const middle = this.#compiled.knowledge.locate(dictionaries.country.values[country[lead]!] ?? null, dictionaries.region.values[region[lead]!] ?? null)
    const place = new Float32Array(3).fill(Number.NaN)
    if (middle !== null) writePlace(middle.latitude, middle.longitude, place, 0)
    return place
  }
}
