import { accountAliases } from '../accounts/account-pair.table.ts'
import { accounts } from '../accounts/account.table.ts'
import { isOneCompany } from '../accounts/merge-accounts.ts'
import { alike, many, one, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { normaliseCompanyName } from '../imports/normalise-company-name.ts'
import type { MatchedCompany } from '../matching/company-matcher.ts'
import type { PairScore } from '../matching/score-pair.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import { findOverlaps, LINKED, SAME_GROUP, type Alike } from './find-overlaps.ts'
import type { Overlap } from './overlap.ts'
import { claimingStatuses } from './registration.ts'
import { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>
type Customer = Pick<Registration, 'id' | 'company' | 'companyEn' | 'corporateNumber' | 'domain' | 'country' | 'postcode' | 'address' | 'contactEmail'>

/**
 * Asks who else is with the customer of a claim, as far as whoever decides can know: every claim that stands, its customer compared by
 * all that is written of it, and the business with its account and that account's group. A name that a person has confirmed means its account.
 * @param linked accounts that are the customer's beside the one that the claim is linked to
 */
export function* askOverlaps(claim: Registration, linked: readonly string[] = []): Generator<Question, readonly Overlap[], unknown> {
  const group = new Map([...(yield* askGroup(claim.accountId)), ...[...linked, ...(yield* askConfirmed(claim))].map((id): [string, PairScore] => [id, LINKED])])
  const partner = yield* one(partners, claim.partnerId)
  const likenesses = new Map((yield* alike(registrations, 'byStatus', claimingStatuses.map((status) => [status]), claimedCompany, claimedCompany(claim), ownDomain(partner))).map((match) => [match.id, match]))
  const ofGroup = group.size === 0 ? [] : yield* many(registrations, 'byAccount', ...[...group.keys()].map((id) => [id]))
  const byName = likenesses.size === 0 ? [] : yield* many(registrations, 'id', ...[...likenesses.keys()].map((id) => [id]))
  const others = new Map([...ofGroup, ...byName].map((row) => [row.id, row]))
  const business = group.size === 0 ? [] : yield* many(opportunities, 'byAccount', ...[...group.keys()].map((id) => [id]))
  return findOverlaps(claim, {
    registrations: [...others.values()].flatMap((row) => likely(row, (row.accountId === null ? undefined : group.get(row.accountId)) ?? likenesses.get(row.id))),
    opportunities: business.flatMap((row) => likely(row, group.get(row.accountId))),
    accounts: [],
    leads: [],
  })
}

/** Accounts that the names of a claim are confirmed to mean; not those of another corporate number, whatever they were called. */
function* askConfirmed(claim: Customer): Generator<Question, readonly string[], unknown> {
  const names = [claim.company, claim.companyEn].flatMap((name) => (name === null || name === '' ? [] : [normaliseCompanyName(name)]))
  const meant: string[] = []
  for (const { accountId } of yield* many(accountAliases, 'byKey', ...names.map((key) => [key]))) {
    const account = yield* one(accounts, accountId)
    if (account === undefined || isOneCompany(claim, account)) meant.push(accountId)
  }
  return meant
}

/** An account and those of its group: above it, beside it, below it. */
function* askGroup(accountId: string | null): Generator<Question, ReadonlyMap<string, PairScore>, unknown> {
  if (accountId === null) return new Map()
  const account = yield* one(accounts, accountId)
  const below = yield* many(accounts, 'byParent', [accountId], ...(account?.parentId == null ? [] : [[account.parentId]]))
  return new Map([...below.map(({ id }) => id), ...(account?.parentId == null ? [] : [account.parentId])].map((id): [string, PairScore] => [id, SAME_GROUP]).concat([[accountId, LINKED]]))
}

function likely<Row>(row: Row, likeness: PairScore | undefined): readonly Alike<Row>[] {
  return likeness === undefined ? [] : [{ row, likeness: { score: likeness.score, verdict: likeness.verdict, evidence: likeness.evidence } }]
}

/** Under it a partner writes for its customers: it names none of them. */
export function ownDomain(partner: Pick<RowOf<typeof partners>, 'domain'> | undefined): ReadonlySet<string> {
  return new Set(partner?.domain == null ? [] : [partner.domain])
}

/** The customer of a claim as it is matched. */
export function claimedCompany({ id, company, companyEn, corporateNumber, domain, country, postcode, address, contactEmail }: Customer): MatchedCompany {
  return { id, company, companyEn, companyKana: null, corporateNumber, domain, country, postcode, address, contactEmail, contactPhone: null }
}
