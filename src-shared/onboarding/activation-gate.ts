import type { PartnerContact, PartnerStatus } from '../partners/partner.ts'
import type { GateRequirement } from './checklist.ts'
import type { DerivedChecklist } from './derive-checklist.ts'

export interface GateFact {
  readonly requirement: GateRequirement
  readonly met: boolean
  /** How many stand in its way; of `stages` how many are done. */
  readonly count: number
}

/** Who has been approved, and is a partner or can be one again: may be activated, and deactivated. */
export const readyStatuses: readonly PartnerStatus[] = ['approved', 'onboarding', 'active', 'suspended', 'inactive']

/** What is so before a partner becomes active: access follows a signed agreement, which nobody skips (field.md B1). */
export function activationGate({ stages }: DerivedChecklist, partner: { readonly status: PartnerStatus; readonly contacts: readonly PartnerContact[] }): readonly GateFact[] {
  const tasks = stages.flatMap((stage) => stage.tasks)
  const revoked = tasks.filter(({ state, disputed }) => state === 'actionRequired' || disputed).length
  const unsigned = tasks.filter(({ task, state }) => task.kind === 'agreement' && task.required && state !== 'completed' && state !== 'notApplicable').length
  const reachable = partner.contacts.filter(({ email }) => email !== null && email.trim() !== '').length
  return [
    { requirement: 'stages', met: stages.every(({ state }) => state === 'done'), count: stages.filter(({ state }) => state === 'done').length },
    { requirement: 'revocations', met: revoked === 0, count: revoked },
    { requirement: 'agreements', met: unsigned === 0, count: unsigned },
    { requirement: 'reachable', met: reachable > 0, count: reachable },
    { requirement: 'status', met: readyStatuses.includes(partner.status), count: 0 },
  ]
}
