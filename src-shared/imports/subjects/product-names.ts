import { foldName } from '../fold-name.ts'

export interface KnownProduct {
  readonly code: string
  readonly name: string
}

/** Knows products by code and name, however they are written: blanks, case, width and punctuation do not count. */
export class ProductNames {
  readonly #written = new Set<string>()
  /** Null: two products are spelt so. */
  readonly #folded = new Map<string, string | null>()
  /** Names a product was found under that are not its own, and how often; the first line of each. */
  readonly #readAs = new Map<string, { readonly product: string; readonly line: number; rows: number }>()

  add({ code, name }: KnownProduct): void {
    for (const written of [code, name]) {
      this.#written.add(written)
      const key = foldName(written)
      const known = this.#folded.get(key)
      this.#folded.set(key, known === undefined || known === written ? written : null)
    }
  }

  get isEmpty(): boolean {
    return this.#written.size === 0
  }

  /** The product as its list writes it; nothing where there is none, or more than one. */
  find(written: string, line: number): string | undefined {
    if (this.#written.has(written)) return written
    const product = this.#folded.get(foldName(written)) ?? undefined
    if (product === undefined) return undefined
    const before = this.#readAs.get(written) ?? { product, line, rows: 0 }
    before.rows += 1
    this.#readAs.set(written, before)
    return product
  }

  readAs(): readonly { readonly written: string; readonly product: string; readonly line: number; readonly rows: number }[] {
    return [...this.#readAs].map(([written, found]) => ({ written, ...found }))
  }
}
