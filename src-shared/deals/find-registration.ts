import { one, refuse, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { duplicateKey } from '../leads/duplicate-key.ts'
import { nextRegistrationStatuses, type RegistrationStatus } from './registration.ts'
import { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

/** The registration, or the refusal where it is gone, held by a conflict case, or cannot go to the status that is wanted. */
export function* findRegistration(id: string, to?: RegistrationStatus): Generator<Question, Registration | Decision<never>, unknown> {
  const registration = yield* one(registrations, id)
  if (registration === undefined) return refuse('registration.not-found', 'there is no such registration')
  const { status: from, caseId } = registration
  if (to === undefined) return registration
  if (!nextRegistrationStatuses[from].includes(to)) return refuse('registration.status-not-reachable', 'a registration cannot go there from where it is', { from, to, allowed: nextRegistrationStatuses[from] })
  // Whoever is in a case may still say what was asked, or withdraw; the rest is decided there.
  const isOwnWord = to === 'withdrawn' || (from === 'actionRequired' && to === 'submitted')
  return caseId !== null && !isOwnWord ? refuse('registration.held', 'a conflict case holds it', { caseId }) : registration
}

/** What follows from a claim's own words. */
export function derivedOf({ company, country, corporateNumber, website }: Pick<Registration, 'company' | 'country' | 'corporateNumber' | 'website'>): Pick<Registration, 'company' | 'domain' | 'customerKey'> {
  const name = company.trim()
  return { company: name, domain: website === null || website === '' ? null : readWebDomain(website), customerKey: duplicateKey(name, country, corporateNumber) }
}
