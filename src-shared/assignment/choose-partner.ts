import { lowestBit } from './bits.ts'
import type { CandidateTable } from './candidate-table.ts'
import type { CompiledSeats } from './compile-rule-set.ts'
import { tieBreaksUsed } from './decision.ts'
import type { LeadDistances } from './lead-distances.ts'
import type { OpenCandidates } from './open-candidates.ts'
import { TIER_POINTS } from './score-fit.ts'
import { choiceStrategies, tieBreaks } from '../territories/territory.ts'

const NO_TIE = -1
export const NEVER_FULL = -2
const BY_CODE = tieBreaksUsed.indexOf('partnerCode')
export const ROUND_ROBIN = choiceStrategies.indexOf('roundRobin')
export const WEIGHTED = choiceStrategies.indexOf('weighted')
export const NEAREST = choiceStrategies.indexOf('nearest')
const FEWEST_OPEN_LEADS = tieBreaks.indexOf('fewestOpenLeads')
const HIGHEST_TIER = tieBreaks.indexOf('highestTier')

/**
 * Open leads, turns and choices of a run. Every choice is the best of the eligible by a fixed order, and what is remembered
 * depends on who was chosen only, never on who else could have been: so leads decided one by one, in any order,
 * end where the whole run would have put them.
 */
export class PartnerChooser {
  /** The tie-break that the last choice needed, a position in `tieBreaksUsed`; -1 for none. */
  tie = NO_TIE
  /** Where in the order the pass is, for `fullAt`; -1 is before the first lead. */
  at = -1
  /** By partner, where in the order it came to have all it can; NEVER_FULL where it did not. */
  readonly fullAt: Int32Array
  readonly #compiled: CompiledSeats
  readonly #table: CandidateTable
  readonly #open: OpenCandidates
  readonly #distances: LeadDistances
  readonly #capacity: Int32Array
  /** Open leads of each partner, wherever they stand in the order: what capacity is measured by. */
  readonly #held: Int32Array
  /** Open leads up to the present place in the order: what `fewestOpenLeads` compares. */
  readonly #seen: Int32Array
  readonly #next: Int32Array
  readonly #turns: Int32Array
  readonly #shares: WeightedTurns

  constructor(compiled: CompiledSeats, open: OpenCandidates, distances: LeadDistances) {
    const { partners, seatings } = compiled
    this.#compiled = compiled
    this.#table = compiled.candidates
    this.#open = open
    this.#distances = distances
    this.#capacity = Int32Array.from(partners, (partner) => partner.capacity)
    this.fullAt = new Int32Array(partners.length).fill(NEVER_FULL)
    this.#held = new Int32Array(partners.length)
    this.#seen = new Int32Array(partners.length)
    this.#next = new Int32Array(seatings.length)
    this.#turns = new Int32Array(seatings.length)
    this.#shares = new WeightedTurns(compiled.candidates)
    for (const [number, { capacity }] of partners.entries()) if (capacity === 0) this.#fillSeats(number)
  }

  /** Counts open leads against a partner's capacity. */
  hold(partner: number, leads = 1): void {
    const before = this.#held[partner]!
    this.#held[partner] = before + leads
    if (before < this.#capacity[partner]! && before + leads >= this.#capacity[partner]!) this.#fillSeats(partner)
  }

  /** Counts open leads for `fewestOpenLeads`, from here on. */
  see(partner: number, leads = 1): void {
    this.#seen[partner] = this.#seen[partner]! + leads
  }

  /** The position whose turn it is. */
  next(seating: number): number {
    return this.#next[seating]!
  }

  /** Remembers whose turn was taken; the number of the turn, from 1, or 0 where the territory knows no turns. */
  take(seating: number, position: number): number {
    const strategy = this.#table.strategy[seating]!
    if (strategy === ROUND_ROBIN) this.#next[seating] = position + 1 === this.#table.size[seating]! ? 0 : position + 1
    else if (strategy === WEIGHTED) this.#shares.take(seating, position)
    else return 0
    const turn = this.#turns[seating]! + 1
    this.#turns[seating] = turn
    return turn
  }

  /** The first open position from the one whose turn it is, going round; -1 where none is open, here and below. */
  nextOpen(seating: number): number {
    const words = this.#table.words[seating]!
    const next = this.#next[seating]!
    const first = next >> 5
    const here = this.#open.word(first)
    const ahead = here & (-1 << (next & 31))
    if (ahead !== 0) return first * 32 + lowestBit(ahead)
    for (let step = 1; step < words; step += 1) {
      const word = (first + step) % words
      const mask = this.#open.word(word)
      if (mask !== 0) return word * 32 + lowestBit(mask)
    }
    return here === 0 ? -1 : first * 32 + lowestBit(here)
  }

  /** Under `weighted`. */
  furthestBehind(seating: number): number {
    const shares = this.#shares
    this.tie = NO_TIE
    const words = this.#table.words[seating]!
    let best = -1
    shares.aim(seating)
    for (let word = 0; word < words; word += 1) {
      for (let mask = this.#open.word(word); mask !== 0; mask &= mask - 1) {
        const position = word * 32 + lowestBit(mask)
        if (this.#isBetter(seating, best < 0 ? -1 : shares.compare(position), position, best)) {
          best = position
          shares.keep(position)
        }
      }
    }
    return best
  }

  /** By whole kilometres, or by points of best fit, of the lead that distances and fit are aimed at. */
  best(seating: number, isByDistance: boolean): number {
    this.tie = NO_TIE
    const words = this.#table.words[seating]!
    let best = -1
    let bestPoints = 0
    for (let word = 0; word < words; word += 1) {
      for (let mask = this.#open.word(word); mask !== 0; mask &= mask - 1) {
        const position = word * 32 + lowestBit(mask)
        const points = isByDistance ? 0 : this.#fit(seating, position)
        const order = best < 0 ? -1 : isByDistance ? this.#distances.compare(position, best) : bestPoints - points
        if (this.#isBetter(seating, order, position, best)) {
          best = position
          bestPoints = points
        }
      }
    }
    return best
  }

  #fit(seating: number, position: number): number {
    const { tiers, numbers, partnersAt } = this.#table
    return this.#open.points(position) + tiers[numbers[partnersAt[seating]! + position]!]! * TIER_POINTS + this.#distances.points(position)
  }

