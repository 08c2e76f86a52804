/**
 * New → Qualified → Offered → (Opened) → Accepted → Working → Converted | Closed won | Closed lost;
 * Offered → Declined | Expired | Recalled → Offered to the next; Unroutable when no candidate was left; Duplicate when merged away.
 */
export const leadStages = [
  'new', 'qualified', 'offered', 'opened', 'accepted', 'working', 'converted', 'closedWon', 'closedLost',
  'declined', 'expired', 'recalled', 'unroutable', 'duplicate',
] as const
export type LeadStage = (typeof leadStages)[number]

/** Where a lead may go from where it is (field.md B2), in the order of the work. */
export const nextStages: Readonly<Record<LeadStage, readonly LeadStage[]>> = {
  new: ['qualified', 'offered', 'unroutable', 'duplicate', 'closedLost'],
  qualified: ['new', 'offered', 'unroutable', 'duplicate', 'closedLost'],
  offered: ['opened', 'accepted', 'declined', 'expired', 'recalled', 'closedLost'],
  opened: ['accepted', 'declined', 'expired', 'recalled', 'closedLost'],
  accepted: ['working', 'recalled', 'closedLost'],
  working: ['converted', 'closedWon', 'closedLost', 'recalled'],
  converted: [],
  closedWon: ['working'],
  closedLost: ['new', 'working'],
  declined: ['qualified', 'offered', 'unroutable', 'closedLost'],
  expired: ['qualified', 'offered', 'unroutable', 'closedLost'],
  recalled: ['qualified', 'offered', 'unroutable', 'closedLost'],
  unroutable: ['new', 'qualified', 'offered', 'duplicate', 'closedLost'],
  duplicate: ['new'],
}

/** Stages after which a lead is history: never reassigned, not counted against capacity. */
export const closedStages: readonly LeadStage[] = ['converted', 'closedWon', 'closedLost', 'duplicate']

/** Stages in which an open lead is in nobody's hands, whoever had it last. */
export const releasedStages: readonly LeadStage[] = ['declined', 'expired', 'recalled', 'unroutable']

/** What a run of the rules decides: open leads in nobody's hands. */
export const waitingStages: readonly LeadStage[] = ['new', 'qualified', ...releasedStages]

/** A lead that names a partner is among that partner's open leads unless it stands in one of these. */
export const notHeldStages: readonly LeadStage[] = [...closedStages, ...releasedStages]

/** Stages in which a partner works on the lead: a run of the rules leaves the lead where it is. */
export const workedStages: readonly LeadStage[] = ['opened', 'accepted', 'working']

/** Who decided the partner: the rules, or a person whose choice survives the next run. */
export const assignmentOrigins = ['rules', 'manual'] as const
export type AssignmentOrigin = (typeof assignmentOrigins)[number]

/** Whether a lead is among its partner's open leads. */
export function isHeld({ partnerId, stage }: { readonly partnerId: string | null; readonly stage: LeadStage }): boolean {
  return partnerId !== null && !notHeldStages.includes(stage)
}

export function isClosed(stage: LeadStage): boolean {
  return closedStages.includes(stage)
}

/** How a partner was in touch with the customer. */
export const touchWays = ['call', 'meeting', 'mail', 'message', 'automatic'] as const

/** Why nothing is due for a while: the vendor owes information, the customer asked to wait, or something else in words. */
export const pauseReasons = ['vendorOwes', 'customerWaits', 'other'] as const
