import type { Condition, ConditionNode } from '../territories/condition.ts'
import { hasBit, setBit } from './bits.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { foldText, hashText } from './fold-text.ts'
import type { Knowledge } from './rule-set.ts'

/** The values that rules name, numbered; a lead's value that no rule names is 0, like a missing one: no rule can tell them apart. */
export interface Alphabet {
  readonly country: Dictionary
  readonly region: Dictionary
  readonly industry: Dictionary
  readonly product: Dictionary
  readonly source: Dictionary
  readonly accounts: AccountNames
}

/** The columns whose values are compared one with another; conditions and leads know them by position. */
export const setColumns = ['country', 'region', 'industry', 'product', 'source'] as const
export const COUNTRY = setColumns.indexOf('country')
export const REGION = setColumns.indexOf('region')

/** The columns that masks are made for: those above, and the numbers in buckets. */
export const leafColumns = [...setColumns, 'employees', 'postcode'] as const
export const EMPLOYEES = leafColumns.indexOf('employees')
export const POSTCODE = leafColumns.indexOf('postcode')

/** Numbers of the named accounts under each text a lead may be known by. */
export interface AccountNames {
  readonly count: number
  readonly byText: ReadonlyMap<string, readonly number[]>
  readonly byCompany: ReadonlyMap<string, readonly number[]>
  readonly encode: (entry: string) => number
}

export function createAlphabet(foldCompany: Knowledge['foldCompany']): Alphabet {
  return {
    country: createDictionary(), region: createDictionary(), industry: createDictionary(foldText), product: createDictionary(), source: createDictionary(foldText),
    accounts: createAccountNames(foldCompany),
  }
}

function createAccountNames(foldCompany: Knowledge['foldCompany']): AccountNames {
  const entries = new Map<string, number>()
  const byText = new Map<string, number[]>()
  const byCompany = new Map<string, number[]>()
  return {
    get count() {
      return entries.size
    },
    byText,
    byCompany,
    encode(entry) {
      const known = entries.get(entry)
      if (known !== undefined) return known
      const account = entries.size
      entries.set(entry, account)
      addTo(byText, foldText(entry), account)
      addTo(byCompany, foldCompany(entry), account)
      return account
    },
  }
}

function addTo(index: Map<string, number[]>, key: string, account: number): void {
  if (key === '') return
  const accounts = index.get(key)
  if (accounts === undefined) index.set(key, [account])
  else accounts.push(account)
}

export function isCondition(node: ConditionNode): node is Condition {
  return 'field' in node
}

const FILTER_BITS = 17

/** Says quickly, from hashes alone, which texts are surely not among those that rules and partners name: two bits for each hash. */
export class HashFilter {
  readonly #bits = new Int32Array(1 << (FILTER_BITS - 5))

  add(text: string): void {
    const hash = hashText(text)
    setBit(this.#bits, 0, slotOf(hash))
    setBit(this.#bits, 0, slotOf(again(hash)))
  }

  mayHaveOne(one: number, two: number, three: number): boolean {
    const bits = this.#bits
    if ((((bits[slotOf(one) >> 5]! >>> one) | (bits[slotOf(two) >> 5]! >>> two) | (bits[slotOf(three) >> 5]! >>> three)) & 1) === 0) return false
    return this.#has(one) || this.#has(two) || this.#has(three)
  }

  #has(hash: number): boolean {
    return hasBit(this.#bits, 0, slotOf(hash)) && hasBit(this.#bits, 0, slotOf(again(hash)))
  }
}

/** The lowest five bits stay those of the hash. */
function slotOf(hash: number): number {
  return (hash ^ ((hash >>> FILTER_BITS) << 5)) & ((1 << FILTER_BITS) - 1)
}

function again(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) ^ (hash >>> 7)
}
