import type Database from 'better-sqlite3'
import { VISIBLE } from '#shared/journal/visible.ts'
import { CompanyMatcher, matchedColumns, type MatchedCompany } from '#shared/matching/company-matcher.ts'
import { followRows, type RowNews } from './row-news.ts'

/** Where companies are written: the rows that count, and under which names they have what is matched. */
export interface CompanySource {
  readonly table: string
  readonly where: string
  readonly columns: Partial<Record<keyof MatchedCompany, string>>
}

export const COMPANIES = {
  leads: { table: 'leads', where: `"stage" <> 'duplicate' AND ${VISIBLE}`, columns: {} },
  accounts: { table: 'accounts', where: `"mergedInto" IS NULL AND ${VISIBLE}`, columns: { company: '"name"', companyEn: '"nameEn"', companyKana: '"nameKana"', contactEmail: 'NULL', contactPhone: 'NULL' } },
  registrations: { table: 'registrations', where: `"status" <> 'draft' AND ${VISIBLE}`, columns: { companyKana: 'NULL', contactPhone: 'NULL' } },
  partners: { table: 'partners', where: VISIBLE, columns: { company: '"name"', companyEn: 'NULL', companyKana: 'NULL', corporateNumber: 'NULL', postcode: 'NULL', address: 'NULL', contactEmail: `"contacts" ->> '$[0].email'`, contactPhone: `"contacts" ->> '$[0].phone'` } },
  applications: { table: 'applications', where: `"erasedAt" IS NULL AND ${VISIBLE}`, columns: { companyKana: 'NULL', contactEmail: `"persons" ->> '$[0].email'`, contactPhone: `"persons" ->> '$[0].phone'` } },
} as const satisfies Record<string, CompanySource>

/** Tells two writings of a row apart, also where what a desk did was done again by the central API. */
const STAMP = `"rev" || ' ' || "updatedAt"`
type Read = MatchedCompany & { readonly stamp: string }

/** The companies of a table as they can be matched: read when first asked, then kept in step with what is written. */
export class CompanyIndex {
  readonly #db: Database.Database
  readonly #from: string
  readonly #select: string
  readonly #changed: (id: string, isThere: boolean) => void
  readonly #known = new Map<string, { readonly stamp: string; readonly company: MatchedCompany }>()
  readonly #news: RowNews
  #matcher: CompanyMatcher | undefined

  /** @param changed is told of each company that came, went or was written otherwise */
  constructor(db: Database.Database, { table, where, columns }: CompanySource, changed: (id: string, isThere: boolean) => void = () => undefined) {
    this.#db = db
    this.#from = `FROM "${table}" WHERE ${where}`
    this.#select = `SELECT ${matchedColumns.map((column) => `${columns[column] ?? `"${column}"`} AS "${column}"`).join(', ')}, ${STAMP} AS "stamp"`
    this.#changed = changed
    this.#news = followRows(db, table)
  }

  /** The matcher as of this instant: a company is taken anew when it was written since. */
  current(): CompanyMatcher {
    const changed = this.#news()
    if (this.#matcher === undefined) this.#matcher = this.#build()
    else if (changed === null) this.#compareAll(this.#matcher)
    else if (changed.size > 0) this.#reread(this.#matcher, changed)
    return this.#matcher
  }

  get size(): number {
    return this.#known.size
  }

  company(id: string): MatchedCompany | undefined {
    return this.#known.get(id)?.company
  }

  #build(): CompanyMatcher {
    const all = this.#db.prepare(`${this.#select} ${this.#from} ORDER BY "_row"`).all() as Read[]
    for (const company of all) this.#take(company)
    return new CompanyMatcher(all)
  }

  #compareAll(matcher: CompanyMatcher): void {
    const now = new Map(this.#db.prepare(`SELECT "id", ${STAMP} ${this.#from}`).raw().all() as [string, string][])
    const others = [...this.#known].filter(([id, { stamp }]) => now.get(id) !== stamp).map(([id]) => id)
    this.#reread(matcher, [...others, ...[...now.keys()].filter((id) => !this.#known.has(id))])
  }

  #reread(matcher: CompanyMatcher, ids: Iterable<string>): void {
    const read = this.#db.prepare(`${this.#select} ${this.#from} AND "id" = ?`)
    for (const id of ids) {
      const known = this.#known.get(id)
      const company = read.get(id) as Read | undefined
      if (known?.stamp === company?.stamp) continue
      if (known !== undefined) {
        matcher.remove(known.company)
        this.#known.delete(id)
        this.#changed(id, false)
      }
      if (company === undefined) continue
      matcher.add(company)
      this.#take(company)
    }
  }

  #take(company: Read): void {
    this.#known.set(company.id, { stamp: company.stamp, company })
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

export const registrationCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.registrations))
export const partnerCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.partners))
export const applicationCompanies = keptFor((db) => new CompanyIndex(db, COMPANIES.applications))
