import { accounts } from '../accounts/account.table.ts'
import type { registrations } from '../deals/registration.table.ts'
import { many, one, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { compareProducts } from '../matching/compare-products.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import type { Claim } from '../engagement/claim.ts'

type Opportunity = RowOf<typeof opportunities>
type Account = RowOf<typeof accounts>
type Partner = RowOf<typeof partners>

/** Asks for what clauses want to know of an opportunity: direct sales' where it has no partner. It is as old as it is on record. */
export function* askOpportunityClaim(opportunity: Opportunity, now: string): Generator<Question, Claim, unknown> {
  const { id, name, accountId, partnerId, product, amount, currency, createdAt } = opportunity
  const account = yield* one(accounts, accountId)
  const products = product === null ? [] : [product]
  return {
    id,
    registrationId: null,
    opportunityId: id,
    company: account?.name ?? name,
    corporateNumber: account?.corporateNumber ?? null,
    domain: account?.domain ?? null,
    products,
    project: null,
    amount,
    currency,
    deviceAt: null,
    receivedAt: createdAt,
    completeAt: createdAt,
    approvedAt: null,
    withdrawnAt: null,
    match: null,
    ...(yield* askStanding({ partnerId, products, country: account?.country ?? null, region: account?.region ?? null }, account, now)),
  }
}

/** Asks for what clauses want to know of a registration. It is approved since its window began. */
export function* askRegistrationClaim(registration: RowOf<typeof registrations>, now: string): Generator<Question, Claim, unknown> {
  const { id, partnerId, accountId, company, corporateNumber, domain, country, products, project, amount, currency, deviceAt, receivedAt, completeAt, approved, protectedFrom } = registration
  const account = accountId === null ? undefined : yield* one(accounts, accountId)
  return {
    id,
    registrationId: id,
    opportunityId: registration.opportunityId,
    company,
    corporateNumber,
    domain,
    products,
    project,
    amount,
    currency,
    deviceAt,
    receivedAt,
    completeAt,
    approvedAt: approved === null ? null : protectedFrom,
    withdrawnAt: registration.status === 'withdrawn' ? registration.endedAt : null,
    match: null,
    ...(yield* askStanding({ partnerId, products, country, region: account?.region ?? null }, account, now)),
  }
}

type Standing = Pick<Claim, 'kind' | 'partnerId' | 'partnerName' | 'active' | 'authorised' | 'incumbent' | 'renewal' | 'tier' | 'certified' | 'inTerritory'>

/** Asks for who claims, and how they stand to the customer, the products and the place of a deal. */
export function* askStanding(deal: { readonly partnerId: string | null; readonly products: readonly string[]; readonly country: string | null; readonly region: string | null }, account: Account | undefined, now: string): Generator<Question, Standing, unknown> {
  const { partnerId, products } = deal
  const partner = partnerId === null ? undefined : yield* one(partners, partnerId)
  const won = account === undefined ? [] : yield* many(opportunities, 'byAccount', [account.id, 'won'])
  const bought = won.filter(({ product }) => product !== null && products.some((each) => compareProducts(each, product) !== 'different'))
  return {
    kind: partnerId === null ? 'direct' : partner?.type === 'distributor' ? 'distributor' : 'partner',
    partnerId,
    partnerName: partner?.name ?? null,
    active: partnerId === null || partner?.status === 'active',
    authorised: partner === undefined || products.length === 0 ? null : products.every((product) => partner.products.includes(product)),
    incumbent: account === undefined ? null : partnerId !== null && (account.partnerId === partnerId || bought.some((each) => each.partnerId === partnerId)),
    renewal: bought.length > 0,
    tier: partner?.tier ?? null,
    certified: partner === undefined ? null : isCertified(partner, now.slice(0, 10)),
    inTerritory: partner === undefined ? null : serves(partner, deal),
  }
}

function isCertified({ certifications }: Partner, today: string): boolean {
  return certifications.some(({ expires }) => expires === null || expires >= today)
}

function serves({ regions }: Partner, { country, region }: { readonly country: string | null; readonly region: string | null }): boolean | null {
  if (regions.length === 0) return true
  return country === null ? null : regions.includes(country) || (region !== null && regions.includes(region))
}
