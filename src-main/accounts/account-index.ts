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

const LATIN = ' latin'
const NOBODY_DECIDED = new DecidedPairs()

/** The accounts of a workspace as they can be matched: brought up to date by what has changed since it was last asked. */
export class AccountIndex {
  readonly #db: Database.Database
  #index: MatchIndex | undefined
  /** The revision of each account that the index knows. */
  #known = new Map<string, number>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  /** The accounts that the lead's company may be, the likeliest first; an account with names in two scripts counts by the better one. */
  matchesOf(lead: Lead, most: number): readonly Match[] {
    const index = this.#upToDate()
    const sharedDomains = new Set(this.#db.prepare('SELECT "domain" FROM "partners" WHERE "domain" IS NOT NULL').pluck().all() as string[])
    const best = new Map<string, Match>()
    for (const query of recordsOf(lead.id, { ...lead, name: lead.company, nameEn: lead.companyEn, nameKana: lead.companyKana, domain: lead.domain ?? lead.contactEmail })) {
      for (const match of findMatches(query, index, { most: 2 * most, decided: NOBODY_DECIDED, sharedDomains })) {
        const account = match.candidate.replace(LATIN, '')
        if ((best.get(account)?.score ?? -1) < match.score) best.set(account, { ...match, query: lead.id, candidate: account })
      }
    }
    return [...best.values()].filter(({ verdict }) => verdict !== 'different').sort((one, other) => other.score - one.score || (one.candidate < other.candidate ? -1 : 1)).slice(0, most)
  }

  #upToDate(): MatchIndex {
    const now = new Map(this.#db.prepare(`SELECT "id", "rev" FROM "accounts" WHERE ${VISIBLE}`).raw().all() as [string, number][])
    const changed = [...now].filter(([id, rev]) => this.#known.get(id) !== rev).map(([id]) => id)
    const gone = [...this.#known.keys()].filter((id) => !now.has(id))
    const index = this.#index ?? MatchIndex.of(selectRows(this.#db, accounts, `WHERE ${VISIBLE}`).flatMap((account) => recordsOf(account.id, account)))
    if (this.#index !== undefined) {
      for (const id of [...gone, ...changed]) for (const script of ['', LATIN]) index.remove(id + script)
      const rows = selectRows(this.#db, accounts, 'WHERE "id" IN (SELECT "value" FROM json_each(?))', JSON.stringify(changed))
      for (const account of rows) for (const record of recordsOf(account.id, account)) index.add(record)
    }
    this.#index = index
    this.#known = now
    return index
  }
}

function recordsOf(id: string, company: Pick<Account, 'name' | 'nameEn' | 'nameKana' | 'domain' | 'country' | 'corporateNumber' | 'postcode' | 'address'>): readonly MatchRecord[] {
  const given = {
    kana: company.nameKana ?? '', domain: company.domain ?? '', country: company.country ?? '', corporateNumber: company.corporateNumber ?? '',
    address: [company.postcode, company.address].filter(Boolean).join(' '),
  }
  const inOwnScript = matchRecord({ ...given, id, name: company.name })
  return company.nameEn === null || company.nameEn === company.name ? [inOwnScript] : [inOwnScript, matchRecord({ ...given, id: id + LATIN, name: company.nameEn })]
}
