import { COUNTRY, EMPLOYEES, leafColumns, POSTCODE, REGION } from './alphabet.ts'
import { setBit } from './bits.ts'
import type { Literal } from './compile-condition.ts'
import type { CutColumn } from './cut-column.ts'
import { postcodeHead } from './pack-postcode.ts'

/** One alternative of one rule. */
export interface Term {
  readonly rank: number
  readonly literals: readonly Literal[]
  /** Whether the rule's condition says more than the literals. */
  readonly verify: boolean
}

/**
 * Terms that are tried together, one bit each, best rule first. The masks of a lead's values, and-ed, leave the terms that may hold;
 * those in doubt must then be asked (`LeafPool.doubts`, by the number in the table `DOUBTS`).
 *
 * A leaf is a stretch of one array, so that trying it touches a few neighbouring lines of memory. These are its fields, counted from its
 * beginning: the words of a mask, where tables begin, and for each of `leafColumns` where its masks begin and how far one code's is from the next;
 * after them stand the mask of all terms and that of the terms in doubt.
 * A column that no term asks for points at a mask of ones, with no distance: leads then need not ask which columns matter.
 */
export const WORDS = 0
export const RANKS = 1
export const DOUBTS = 2
export const COLUMNS = 3
export const EVERYTHING = COLUMNS + 2 * leafColumns.length

/** How many codes each of `leafColumns` has, and what the codes of numbers stand for. */
export interface LeafCodes {
  readonly sizes: readonly number[]
  readonly employees: CutColumn
  readonly postcodes: CutColumn
}

/** Writes leaves one after the other. */
export class LeafPool {
  numbers: Int32Array
  /** What masks cannot tell: the literals that remain to be asked, or null for the rule's whole condition. */
  readonly doubts: (readonly Literal[] | null)[] = [null]
  readonly #codes: LeafCodes
  #end: number

  /** @param terms the most that a leaf may get */
  constructor(codes: LeafCodes, terms: number) {
    const words = Math.ceil(terms / 32) + 1
    this.#codes = codes
    this.#end = words
    this.numbers = new Int32Array(Math.max(4096, 2 * words)).fill(-1, 0, words)
  }

  /** Where the leaf of these terms begins; they stand in the order of their ranks. */
  add(terms: readonly Term[]): number {
    const words = Math.ceil(terms.length / 32)
    const fields = new Int32Array(EVERYTHING + 2 * words)
    const leaf = this.#write(fields)
    const doubts = Int32Array.from(terms, (term) => this.#doubt(term))
    fields[WORDS] = words
    fields[RANKS] = this.#write(Int32Array.from(terms, (term) => term.rank))
    fields[DOUBTS] = this.#write(doubts)
    for (const [at, doubt] of doubts.entries()) {
      setBit(fields, EVERYTHING, at)
      if (doubt !== 0) setBit(fields, EVERYTHING + words, at)
    }
    for (const column of leafColumns.keys()) {
      if (!terms.some(({ literals }) => literals.some((literal) => columnOf(literal) === column))) continue
      fields[COLUMNS + 2 * column] = this.#write(this.#masks(column, terms, words))
      fields[COLUMNS + 2 * column + 1] = words
    }
    this.numbers.set(fields, leaf)
    return leaf
  }

  /** Masks by code of one column. */
  #masks(column: number, terms: readonly Term[], words: number): Int32Array {
    const size = this.#codes.sizes[column]!
    const masks = new Int32Array(size * words)
    for (const [at, { literals }] of terms.entries()) {
      const asked = literals.filter((literal) => columnOf(literal) === column).map((literal) => ({ negated: literal.negated, codes: this.#codesOf(literal) }))
      const [only] = asked
      if (asked.length === 1 && only?.negated === false) for (const code of only.codes) setBit(masks, code * words, at)
      else for (let code = 0; code < size; code += 1) if (asked.every(({ negated, codes }) => codes.has(code) !== negated)) setBit(masks, code * words, at)
    }
    return masks
  }

  /** The codes for which a literal may hold, or if negated, those for which it cannot. */
  #codesOf({ test, negated }: Literal): ReadonlySet<number> {
    const { employees, postcodes } = this.#codes
    switch (test.kind) {
      case 'in': return test.codes
      case 'region': return test.countries.size === 0 ? test.regions : test.countries
      case 'employees': return negated && !employees.isExact ? NO_CODES : stretch(employees, test.from, test.to)
      case 'postcode': return negated ? NO_CODES : new Set(test.intervals.flatMap(({ low, high }) => [...stretch(postcodes, postcodeHead(low), postcodeHead(high))]))
      case 'account': throw new Error('accounts have no masks')
    }
  }

  #doubt(term: Term): number {
    const vague = term.literals.filter((literal) => this.#isVague(literal))
    if (!term.verify && vague.length === 0) return 0
    return this.doubts.push(term.verify ? null : vague) - 1
  }

  #isVague({ test, negated }: Literal): boolean {
    if (test.kind === 'postcode') return true
    if (test.kind === 'account') return negated
    if (test.kind === 'employees') return !this.#codes.employees.isExact
    return test.kind === 'region' && test.regions.size > 0 && test.countries.size > 0
  }

  #write(table: Int32Array): number {
    const at = this.#end
    this.#end += table.length
    if (this.#end > this.numbers.length) {
      const larger = new Int32Array(this.#end * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers.set(table, at)
    return at
  }
}

/** The column of `leafColumns` that a literal's masks are kept under; -1 where no single one can tell. */
function columnOf({ test }: Literal): number {
  switch (test.kind) {
    case 'in': return test.column
    case 'employees': return EMPLOYEES
    case 'postcode': return POSTCODE
    case 'account': return -1
    case 'region': return test.countries.size === 0 ? REGION : test.regions.size === 0 ? COUNTRY : -1
  }
}

const NO_CODES: ReadonlySet<number> = new Set()

/** The buckets from the one of `low` to the one of `high`. */
function stretch(column: CutColumn, low: number, high: number): ReadonlySet<number> {
  const first = column.bucketOf(low)
  return new Set(Array.from({ length: Math.max(0, column.bucketOf(high) - first + 1) }, (_, at) => first + at))
}
