import { accounts } from '../accounts/account.table.ts'
import { many, one, update, type Change, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import type { OpportunityStage } from '../opportunities/opportunity.ts'
import { closePatch } from './protection.ts'
import { settled } from './registration-steps.ts'
import { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

/** What becomes of the registrations of an opportunity that moves to a stage: they close with it, and stand again where it is taken up again. */
export function* followOpportunity(opportunityId: string, stage: OpportunityStage, now: string): Generator<Question, readonly Change[], unknown> {
  const changes: Change[] = []
  for (const registration of yield* many(registrations, 'byOpportunity', [opportunityId])) {
    const { status } = registration
    if (stage === 'won' || stage === 'lost') {
      if (status === 'approved') changes.push(...(yield* closeRegistration(registration, stage, now)))
    } else if (status === 'closedWon' || status === 'closedLost') changes.push(update(registrations, registration.id, settled(REOPENED, registration)))
  }
  return changes
}

/** Closes an approved registration; a customer without a partner of record has one once its deal is won. */
export function* closeRegistration(registration: Registration, outcome: 'won' | 'lost', now: string): Generator<Question, readonly Change[], unknown> {
  return [update(registrations, registration.id, settled(closePatch(registration, outcome, now), registration)), ...(outcome === 'won' ? yield* becomeOfRecord(registration) : [])]
}

/** The partner that won a customer without one becomes its partner of record. */
export function* becomeOfRecord({ accountId, partnerId }: Pick<Registration, 'accountId' | 'partnerId'>): Generator<Question, readonly Change[], unknown> {
  const account = accountId === null ? undefined : yield* one(accounts, accountId)
  return account?.partnerId === null ? [update(accounts, account.id, { partnerId })] : []
}

export const REOPENED = { status: 'approved', endedAt: null, priceLockedUntil: null, incumbentUntil: null } as const satisfies Partial<Registration>
