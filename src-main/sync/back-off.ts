const FIRST = 1_000
const LONGEST = 60_000
const LONGEST_ASKED = 300_000

/** How long to leave a central API alone that could not be talked to: a random part of a doubling time, or what it asks for. */
export class BackOff {
  readonly #random: () => number
  #failures = 0

  constructor(random: () => number) {
    this.#random = random
  }

  next(asked: number | null): number {
    const most = Math.min(LONGEST, FIRST * 2 ** this.#failures)
    this.#failures = Math.min(this.#failures + 1, 16)
    if (asked !== null) return Math.min(asked, LONGEST_ASKED) + Math.round(this.#random() * FIRST)
    return Math.round(this.#random() * most)
  }

  reset(): void {
    this.#failures = 0
  }
}
