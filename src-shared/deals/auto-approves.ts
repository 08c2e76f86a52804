import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { Finding } from './check-registration.ts'
import type { registrations } from './registration.table.ts'
import type { RegistrationTerms } from './registration-terms.ts'

type Registration = RowOf<typeof registrations>

/**
 * Whether it is so harmless that nobody needs to look: no finding asks for a person, the amount is known and small, and the partner
 * and the customer are of those the terms name. Without a clause nothing is.
 */
export function autoApproves(registration: Registration, findings: readonly Finding[], { tier }: Pick<RowOf<typeof partners>, 'tier'>, { autoApproval }: Pick<RegistrationTerms, 'autoApproval'>): boolean {
  if (autoApproval === null || findings.some(({ state }) => state !== 'fine')) return false
  const { amount, currency, accountId } = registration
  if (amount === null || currency !== autoApproval.currency || amount > autoApproval.upTo) return false
  return (autoApproval.tiers.length === 0 || autoApproval.tiers.includes(tier)) && (!autoApproval.knownCustomersOnly || accountId !== null)
}
