import { duplicateKey } from '../../leads/duplicate-key.ts'
import { foldName } from '../fold-name.ts'
import type { ImportNotice } from '../import-errors.ts'
import { normaliseCompanyName } from '../normalise-company-name.ts'
import type { ImportMapping } from '../imports.contract.ts'
import { detectDecimalMark, readExactDecimal, readMinorUnits } from '../read-number.ts'
import { accountImport } from './account-import.ts'
import { companionKind, readTeams } from './companion-files.ts'
import { noticeOf, rowMapper, type Companion, type ImportContext, type ImportPart, type InsertChunk, type KnownAccount, type WorkspaceFacts } from './import-subject.ts'
import { priceFields, type PriceField } from './price-fields.ts'
import { priceImport } from './price-import.ts'
import { ProductNames } from './product-names.ts'

/** The files beside one of opportunities: their accounts and products are imported with it, as imports of their own would be. */
export class CompanionReading {
  readonly parts: ImportPart[] = []
  readonly notices: ImportNotice[] = []
  /** By normalised name; null where several accounts bear it. */
  readonly accounts = new Map<string, KnownAccount | null>()
  readonly products = new ProductNames()
  hasProducts = false
  readonly #prices = new Map<string, string>()
  #teams: ReadonlyMap<string, string> = new Map()
  readonly #facts: WorkspaceFacts
  readonly #context: ImportContext
  readonly #currency: string | null

  /** @param currency of a price list that names none */
  constructor(companions: readonly Companion[], facts: WorkspaceFacts, context: ImportContext, currency: string | null) {
    this.#facts = facts
    this.#context = context
    this.#currency = currency
    for (const product of facts.products) this.products.add(product)
    for (const companion of companions) this.#read(companion)
  }

  teamOf(agent: string | null): string | null {
    return (agent === null ? undefined : this.#teams.get(foldName(agent))) ?? null
  }

  /** What the list asks for one of a product, in minor units; null where it does not say. */
  listPrice(product: string | null, currency: string, decimals: number): number | null {
    const written = product === null || currency !== this.#currency ? undefined : this.#prices.get(product)
    if (written === undefined) return null
    const price = readMinorUnits(written, { decimals, mark: 'point', minimum: 0 })
    return price.ok ? price.value : null
  }

  addAccount(name: string): { readonly inserts: readonly InsertChunk[]; readonly known: KnownAccount } {
    const known = { id: this.#context.id(), name: name.trim(), territoryId: null }
    return { inserts: [{ table: 'accounts', columns: ['id', 'name', 'duplicateKey'], rows: [[known.id, known.name, duplicateKey(known.name, null, null)]] }], known }
  }

  #read(companion: Companion): void {
    const found = companionKind(companion)
    if (found === undefined) this.notices.push(noticeOf('import.companion-unknown', { file: companion.name }))
    else if (found.kind === 'teams') {
      this.#teams = readTeams(companion)
      this.notices.push(noticeOf('import.companion-read', { file: companion.name, kind: found.kind, rows: this.#teams.size }))
    } else if (found.kind === 'accounts') this.#readAccounts(companion, accountImport.begin(companion.columns, found.mapping, this.#facts, this.#context).read(companion.rows, companion.lineOf))
    else {
      const mapping = found.mapping['currency'] === undefined && this.#currency !== null ? { ...found.mapping, currency: { constant: this.#currency } } : found.mapping
      this.#readProducts(companion, mapping)
    }
  }

  #readAccounts(companion: Companion, part: ImportPart): void {
    for (const [id, name] of part.inserts.flatMap(({ columns, rows }) => rows.map((row) => [String(row[columns.indexOf('id')]), String(row[columns.indexOf('name')])] as const))) {
      const key = normaliseCompanyName(name)
      this.accounts.set(key, this.accounts.has(key) || this.#facts.accountsByName.has(key) ? null : { id, name, territoryId: null })
    }
    this.#took(companion, 'accounts', part)
  }

  #readProducts(companion: Companion, mapping: ImportMapping): void {
    this.hasProducts = true
    const toRow = rowMapper<PriceField>(priceFields, companion.columns, mapping)
    const mark = detectDecimalMark(companion.rows.map((cells) => toRow(cells).price))
    for (const cells of companion.rows) {
      const { code, name, price } = toRow(cells)
      this.products.add({ code: code.trim(), name: name.trim() })
      const read = readExactDecimal(price, { mark })
      if (read.ok && read.value !== null) for (const written of [code, name]) this.#prices.set(written.trim(), read.value)
    }
    this.#took(companion, 'products', priceImport.begin(companion.columns, mapping, this.#facts, this.#context).read(companion.rows, companion.lineOf))
  }

  #took(companion: Companion, kind: 'accounts' | 'products', part: ImportPart): void {
    this.parts.push(part)
    const refused = new Set(part.errors.map(({ line }) => line)).size
    this.notices.push(noticeOf('import.companion-read', { file: companion.name, kind, rows: companion.rows.length - part.duplicates.length - refused }))
    for (const { line, column, code, value } of part.errors) this.notices.push({ code, line, column: { index: 0, name: [companion.name, column].filter(Boolean).join(', ') }, data: { value } })
  }
}
