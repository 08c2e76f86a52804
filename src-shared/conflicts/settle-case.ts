import { approveRegistration, AS_CLAIMED } from '../deals/approve-registration.ts'
import { letGo } from '../deals/protection.ts'
import { settled } from '../deals/registration-steps.ts'
import { waitingStatuses, type RegistrationStatus } from '../deals/registration.ts'
import { registrations } from '../deals/registration.table.ts'
import { one, update, type Change, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import type { CaseDecision, ConflictCase } from './conflict-case.ts'

type Registration = RowOf<typeof registrations>
type Refusal = Extract<Decision<never>, { readonly kind: 'refused' }>

/**
 * What becomes of the registrations when a case is over: all are let go. The winner's is approved, if it is not yet; those that have no part in the
 * deal are rejected, or their approval is revoked, with the reasons of the decision. Who shares with the winner, and the distributor above, stay
 * where they were, with the winner's account: a review approves them. Where the winner cannot be approved nothing becomes of any: the refusal says why.
 */
export function* settleCase(conflict: ConflictCase, decision: CaseDecision, context: CommandContext): Generator<Question, readonly Change[] | Refusal, unknown> {
  const { kind, shares } = decision.verdict
  const [winner] = shares
  const parts = new Set((kind === 'split' || kind === 'teaming' ? shares : shares.slice(0, 1)).filter(({ percent }) => percent > 0).map(({ claimId }) => claimId))
  const changes: Change[] = []
  let accountId: string | null = null
  const inOrder = conflict.claims.toSorted((a, b) => Number(b.id === winner?.claimId) - Number(a.id === winner?.claimId))
  for (const claim of inOrder) {
    const registration = claim.registrationId === null ? undefined : yield* one(registrations, claim.registrationId)
    if (registration?.caseId !== conflict.id) continue
    const reasons = { reasonForPartner: decision.reasons.find(({ claimId }) => claimId === claim.id)?.text ?? null, reasonForHouse: decision.reasonForHouse }
    const free = letGo(registration, context.now)
    const stays = kind === 'none' || parts.has(claim.id) || claim.kind === 'distributor'
    if (claim.id === winner?.claimId && kind !== 'none' && isWaiting(registration)) {
      const approved = yield* approveRegistration({ ...registration, ...free }, { ...AS_CLAIMED, ...reasons, attribution: kind === 'teaming' ? 'coSell' : null }, context, decision.by)
      if ('row' in approved) {
        accountId = approved.row.accountId ?? null
        changes.push(update(registrations, registration.id, { ...free, ...approved.row }), ...approved.changes)
        continue
      }
      if (approved.kind === 'refused') return approved
    }
    const patch = stays ? (registration.accountId === null && accountId !== null ? { accountId } : {}) : { ...lost(registration, context.now), ...reasons, decidedBy: decision.by, decidedAt: context.now }
    changes.push(update(registrations, registration.id, settled({ ...free, ...patch }, registration)))
  }
  return changes
}

function isWaiting({ status, approved }: Registration): boolean {
  return approved === null && ((waitingStatuses as readonly RegistrationStatus[]).includes(status) || status === 'actionRequired')
}

function lost(registration: Registration, now: string): Partial<Registration> {
  if (registration.approved !== null && registration.endedAt === null) return { status: 'revoked', endedAt: now, extension: null, quoteSentAt: null }
  return isWaiting(registration) ? { status: 'rejected', reviewDueAt: null, asked: null, answerDueAt: null } : {}
}
