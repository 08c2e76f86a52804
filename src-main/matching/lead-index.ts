import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { pairOf } from '#shared/leads/lead-apart.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { EFFORT } from '#shared/matching/find-matches.ts'
import { LeadMatcher, matchedColumns, type LeadMatch, type MatchedLead } from '#shared/matching/lead-matcher.ts'
import { quoted, selectRows } from '../workspace/rows.ts'

type Lead = RowOf<typeof leads>
type Likeness = Omit<LeadMatch, 'id'>
interface Pair extends Likeness {
  readonly leadId: string
  readonly otherId: string
}

/** How long one question may look for further pairs: whoever asks shows how far it has come, and asks again. */
const LOOK_FOR_MS = 250
/** Below that it is more probable that two leads are not one: not worth a person's look at every lead. */
const WORTH_SHOWING = 0.5
const COMPARED = `FROM "leads" WHERE "stage" <> 'duplicate' AND ${VISIBLE}`
const kept = new WeakMap<Database.Database, LeadIndex>()

/** The index of the leads of a workspace, which lives as long as whoever reads it. */
export function leadIndexOf(db: Database.Database): LeadIndex {
  let index = kept.get(db)
  if (index === undefined) kept.set(db, (index = new LeadIndex(db)))
  return index
}

/** Finds leads that may be the same. Built when first asked, kept in step by what has changed since, and so it is with the pairs. */
class LeadIndex {
  readonly #db: Database.Database
  readonly #known = new Map<string, { readonly rev: number; readonly lead: MatchedLead }>()
  readonly #pairs = new Map<string, Pair>()
  readonly #pairsOf = new Map<string, Set<string>>()
  #apart: ReadonlySet<string> = new Set()
  #toSearch = new Set<string>()
  #matcher: LeadMatcher | undefined
  #seen = -1

  constructor(db: Database.Database) {
    this.#db = db
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
      searched: this.#known.size - this.#toSearch.size,
      leads: this.#known.size,
      total: pairs.length,
      pairs: window.flatMap(({ leadId, otherId, ...likeness }) => {
        const [one, other] = [rows.get(leadId), rows.get(otherId)]
        return one === undefined || other === undefined ? [] : [{ ...likeness, one, other }]
      }),
    }
  }

  /** The matcher as of this instant: a lead is taken anew when its revision is another. */
  #current(): LeadMatcher {
    const seen = this.#db.pragma('data_version', { simple: true }) as number
    if (this.#matcher !== undefined && seen === this.#seen) return this.#matcher
    this.#seen = seen
    this.#apart = new Set(this.#db.prepare('SELECT "id" FROM "leadsApart"').pluck().all() as string[])
    this.#matcher = this.#matcher === undefined ? this.#build() : this.#keepUp(this.#matcher)
    return this.#matcher
  }

  #build(): LeadMatcher {
    const all = this.#db.prepare(`SELECT ${quoted(matchedColumns)}, "rev" ${COMPARED} ORDER BY "_row"`).all() as (MatchedLead & { readonly rev: number })[]
    for (const lead of all) this.#known.set(lead.id, { rev: lead.rev, lead })
    this.#toSearch = new Set(this.#known.keys())
    return new LeadMatcher(all)
  }

  #keepUp(matcher: LeadMatcher): LeadMatcher {
    const now = new Map(this.#db.prepare(`SELECT "id", "rev" ${COMPARED}`).raw().all() as [string, number][])
    const read = this.#db.prepare(`SELECT ${quoted(matchedColumns)} FROM "leads" WHERE "id" = ?`)
    for (const [id, { rev, lead }] of this.#known) if (now.get(id) !== rev) this.#forget(id, lead, matcher)
    for (const [id, rev] of now) {
      if (this.#known.has(id)) continue
      const lead = read.get(id) as MatchedLead
      this.#known.set(id, { rev, lead })
      matcher.add(lead)
      this.#toSearch.add(id)
    }
    return matcher
  }

  #forget(id: string, lead: MatchedLead, matcher: LeadMatcher): void {
    matcher.remove(lead)
    this.#known.delete(id)
    this.#toSearch.delete(id)
    for (const pair of this.#pairsOf.get(id) ?? []) this.#pairs.delete(pair)
    this.#pairsOf.delete(id)
  }

  #searchFor(id: string, matcher: LeadMatcher): void {
    this.#toSearch.delete(id)
    const known = this.#known.get(id)
    if (known === undefined) return
    for (const { id: other, ...likeness } of matcher.find(known.lead, EFFORT.everyPair)) {
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
