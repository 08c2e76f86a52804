import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type { CompanyMatch, CompanyMatcher } from '#shared/matching/company-matcher.ts'
import { EFFORT } from '#shared/matching/find-matches.ts'
import { selectRows } from '../workspace/rows.ts'
import { CompanyIndex, partnerDomains, type CompanySource } from './company-index.ts'

type Likeness = Omit<CompanyMatch, 'id'>
interface Pair extends Likeness {
  readonly id: string
  readonly ends: readonly [lower: string, other: string]
}

export interface DuplicateSource<Row> {
  readonly table: Table<Row & object>
  readonly companies: CompanySource
  /** The table of pairs of which a person has said that they are not the same; their ids are those of `pairId`. */
  readonly apart: string
  readonly pairId: (one: string, other: string) => string
}

/** How long one question may look for further pairs: whoever asks shows how far it has come, and asks again. */
const LOOK_FOR_MS = 250
/** Below that it is more probable that two are not one: not worth a person's look at each. */
const WORTH_SHOWING = 0.5

/** Finds rows of a table that may be one company. Built when first asked, kept in step by what has changed since, and so it is with the pairs. */
export class DuplicateIndex<Row extends { readonly id: string }> {
  readonly #db: Database.Database
  readonly #source: DuplicateSource<Row>
  readonly #pairs = new Map<string, Pair>()
  readonly #pairsOf = new Map<string, Set<string>>()
  #apart: ReadonlySet<string> = new Set()
  readonly #toSearch = new Set<string>()
  readonly companies: CompanyIndex

  constructor(db: Database.Database, source: DuplicateSource<Row>) {
    this.#db = db
    this.#source = source
    this.companies = new CompanyIndex(db, source.companies, (id, isThere) => this.#changed(id, isThere))
  }

  /** What a row may be the same as, the likeliest first; nothing of one that was merged away. */
  likeOf(id: string): readonly { readonly row: Row; readonly likeness: Likeness }[] {
    const matcher = this.#current()
    const asked = this.companies.company(id)
    if (asked === undefined) return []
    const found = matcher.find(asked, { sharedDomains: partnerDomains(this.#db) }).filter((match) => match.score >= WORTH_SHOWING && !this.#isApart(id, match.id))
    const rows = this.#rowsOf(found.map((match) => match.id))
    return found.flatMap(({ id: other, ...likeness }) => {
      const row = rows.get(other)
      return row === undefined ? [] : [{ row, likeness }]
    })
  }

  /** A window of the pairs found so far, and how far all were looked at. */
  pairs(from: number, to: number) {
    const matcher = this.#current()
    const until = performance.now() + LOOK_FOR_MS
    const sharedDomains = partnerDomains(this.#db)
    for (const id of this.#toSearch) {
      this.#searchFor(id, matcher, sharedDomains)
      if (performance.now() > until) break
    }
    const pairs = [...this.#pairs.values()].filter(({ id }) => !this.#apart.has(id)).toSorted((one, other) => other.score - one.score || (one.ends[0] < other.ends[0] ? -1 : 1))
    const window = pairs.slice(from, to)
    const rows = this.#rowsOf(window.flatMap(({ ends }) => ends))
    return {
      searched: this.companies.size - this.#toSearch.size,
      of: this.companies.size,
      total: pairs.length,
      pairs: window.flatMap(({ ends, score, verdict, evidence }) => {
        const [one, other] = [rows.get(ends[0]), rows.get(ends[1])]
        return one === undefined || other === undefined ? [] : [{ one, other, score, verdict, evidence: [...evidence] }]
      }),
    }
  }

  /** The matcher of the rows as they are, with what is known of pairs kept in step. */
  #current(): CompanyMatcher {
    this.#apart = new Set(this.#db.prepare(`SELECT "id" FROM "${this.#source.apart}"`).pluck().all() as string[])
    return this.companies.current()
  }

  #changed(id: string, isThere: boolean): void {
    if (isThere) this.#toSearch.add(id)
    else this.#forget(id)
  }

  #forget(id: string): void {
    this.#toSearch.delete(id)
    for (const pair of this.#pairsOf.get(id) ?? []) this.#pairs.delete(pair)
    this.#pairsOf.delete(id)
  }

  #searchFor(id: string, matcher: CompanyMatcher, sharedDomains: ReadonlySet<string>): void {
    this.#toSearch.delete(id)
    const company = this.companies.company(id)
    if (company === undefined) return
    for (const { id: other, ...likeness } of matcher.find(company, { effort: EFFORT.everyPair, sharedDomains })) {
      if (likeness.verdict !== 'same' && likeness.verdict !== 'likely') continue
      const pair = this.#source.pairId(id, other)
      this.#pairs.set(pair, { id: pair, ends: id < other ? [id, other] : [other, id], ...likeness })
      for (const end of [id, other]) this.#pairsOf.set(end, (this.#pairsOf.get(end) ?? new Set()).add(pair))
    }
  }

  #isApart(one: string, other: string): boolean {
    return this.#apart.size > 0 && this.#apart.has(this.#source.pairId(one, other))
  }

  #rowsOf(ids: readonly string[]): ReadonlyMap<string, Row> {
    const rows = selectRows(this.#db, this.#source.table, `WHERE "id" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE}`, JSON.stringify([...new Set(ids)]))
    return new Map(rows.map((row) => [row.id, row]))
  }
}
