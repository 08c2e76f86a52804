import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { pairOf } from '#shared/leads/lead-apart.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { EFFORT } from '#shared/matching/find-matches.ts'
import type { CompanyMatch, CompanyMatcher } from '#shared/matching/company-matcher.ts'
import { selectRows } from '../workspace/rows.ts'
import { COMPANIES, CompanyIndex, keptFor } from './company-index.ts'

type Lead = RowOf<typeof leads>
type Likeness = Omit<CompanyMatch, 'id'>
interface Pair extends Likeness {
  readonly leadId: string
  readonly otherId: string
}

/** How long one question may look for further pairs: whoever asks shows how far it has come, and asks again. */
const LOOK_FOR_MS = 250
/** Below that it is more probable that two leads are not one: not worth a person's look at every lead. */
const WORTH_SHOWING = 0.5

/** Finds leads that may be the same. Built when first asked, kept in step by what has changed since, and so it is with the pairs. */
class LeadIndex {
  readonly #db: Database.Database
  readonly #pairs = new Map<string, Pair>()
  readonly #pairsOf = new Map<string, Set<string>>()
  #apart: ReadonlySet<string> = new Set()
  readonly #toSearch = new Set<string>()
  readonly companies: CompanyIndex

  constructor(db: Database.Database) {
    this.#db = db
    this.companies = new CompanyIndex(db, COMPANIES.leads, (id, isThere) => this.#changed(id, isThere))
  }

  duplicatesOf(id: string): (Likeness & { readonly lead: Lead })[] {
    const matcher = this.#current()
    const [asked] = selectRows(this.#db, leads, `WHERE "id" = ? AND ${VISIBLE}`, id)
    if (asked === undefined) throw new RefusedError('lead.not-found', 'there is no such lead')
    const found = matcher.find(asked).filter((match) => match.score >= WORTH_SHOWING && !this.#isApart(id, match.id))
    const rows = this.#rowsOf(found.map((match) => match.id))
    return found.flatMap(({ id: other, ...likeness }) => {
      const lead = rows.get(other)
      return lead === undefined ? [] : [{ ...likeness, lead }]
    })
  }

  duplicates(from: number, to: number) {
    const matcher = this.#current()
    const until = performance.now() + LOOK_FOR_MS
    for (const id of this.#toSearch) {
      this.#searchFor(id, matcher)
      if (performance.now() > until) break
    }
    const pairs = [...this.#pairs.values()].filter(({ leadId, otherId }) => !this.#isApart(leadId, otherId)).toSorted((one, other) => other.score - one.score || (one.leadId < other.leadId ? -1 : 1))
    const window = pairs.slice(from, to)
    const rows = this.#rowsOf(window.flatMap(({ leadId, otherId }) => [leadId, otherId]))
    return {
      searched: this.companies.size - this.#toSearch.size,
      leads: this.companies.size,
      total: pairs.length,
      pairs: window.flatMap(({ leadId, otherId, ...likeness }) => {
        const [one, other] = [rows.get(leadId), rows.get(otherId)]
        return one === undefined || other === undefined ? [] : [{ ...likeness, one, other }]
      }),
    }
  }

  /** The matcher of the leads as they are, with what is known of pairs kept in step. */
  #current(): CompanyMatcher {
    this.#apart = new Set(this.#db.prepare('SELECT "id" FROM "leadsApart"').pluck().all() as string[])
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

  #searchFor(id: string, matcher: CompanyMatcher): void {
    this.#toSearch.delete(id)
    const lead = this.companies.company(id)
    if (lead === undefined) return
    for (const { id: other, ...likeness } of matcher.find(lead, { effort: EFFORT.everyPair })) {
      if (likeness.verdict !== 'same' && likeness.verdict !== 'likely') continue
      const { id: pair, leadId, otherId } = pairOf(id, other)
      this.#pairs.set(pair, { leadId, otherId, ...likeness })
      for (const end of [leadId, otherId]) this.#pairsOf.set(end, (this.#pairsOf.get(end) ?? new Set()).add(pair))
    }
  }

  #isApart(one: string, other: string): boolean {
    return this.#apart.size > 0 && this.#apart.has(pairOf(one, other).id)
  }

  #rowsOf(ids: readonly string[]): ReadonlyMap<string, Lead> {
    const unique = [...new Set(ids)]
    if (unique.length === 0) return new Map()
    return new Map(selectRows(this.#db, leads, `WHERE "id" IN (${unique.map(() => '?').join(', ')}) AND ${VISIBLE}`, ...unique).map((lead) => [lead.id, lead]))
  }
}

/** The index of the leads of a workspace, which lives as long as whoever reads it. */
export const leadIndexOf = keptFor((db) => new LeadIndex(db))
