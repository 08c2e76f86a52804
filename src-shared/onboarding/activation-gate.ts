import type { PartnerContact, PartnerStatus } from '../partners/partner.ts'
import type { GateRequirement } from './checklist.ts'
import type { DerivedChecklist } from './derive-checklist.ts'
import type { Localised } from './template.ts'

export interface GateFact {
  readonly requirement: GateRequirement
  readonly met: boolean
  /** How many stand in its way; of `stages` how many are done. */
  readonly count: number
  /** What is missing, by name. */
  readonly missing: readonly Localised[]
}

/** What is missing on the day of the decision of what other capabilities keep. */
export interface Lacking {
  readonly agreements: readonly Localised[]
  readonly certifications: readonly Localised[]
}

/** Who has been approved, and is a partner or can be one again: may be activated, and deactivated. */
export const readyStatuses: readonly PartnerStatus[] = ['approved', 'onboarding', 'active', 'suspended', 'inactive']

/** What is so before a partner becomes active: access follows a signed agreement, which nobody skips (field.md B1). */
export function activationGate({ stages }: DerivedChecklist, partner: { readonly status: PartnerStatus; readonly contacts: readonly PartnerContact[] }, lacking: Lacking): readonly GateFact[] {
  const tasks = stages.flatMap((stage) => stage.tasks)
  const revoked = tasks.filter(({ state, disputed }) => state === 'actionRequired' || disputed)
  const unsigned = [...tasks.filter(({ task, state }) => task.kind === 'agreement' && task.required && state !== 'completed' && state !== 'notApplicable').map(({ task }) => task.title), ...lacking.agreements]
  const uncertified = lacking.certifications
  const reachable = partner.contacts.filter(({ email }) => email !== null && email.trim() !== '').length
  return [
    { requirement: 'stages', met: stages.every(({ state }) => state === 'done'), count: stages.filter(({ state }) => state === 'done').length, missing: stages.filter(({ state }) => state !== 'done').map(({ stage }) => stage.title) },
    { requirement: 'revocations', met: revoked.length === 0, count: revoked.length, missing: revoked.map(({ task }) => task.title) },
    { requirement: 'agreements', met: unsigned.length === 0, count: unsigned.length, missing: unsigned },
    { requirement: 'certifications', met: uncertified.length === 0, count: uncertified.length, missing: uncertified },
    { requirement: 'reachable', met: reachable > 0, count: reachable, missing: [] },
    { requirement: 'status', met: readyStatuses.includes(partner.status), count: 0, missing: [] },
  ]
}
