import { CompanyMatcher, type CompanyMatch, type FindCompanyOptions, type MatchedCompany } from './company-matcher.ts'

interface Kept {
  readonly stamp: string
  readonly company: MatchedCompany
}

/** A matcher that stays from one question to the next, and takes anew only what was written since. */
export class KeptMatcher {
  readonly #kept = new Map<string, Kept>()
  #matcher = new CompanyMatcher([])

  /** Of the companies there are now, those that are not known as they are. @param now what tells two writings of each apart, by id */
  outdated(now: ReadonlyMap<string, string>): readonly string[] {
    return [...now].filter(([id, stamp]) => this.#kept.get(id)?.stamp !== stamp).map(([id]) => id)
  }

  /** Brings it in step. @param read the company of one that is outdated */
  keepUp(now: ReadonlyMap<string, string>, read: (id: string) => MatchedCompany): void {
    for (const id of [...this.#kept.keys()].filter((each) => !now.has(each))) this.#forget(id)
    const anew = this.outdated(now).map((id): Kept => ({ stamp: now.get(id) ?? '', company: read(id) }))
    const isFirst = this.#kept.size === 0
    if (isFirst) this.#matcher = new CompanyMatcher(anew.map(({ company }) => company))
    for (const kept of anew) {
      this.#forget(kept.company.id)
      this.#kept.set(kept.company.id, kept)
      if (!isFirst) this.#matcher.add(kept.company)
    }
  }

  /** The companies that this one may be the same as, as if itself were not among them. */
  find(company: MatchedCompany, options: FindCompanyOptions): readonly CompanyMatch[] {
    const own = this.#kept.get(company.id)?.company
    if (own === undefined) return this.#matcher.find(company, options)
    this.#matcher.remove(own)
    try {
      return this.#matcher.find(company, options)
    } finally {
      this.#matcher.add(own)
    }
  }

  #forget(id: string): void {
    const kept = this.#kept.get(id)
    if (kept === undefined) return
    this.#matcher.remove(kept.company)
    this.#kept.delete(id)
  }
}
