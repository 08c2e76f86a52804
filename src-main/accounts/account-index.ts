import type Database from 'better-sqlite3'
import type { RowOf } from '#shared/foundation/table.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import { DecidedPairs } from '#shared/matching/decided-pairs.ts'
import { findMatches, type Match } from '#shared/matching/find-matches.ts'
import { MatchIndex } from '#shared/matching/match-index.ts'
import { matchRecord, type MatchRecord } from '#shared/matching/match-record.ts'
import { selectRows } from '../workspace/rows.ts'

type Account = RowOf<typeof accounts>
type Lead = RowOf<typeof leads>
type Company = Pick<Account, 'name' | 'nameEn' | 'nameKana' | 'domain' | 'country' | 'corporateNumber' | 'postcode' | 'address'>
type Script = 'own' | 'latin'

const SCRIPTS: readonly Script[] = ['own', 'latin']
const NOBODY_DECIDED = new DecidedPairs()

/** The accounts of a workspace as they can be matched, by each of their names: brought up to date by what has changed since it was last asked. */
export class AccountIndex {
  readonly #db: Database.Database
  #indexes: Readonly<Record<Script, MatchIndex>> | undefined
  /** The revision of each account that the indexes know. */
  #known = new Map<string, number>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  /** The accounts that the lead's company may be, the likeliest first; where both have names in two scripts, the pair that agrees best counts. */
  matchesOf(lead: Lead, most: number): readonly Match[] {
    const indexes = this.#upToDate()
    const sharedDomains = new Set(this.#db.prepare('SELECT "domain" FROM "partners" WHERE "domain" IS NOT NULL').pluck().all() as string[])
    const company = { ...lead, name: lead.company, nameEn: lead.companyEn, nameKana: lead.companyKana, domain: lead.domain ?? lead.contactEmail }
    const best = new Map<string, Match>()
    for (const query of SCRIPTS.flatMap((script) => recordOf(lead.id, company, script))) {
      for (const match of SCRIPTS.flatMap((script) => findMatches(query, indexes[script], { most, decided: NOBODY_DECIDED, sharedDomains }))) {
        if (weightOf(best.get(match.candidate)) < weightOf(match)) best.set(match.candidate, match)
      }
    }
    return [...best.values()].filter(({ verdict }) => verdict !== 'different').sort((one, other) => other.score - one.score || (one.candidate < other.candidate ? -1 : 1)).slice(0, most)
  }

  #upToDate(): Readonly<Record<Script, MatchIndex>> {
    const now = new Map(this.#db.prepare(`SELECT "id", "rev" FROM "accounts" WHERE ${VISIBLE}`).raw().all() as [string, number][])
    const known = this.#known
    this.#known = now
    if (this.#indexes === undefined) {
      const all = selectRows(this.#db, accounts, `WHERE ${VISIBLE}`)
      const of = (script: Script): MatchIndex => MatchIndex.of(all.flatMap((account) => recordOf(account.id, account, script)))
      return (this.#indexes = { own: of('own'), latin: of('latin') })
    }
    const changed = [...now].filter(([id, rev]) => known.get(id) !== rev).map(([id]) => id)
    const gone = [...known.keys()].filter((id) => !now.has(id))
    const rows = selectRows(this.#db, accounts, 'WHERE "id" IN (SELECT "value" FROM json_each(?))', JSON.stringify(changed))
    for (const script of SCRIPTS) {
      const index = this.#indexes[script]
      for (const id of [...gone, ...changed]) index.remove(id)
      for (const account of rows) for (const record of recordOf(account.id, account, script)) index.add(record)
    }
    return this.#indexes
  }
}

/** All that speaks for a match: scores of what is sure are all one. */
function weightOf(match: Match | undefined): number {
  return match === undefined ? -Infinity : match.evidence.reduce((sum, { weight }) => sum + weight, 0)
}

/** A company under one of its names; none where it has no name in Latin script beside its own. */
function recordOf(id: string, { name, nameEn, nameKana, domain, country, corporateNumber, postcode, address }: Company, script: Script): readonly MatchRecord[] {
  const named = script === 'own' ? name : nameEn === name ? null : nameEn
  if (named === null) return []
  return [matchRecord({ id, name: named, kana: nameKana ?? '', domain: domain ?? '', country: country ?? '', corporateNumber: corporateNumber ?? '', address: address === null ? '' : [postcode, address].filter(Boolean).join(' ') })]
}
