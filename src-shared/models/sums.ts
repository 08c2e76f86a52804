/** Sums of partners or of territories, each at its place. */
export class Sums {
  readonly leads: Int32Array
  readonly gained: Int32Array
  readonly lost: Int32Array
  readonly score: Int32Array
  readonly due: Int32Array

  constructor(size: number) {
    this.leads = new Int32Array(size)
    this.gained = new Int32Array(size)
    this.lost = new Int32Array(size)
    this.score = new Int32Array(size)
    this.due = new Int32Array(size)
  }

  /** A lead goes from a place to another; a place below 0 is none. @param by -1 where that is taken back */
  change(from: number, to: number, by: 1 | -1): void {
    if (from === to) return
    if (from >= 0) this.lost[from]! += by
    if (to >= 0) this.gained[to]! += by
  }
}
