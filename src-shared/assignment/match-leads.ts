import { setColumns } from './alphabet.ts'
import { hasBit, lowestBit } from './bits.ts'
import { createProbe, holds, liesIn, literalHolds, type Probe } from './compile-condition.ts'
import type { CompiledRuleSet } from './compile-rule-set.ts'
import type { Dictionary } from './dictionary.ts'
import type { LeadColumns } from './lead-columns.ts'
import { FREE } from './lead-standing.ts'
import { COLUMNS, DOUBTS, EVERYTHING, RANKS, WORDS } from './leaf-pool.ts'

const NO_ACCOUNTS: readonly number[] = []
const NONE = 0x7fffffff
/** Long loops are run in stretches, for the sake of the engine's optimiser: it works on functions that are called often. */
const STRETCH = 2048

/** Finds the rules that hold for leads, by rank. */
export class LeadMatcher {
  readonly #compiled: CompiledRuleSet
  readonly #leads: LeadColumns
  /** For each code of the leads, the rules' code of the same value; in the order of `setColumns`. */
  readonly #country: Int32Array
  readonly #region: Int32Array
  readonly #industry: Int32Array
  readonly #product: Int32Array
  readonly #source: Int32Array
  readonly #probe: Probe = createProbe()
  readonly #ranks: number[] = []
  /** The lead at hand. */
  #looked = -1

  constructor(compiled: CompiledRuleSet, leads: LeadColumns) {
    const [country, region, industry, product, source] = setColumns.map((name) => translate(leads.dictionaries[name], compiled.alphabet[name]))
    this.#compiled = compiled
    this.#leads = leads
    this.#country = country!
    this.#region = region!
    this.#industry = industry!
    this.#product = product!
    this.#source = source!
    this.#probe.accounts = () => this.#accountsOf(this.#looked)
  }

  /**
   * Writes the rank of each free or movable lead's winning rule, -1 where none holds, and 1 for leads that may be known by name:
   * to a rule as a named account, or as a partner.
   */
  matchFree(standings: Uint8Array, into: Int32Array, mayBeNamed: Uint8Array): void {
    const { count } = this.#leads
    for (let from = 0; from < count; from += STRETCH) this.#matchStretch(from, Math.min(count, from + STRETCH), standings, into, mayBeNamed)
  }

  #matchStretch(from: number, to: number, standings: Uint8Array, into: Int32Array, mayBeNamed: Uint8Array): void {
    const { country, region, industry, product, source, employees, postcodeHead, identifiers } = this.#leads
    const { index, filter } = this.#compiled
    const countries = this.#country
    const regions = this.#region
    const industries = this.#industry
    const products = this.#product
    const sources = this.#source
    const { leaves, anywhereLeaf } = index
    for (let lead = from; lead < to; lead += 1) {
      if (standings[lead]! < FREE) continue
      const leaf = index.placeLeaf(countries[country[lead]!]!, regions[region[lead]!]!)
      let best = NONE
      if (leaf !== 0) {
        const { numbers } = leaves
        const words = numbers[leaf + WORDS]!
        const all = leaf + EVERYTHING
        const columns = leaf + COLUMNS
        const withIndustry = numbers[columns + 4]! + industries[industry[lead]!]! * numbers[columns + 5]!
        const withProduct = numbers[columns + 6]! + products[product[lead]!]! * numbers[columns + 7]!
        const fromSource = numbers[columns + 8]! + sources[source[lead]!]! * numbers[columns + 9]!
        const withEmployees = numbers[columns + 10]! + index.employees.bucketOf(employees[lead]!) * numbers[columns + 11]!
        const atPostcode = numbers[columns + 12]! + index.postcodes.bucketOf(postcodeHead[lead]!) * numbers[columns + 13]!
        let term = -1
        for (let word = 0; word < words; word += 1) {
          let mask = numbers[all + word]! & numbers[withIndustry + word]! & numbers[withProduct + word]!
          mask &= numbers[fromSource + word]! & numbers[withEmployees + word]! & numbers[atPostcode + word]!
          if (mask === 0) continue
          term = word * 32 + lowestBit(mask)
          break
        }
        if (term >= 0) {
          if (hasBit(numbers, all + words, term) && !this.#holds(lead, leaf, term)) term = this.#nextAfter(lead, leaf, term)
          if (term >= 0) best = numbers[numbers[leaf + RANKS]! + term]!
        }
      }
      const isNamed = filter.mayHaveOne(identifiers[3 * lead]!, identifiers[3 * lead + 1]!, identifiers[3 * lead + 2]!)
      if (isNamed) mayBeNamed[lead] = 1
      if (isNamed || anywhereLeaf !== 0) best = this.#elsewhere(lead, best)
      into[lead] = best === NONE ? -1 : best
    }
  }

