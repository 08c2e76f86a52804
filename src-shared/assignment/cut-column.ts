/** A column of whole numbers (-1: missing) in buckets: bucket n holds the values from cut n - 1 to before cut n. */
export class CutColumn {
  readonly buckets: number
  /** Whether every cut asked for was made: then no rule can tell the values of a bucket apart. */
  readonly isExact: boolean
  readonly #cuts: Float64Array
  /** The buckets of -1, 0, 1 … */
  readonly #table: Uint8Array
  readonly #tabled: number

  /**
   * @param wanted the numbers at which rules begin or cease to hold
   * @param most how many of them to take at most, up to 255
   * @param tabled the usual values lie below this: their buckets are looked up
   */
  constructor(wanted: Iterable<number>, most: number, tabled: number) {
    const all = Float64Array.from(new Set(wanted)).sort()
    const step = Math.max(1, Math.ceil(all.length / most))
    this.#cuts = all.filter((_, at) => at % step === 0)
    this.#tabled = tabled
    this.buckets = this.#cuts.length + 1
    this.isExact = step === 1
    this.#table = new Uint8Array(tabled + 2)
    for (let value = -1, bucket = 0; value <= tabled; value += 1) {
      while (bucket < this.#cuts.length && this.#cuts[bucket]! <= value) bucket += 1
      this.#table[value + 1] = bucket
    }
  }

  bucketOf(value: number): number {
    if (value < this.#tabled) return this.#table[value + 1]!
    let bucket = this.#table[this.#tabled + 1]!
    while (bucket < this.#cuts.length && this.#cuts[bucket]! <= value) bucket += 1
    return bucket
  }
}
