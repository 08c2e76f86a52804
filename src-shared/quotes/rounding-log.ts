import type { Decimal } from '../foundation/decimal.ts'
import { divide, plus, times, type Integer, type RoundingMode } from '../foundation/integer.ts'
import { shareOut } from '../foundation/money.ts'

/** What was rounded: the whole quote, a rate or a line (from 0). */
export interface RoundingPlace {
  readonly rate: Decimal | null
  readonly line: number | null
}

/** Something that was not a whole number of minor units, and what it became. */
export interface Rounding extends RoundingPlace {
  readonly what: 'amount' | 'discount' | 'tax'
  /** Rounded by the policy, or shown so that it adds up to what was rounded above it. */
  readonly how: 'rounded' | 'shared'
  /** It was exactly `numerator` ÷ `denominator` minor units. */
  readonly numerator: Integer
  readonly denominator: Integer
  readonly result: Integer
}

/** The whole quote. */
export const everywhere: RoundingPlace = { rate: null, line: null }

/** Rounds, and where it is to explain keeps what was not exact. */
export class RoundingLog {
  readonly roundings: Rounding[] = []
  readonly #mode: RoundingMode
  readonly #explains: boolean

  constructor(mode: RoundingMode, explains: boolean) {
    this.#mode = mode
    this.#explains = explains
  }

  round(what: Rounding['what'], rate: Decimal | null, line: number | null, numerator: Integer, denominator: Integer): Integer {
    const result = divide(numerator, denominator, this.#mode)
    if (this.#explains) this.#keep(what, 'rounded', rate, line, numerator, denominator, result)
    return result
  }

  /** Rounds the sum of several once, and shares the result out among them. */
  roundTogether(what: Rounding['what'], places: readonly RoundingPlace[], numerators: readonly Integer[], denominator: Integer): readonly Integer[] {
    const { rate, line } = places.length === 1 ? places[0]! : everywhere
    return this.share(what, this.round(what, rate, line, numerators.reduce(plus, 0), denominator), places, numerators, denominator)
  }

  /** Shares a rounded total out by the exact shares that it is the sum of. */
  share(what: Rounding['what'], total: Integer, places: readonly RoundingPlace[], numerators: readonly Integer[], denominator: Integer): readonly Integer[] {
    if (places.length === 1) return [total]
    const shares = shareOut(total, numerators, denominator)
    if (this.#explains) for (const [at, { rate, line }] of places.entries()) this.#keep(what, 'shared', rate, line, numerators[at]!, denominator, shares[at]!)
    return shares
  }

  #keep(what: Rounding['what'], how: Rounding['how'], rate: Decimal | null, line: number | null, numerator: Integer, denominator: Integer, result: Integer): void {
    if (times(result, denominator) !== numerator) this.roundings.push({ what, how, rate, line, numerator, denominator, result })
  }
}