  /** Whether a position comes before the best so far, if need be by the tie-break. */
  #isBetter(seating: number, order: number, position: number, best: number): boolean {
    if (order > 0) return false
    if (order === 0) return this.#winsTie(seating, position, best)
    this.tie = NO_TIE
    return true
  }

  /** Whether a later position wins over an earlier one that the strategy ranks equal. */
  #winsTie(seating: number, position: number, best: number): boolean {
    const { numbers, partnersAt, tiers, tieBreak } = this.#table
    const one = numbers[partnersAt[seating]! + position]!
    const other = numbers[partnersAt[seating]! + best]!
    const by = tieBreak[seating]!
    const order = by === FEWEST_OPEN_LEADS ? this.#seen[one]! - this.#seen[other]! : by === HIGHEST_TIER ? tiers[other]! - tiers[one]! : 1
    this.tie = Math.max(this.tie, order === 0 ? BY_CODE : by)
    return order === 0 ? one < other : order < 0
  }

  #fillSeats(partner: number): void {
    this.fullAt[partner] = this.at
    for (const { seating, position } of this.#compiled.partners[partner]!.seats) this.#open.fill(seating, position)
  }
}

/**
 * Smooth weighted turns: next is the seat whose share is furthest behind, which is the lowest (turns + ½) ÷ weight.
 * A seat that could not take part for a while is not owed the turns it missed: it is counted up to where the others began their last turn.
 */
class WeightedTurns {
  readonly #table: CandidateTable
  /** By seat, at the place of its partner in the table. */
  readonly #turns: Int32Array
  /** By seating, the furthest beginning of a turn so far, as turns ÷ weight. */
  readonly #reachedTurns: Int32Array
  readonly #reachedWeight: Int32Array
  /** The seating at hand, and the best of it so far. */
  #seats = 0
  #weights = 0
  #reached = 0
  #over = 1
  #bestHalves = 0
  #bestWeight = 1

  constructor(table: CandidateTable) {
    this.#table = table
    this.#turns = new Int32Array(table.seats)
    this.#reachedTurns = new Int32Array(table.size.length)
    this.#reachedWeight = new Int32Array(table.size.length).fill(1)
  }

  /** Looks at one seating; the methods below then answer for it. */
  aim(seating: number): void {
    this.#seats = this.#table.partnersAt[seating]!
    this.#weights = this.#table.weightsAt[seating]!
    this.#reached = this.#reachedTurns[seating]!
    this.#over = this.#reachedWeight[seating]!
  }

  /** Below 0 when a position comes before the one kept last. */
  compare(position: number): number {
    return (2 * this.#counted(position) + 1) * this.#bestWeight - this.#bestHalves * this.#table.numbers[this.#weights + position]!
  }

  keep(position: number): void {
    this.#bestHalves = 2 * this.#counted(position) + 1
    this.#bestWeight = this.#table.numbers[this.#weights + position]!
  }

  take(seating: number, position: number): void {
    this.aim(seating)
    const counted = this.#counted(position)
    const weight = this.#table.numbers[this.#weights + position]!
    if (counted * this.#over > this.#reached * weight) {
      this.#reachedTurns[seating] = counted
      this.#reachedWeight[seating] = weight
    }
    this.#turns[this.#seats + position] = counted + 1
  }

  /** The turns of a seat and those it missed. */
  #counted(position: number): number {
    const turns = this.#turns[this.#seats + position]!
    const reached = this.#reached * this.#table.numbers[this.#weights + position]!
    return reached < (turns + 1) * this.#over ? turns : Math.floor(reached / this.#over)
  }
}
