import type { RowOf } from '../foundation/table.ts'
import type { leads } from '../leads/lead.table.ts'
import { DecidedPairs, type Decisions } from './decided-pairs.ts'
import type { Evidence } from './evidence.ts'
import { findMatches, type Effort } from './find-matches.ts'
import { MatchIndex } from './match-index.ts'
import { matchRecord, type MatchRecord } from './match-record.ts'
import { withEvidence, type PairScore } from './score-pair.ts'

export const matchedColumns = ['id', 'company', 'companyEn', 'companyKana', 'corporateNumber', 'domain', 'country', 'postcode', 'address', 'contactEmail', 'contactPhone'] as const satisfies readonly (keyof RowOf<typeof leads>)[]
/** A company as somebody wrote it: a lead's columns; an account and a registration have them by other names. */
export type MatchedCompany = Pick<RowOf<typeof leads>, (typeof matchedColumns)[number]>

export interface CompanyMatch extends PairScore {
  readonly id: string
}

/** Judgement, as for the other kinds: a mailbox or a telephone is one person's or one office's. */
const CONTACT_WEIGHT = 4
/** Shared by more companies than this, it is a switchboard's or an agency's and tells nothing. */
const MOST_BEARERS = 5
const SHORTEST_PHONE = 8
/** The end of a number is the same however its country is dialled. */
const PHONE_DIGITS = 9
const LATIN = '~en'
const MOST = 20

export interface FindCompanyOptions {
  readonly effort?: Effort
  /** Registered domains that are nobody's own: those of the partners, who write on their customers' behalf. */
  readonly sharedDomains?: ReadonlySet<string>
  /** What people have said names mean. */
  readonly decided?: Decisions
}

/** Companies to be found by who they are: under the name they wrote and the one in Latin script, and by their contacts. */
export class CompanyMatcher {
  readonly #index: MatchIndex
  readonly #contacts = new Map<string, Set<string>>()

  constructor(all: Iterable<MatchedCompany>) {
    const kept = [...all]
    this.#index = MatchIndex.of(kept.flatMap(recordsOf))
    for (const company of kept) this.#addContacts(company)
  }

  add(company: MatchedCompany): void {
    for (const record of recordsOf(company)) this.#index.add(record)
    this.#addContacts(company)
  }

  /** @param company as it was when it was added */
  remove(company: MatchedCompany): void {
    for (const { id } of recordsOf(company)) this.#index.remove(id)
    for (const { key } of contactsOf(company)) this.#contacts.get(key)?.delete(company.id)
  }

  /** The companies that this one may be the same as, itself left out, the surest first. */
  find(company: MatchedCompany, { effort, sharedDomains = NO_DOMAINS, decided = NONE_DECIDED }: FindCompanyOptions = {}): readonly CompanyMatch[] {
    const contacts = contactsOf(company).map((contact) => ({ ...contact, bearers: this.#contacts.get(contact.key) ?? new Set<string>() })).filter(({ bearers }) => bearers.size <= MOST_BEARERS)
    const also = contacts.flatMap(({ bearers }) => [...bearers])
    const best = new Map<string, CompanyMatch>()
    for (const record of recordsOf(company)) {
      for (const match of findMatches(record, this.#index, { most: MOST, decided, sharedDomains, also, ...(effort === undefined ? {} : { effort }) })) {
        const id = companyOf(match.candidate)
        const shared = contacts.filter(({ bearers }) => bearers.has(id)).map(({ how, value }): Evidence => ({ kind: 'contact', agrees: true, how, value, weight: CONTACT_WEIGHT }))
        const pair = shared.length === 0 ? match : withEvidence(match, shared)
        if (id !== company.id && pair.score > (best.get(id)?.score ?? 0)) best.set(id, { id, score: pair.score, verdict: pair.verdict, evidence: pair.evidence })
      }
    }
    return [...best.values()].toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
  }

  #addContacts(company: MatchedCompany): void {
    for (const { key } of contactsOf(company)) {
      const bearers = this.#contacts.get(key)
      if (bearers === undefined) this.#contacts.set(key, new Set([company.id]))
      else bearers.add(company.id)
    }
  }
}

const NONE_DECIDED = new DecidedPairs()
const NO_DOMAINS: ReadonlySet<string> = new Set()

function recordsOf({ id, company, companyEn, companyKana, corporateNumber, domain, country, postcode, address, contactEmail }: MatchedCompany): readonly MatchRecord[] {
  const facts = { kana: companyKana ?? '', domain: domain ?? contactEmail ?? '', country: country ?? '', corporateNumber: corporateNumber ?? '', address: [postcode, address].filter((part) => part !== null).join(' ') }
  const written = matchRecord({ id, name: company, ...facts })
  return companyEn === null || companyEn === '' || companyEn === company ? [written] : [written, matchRecord({ id: id + LATIN, name: companyEn, ...facts, kana: '' })]
}

function companyOf(recordId: string): string {
  return recordId.endsWith(LATIN) ? recordId.slice(0, -LATIN.length) : recordId
}

function contactsOf({ contactEmail, contactPhone }: MatchedCompany): readonly { readonly how: 'email' | 'phone'; readonly key: string; readonly value: string }[] {
  const digits = (contactPhone ?? '').normalize('NFKC').replace(/\D/gu, '')
  return [
    ...(contactEmail === null || contactEmail === '' ? [] : [{ how: 'email' as const, key: contactEmail.normalize('NFKC').trim().toLowerCase(), value: contactEmail }]),
    ...(digits.length < SHORTEST_PHONE ? [] : [{ how: 'phone' as const, key: digits.slice(-PHONE_DIGITS), value: contactPhone ?? '' }]),
  ]
}