  /** The best rank among the rules that name no place, if it is better than the one at hand. */
  #elsewhere(lead: number, best: number): number {
    const { index } = this.#compiled
    const accounts = this.#look(lead).accounts()
    let found = index.anywhereLeaf === 0 ? best : this.#first(index.anywhereLeaf, best)
    for (let at = 0; at < accounts.length; at += 1) {
      const leaf = index.accountLeaf(accounts[at]!)
      if (leaf !== 0) found = this.#first(leaf, found)
    }
    return found
  }

  /** The ranks of all rules that hold, the winner first; valid until the next call. */
  rules(lead: number): readonly number[] {
    const { index } = this.#compiled
    const { codes, accounts } = this.#look(lead)
    const ranks = this.#ranks
    ranks.length = 0
    this.#collect(index.placeLeaf(codes[0]!, codes[1]!))
    const fromPlace = ranks.length
    this.#collect(index.anywhereLeaf)
    for (const account of accounts()) this.#collect(index.accountLeaf(account))
    if (ranks.length === fromPlace) return ranks
    const all = [...new Set(ranks)].sort((one, other) => one - other)
    ranks.splice(0, ranks.length, ...all)
    return ranks
  }

  /** Adds the ranks of a leaf's rules that hold; alternatives of one rule stand side by side. */
  #collect(leaf: number): void {
    if (leaf === 0) return
    const { numbers } = this.#compiled.index.leaves
    const ranks = numbers[leaf + RANKS]!
    for (let term = this.#next(leaf, 0); term >= 0; term = this.#next(leaf, term + 1)) {
      const rank = numbers[ranks + term]!
      if (this.#ranks.at(-1) !== rank) this.#ranks.push(rank)
    }
  }

  #look(lead: number): Probe {
    const leads = this.#leads
    const probe = this.#probe
    const { codes } = probe
    const { index } = this.#compiled
    codes[0] = this.#country[leads.country[lead]!]!
    codes[1] = this.#region[leads.region[lead]!]!
    codes[2] = this.#industry[leads.industry[lead]!]!
    codes[3] = this.#product[leads.product[lead]!]!
    codes[4] = this.#source[leads.source[lead]!]!
    codes[5] = index.employees.bucketOf(leads.employees[lead]!)
    codes[6] = index.postcodes.bucketOf(leads.postcodeHead[lead]!)
    probe.employees = leads.employees[lead]!
    probe.postcode = leads.postcode[lead]!
    this.#looked = lead
    return probe
  }

  /** The best rank in a leaf for the lead at hand, if it is better than the given one. */
  #first(leaf: number, best: number): number {
    const { numbers } = this.#compiled.index.leaves
    const ranks = numbers[leaf + RANKS]!
    if (numbers[ranks]! >= best) return best
    const term = this.#next(leaf, 0)
    return term < 0 ? best : Math.min(best, numbers[ranks + term]!)
  }

  /** The first term from a position on that holds for the lead looked at, or -1. */
  #next(leaf: number, from: number): number {
    const { numbers } = this.#compiled.index.leaves
    const { codes } = this.#probe
    const words = numbers[leaf + WORDS]!
    const first = from >> 5
    for (let word = first; word < words; word += 1) {
      let mask = numbers[leaf + EVERYTHING + word]!
      if (word === first) mask &= -1 << (from & 31)
      for (let column = 0, at = leaf + COLUMNS; column < codes.length && mask !== 0; column += 1, at += 2) {
        mask &= numbers[numbers[at]! + codes[column]! * numbers[at + 1]! + word]!
      }
      for (; mask !== 0; mask &= mask - 1) {
        const term = word * 32 + lowestBit(mask)
        if (!hasBit(numbers, leaf + EVERYTHING + words, term) || this.#holds(this.#looked, leaf, term)) return term
      }
    }
    return -1
  }

  #nextAfter(lead: number, leaf: number, term: number): number {
    this.#look(lead)
    return this.#next(leaf, term + 1)
  }

  /** Whether a term that the masks left in doubt holds. */
  #holds(lead: number, leaf: number, term: number): boolean {
    const { numbers, doubts } = this.#compiled.index.leaves
    const literals = doubts[numbers[numbers[leaf + DOUBTS]! + term]!]!
    const [only] = literals ?? []
    if (literals?.length === 1 && only?.test.kind === 'postcode') return liesIn(only.test.intervals, this.#leads.postcode[lead]!) !== only.negated
    if (this.#looked !== lead) this.#look(lead)
    const rank = numbers[numbers[leaf + RANKS]! + term]!
    return literals === null ? holds(this.#compiled.rules[rank]!.condition, this.#probe) : literals.every((literal) => literalHolds(literal, this.#probe))
  }

  #accountsOf(lead: number): readonly number[] {
    const { identifiers, numbers, domains, companies } = this.#leads
    const { filter, alphabet } = this.#compiled
    if (!filter.mayHaveOne(identifiers[3 * lead]!, identifiers[3 * lead + 1]!, identifiers[3 * lead + 2]!)) return NO_ACCOUNTS
    const { byText, byCompany } = alphabet.accounts
    const found = new Set([
      ...(byText.get(numbers[lead] ?? '') ?? NO_ACCOUNTS),
      ...(byText.get(domains[lead] ?? '') ?? NO_ACCOUNTS),
      ...(byCompany.get(companies[lead] ?? '') ?? NO_ACCOUNTS),
    ])
    return found.size === 0 ? NO_ACCOUNTS : [...found]
  }
}

function translate(from: Dictionary, to: Dictionary): Int32Array {
  const known = new Map(to.values.map((value, code) => [value, code]))
  return Int32Array.from(from.values, (value) => known.get(value) ?? 0)
}
