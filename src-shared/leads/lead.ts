/**
 * New → Qualified → Offered → (Opened) → Accepted → Working → Converted | Closed won | Closed lost;
 * Offered → Declined | Expired | Recalled → Offered to the next; Unroutable when no candidate was left; Duplicate when merged away.
 */
export const leadStages = [
  'new', 'qualified', 'offered', 'opened', 'accepted', 'working', 'converted', 'closedWon', 'closedLost',
  'declined', 'expired', 'recalled', 'unroutable', 'duplicate',
] as const
export type LeadStage = (typeof leadStages)[number]

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

export function isClosed(stage: LeadStage): boolean {
  return closedStages.includes(stage)
}
