import { normaliseCompanyName } from '../imports/normalise-company-name.ts'

export interface DecidedPair {
  /** As it was written when a person decided. */
  readonly name: string
  /** The record it does or does not mean. */
  readonly id: string
  readonly decision: 'confirmed' | 'refuted'
}

/** Answers what people have decided about a name: ids of records that it does or does not mean. */
export interface Decisions {
  of(name: string): ReadonlyMap<string, DecidedPair['decision']>
}

/** What people have decided about names: an alias once confirmed is known for ever, however it is spelt as to width, case and legal form. The last word counts. */
export class DecidedPairs implements Decisions {
  readonly #byName = new Map<string, Map<string, DecidedPair['decision']>>()

  constructor(pairs: Iterable<DecidedPair> = []) {
    for (const pair of pairs) this.add(pair)
  }

  add({ name, id, decision }: DecidedPair): void {
    const key = normaliseCompanyName(name)
    const known = this.#byName.get(key)
    if (known === undefined) this.#byName.set(key, new Map([[id, decision]]))
    else known.set(id, decision)
  }

  of(name: string): ReadonlyMap<string, DecidedPair['decision']> {
    return this.#byName.get(normaliseCompanyName(name)) ?? NONE
  }
}

const NONE: ReadonlyMap<string, DecidedPair['decision']> = new Map()
