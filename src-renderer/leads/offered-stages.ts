import type { LeadStage } from '#shared/leads/lead.ts'

/** Where a person may move a lead from its stage: what `leads.setStage` accepts, in the order of the work. */
const offered: Readonly<Record<LeadStage, readonly LeadStage[]>> = {
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

export const offeredStages = (from: LeadStage): readonly LeadStage[] => offered[from]
