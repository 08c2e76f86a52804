import { many, type Question } from '../foundation/command.ts'
import { instantOf } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { CompanyMatcher } from '../matching/company-matcher.ts'
import type { partners } from '../partners/partner.table.ts'
import { claimedCompany, ownDomain } from './ask-overlaps.ts'
import { registrations } from './registration.table.ts'
import { endedStatuses } from './registration.ts'
import { sameBusiness } from './same-business.ts'

type Registration = RowOf<typeof registrations>

const DAY_MS = 86_400_000

/** Asks for it among the partner's own claims that ended, their customers compared by all that is written: another spelling gains no time either. */
export function* askEarlierClaim(claim: Registration, partner: Pick<RowOf<typeof partners>, 'domain'>, coolDownDays: number, now: string): Generator<Question, Registration | undefined, unknown> {
  const ended = yield* many(registrations, 'byPartner', ...endedStatuses.map((status) => [claim.partnerId, status]))
  const alike = new Set(new CompanyMatcher(ended.map(claimedCompany)).find(claimedCompany(claim), { sharedDomains: ownDomain(partner) }).filter(({ verdict }) => verdict === 'same' || verdict === 'likely').map(({ id }) => id))
  return earlierClaim(claim, ended.filter((other) => other.customerKey === claim.customerKey || alike.has(other.id)), coolDownDays, now)
}

/**
 * The claim of the same partner on the same business that a new one goes on with: withdrawn, expired or revoked so lately that its
 * window still counts. Whoever withdraws and registers again gains no time by it (field.md B3, 18); of several the latest.
 * @param ofCustomer other registrations with this customer
 */
export function earlierClaim(claim: Registration, ofCustomer: readonly Registration[], coolDownDays: number, now: string): Registration | undefined {
  const since = instantOf(now) - coolDownDays * DAY_MS
  return ofCustomer
    .filter((other) => other.id !== claim.id && other.partnerId === claim.partnerId && (endedStatuses as readonly string[]).includes(other.status) && other.endedAt !== null && instantOf(other.endedAt) > since && sameBusiness(claim, other))
    .toSorted((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))[0]
}
