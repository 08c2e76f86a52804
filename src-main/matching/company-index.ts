import type Database from 'better-sqlite3'
import { VISIBLE } from '#shared/journal/visible.ts'
import { CompanyMatcher, matchedColumns, type MatchedCompany } from '#shared/matching/company-matcher.ts'

/** Where companies are written: the rows that count, and under which names they have what is matched. */
interface CompanySource {
  readonly table: string
  readonly where: string
  readonly columns: Partial<Record<keyof MatchedCompany, string>>
}

export const COMPANIES = {
  leads: { table: 'leads', where: `"stage" <> 'duplicate' AND ${VISIBLE}`, columns: {} },
  accounts: { table: 'accounts', where: VISIBLE, columns: { company: '"name"', companyEn: '"nameEn"', companyKana: '"nameKana"', contactEmail: 'NULL', contactPhone: 'NULL' } },
  registrations: { table: 'registrations', where: `"status" <> 'draft' AND ${VISIBLE}`, columns: { companyKana: 'NULL', contactPhone: 'NULL' } },
  partners: { table: 'partners', where: VISIBLE, columns: { company: '"name"', companyEn: 'NULL', companyKana: 'NULL', corporateNumber: 'NULL', postcode: 'NULL', address: 'NULL', contactEmail: `"contacts" ->> '$[0].email'`, contactPhone: `"contacts" ->> '$[0].phone'` } },
  applications: { table: 'applications', where: `"erasedAt" IS NULL AND ${VISIBLE}`, columns: { companyKana: 'NULL', contactEmail: `"persons" ->> '$[0].email'`, contactPhone: `"persons" ->> '$[0].phone'` } },
} as const satisfies Record<string, CompanySource>

/** The companies of a table as they can be matched: read when first asked, then kept in step by revision. */
export class CompanyIndex {
  readonly #db: Database.Database
  readonly #from: string
  readonly #select: string
  readonly #changed: (id: string, isThere: boolean) => void
  readonly #known = new Map<string, { readonly rev: number; readonly company: MatchedCompany }>()
  #matcher: CompanyMatcher | undefined
  #seen = -1

  /** @param changed is told of each company that came, went or was written otherwise */
  constructor(db: Database.Database, { table, where, columns }: CompanySource, changed: (id: string, isThere: boolean) => void = () => undefined) {
    this.#db = db
    this.#from = `FROM "${table}" WHERE ${where}`
    this.#select = `SELECT ${matchedColumns.map((column) => `${columns[column] ?? `"${column}"`} AS "${column}"`).join(', ')}, "rev"`
    this.#changed = changed
  }

  /** The matcher as of this instant: a company is taken anew when its revision is another. */
  current(): CompanyMatcher {
    const seen = this.#db.pragma('data_version', { simple: true }) as number
    if (this.#matcher !== undefined && seen === this.#seen) return this.#matcher
    this.#seen = seen
    this.#matcher = this.#matcher === undefined ? this.#build() : this.#keepUp(this.#matcher)
    return this.#matcher
  }

  get size(): number {
    return this.#known.size
  }

  company(id: string): MatchedCompany | undefined {
    return this.#known.get(id)?.company
  }

  #build(): CompanyMatcher {
    const all = this.#db.prepare(`${this.#select} ${this.#from} ORDER BY "_row"`).all() as (MatchedCompany & { readonly rev: number })[]
    for (const company of all) this.#take(company)
    return new CompanyMatcher(all)
  }

  #keepUp(matcher: CompanyMatcher): CompanyMatcher {
    const now = new Map(this.#db.prepare(`SELECT "id", "rev" ${this.#from}`).raw().all() as [string, number][])
    const read = this.#db.prepare(`${this.#select} ${this.#from} AND "id" = ?`)
    for (const [id, { rev, company }] of this.#known) {
      if (now.get(id) === rev) continue
      matcher.remove(company)
      this.#known.delete(id)
      this.#changed(id, false)
    }
    for (const id of now.keys()) {
      if (this.#known.has(id)) continue
      const company = read.get(id) as MatchedCompany & { readonly rev: number }
      matcher.add(company)
      this.#take(company)
    }
    return matcher
  }

  #take(company: MatchedCompany & { readonly rev: number }): void {
    this.#known.set(company.id, { rev: company.rev, company })
    this.#changed(company.id, true)
  }
}

/** Domains under which partners write for their customers: they name nobody. */
export function partnerDomains(db: Database.Database): ReadonlySet<string> {
  return new Set(db.prepare('SELECT "domain" FROM "partners" WHERE "domain" IS NOT NULL').pluck().all() as string[])
}

/** What is kept for as long as a connection lives, made when first asked for. */
export function keptFor<T>(make: (db: Database.Database) => T): (db: Database.Database) => T {
  const kept = new WeakMap<Database.Database, T>()
  return (db) => {
    let value = kept.get(db)
    if (value === undefined) kept.set(db, (value = make(db)))
    return value
  }
}

export const accountCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.accounts))
export const registrationCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.registrations))
export const partnerCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.partners))
export const applicationCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.applications))
