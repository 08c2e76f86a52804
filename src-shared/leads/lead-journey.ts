import { askClock, askPolicies } from '../deadlines/deadline-facts.ts'
import { NO_DEADLINE, reckonDeadline, type ReckonedDeadline } from '../deadlines/reckon-deadline.ts'
import { insert, update, type Change, type CommandContext, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { isHeld, releasedStages, type LeadStage } from './lead.ts'
import { leads } from './lead.table.ts'
import { offers, type OfferOutcome } from './offer.table.ts'

type Lead = RowOf<typeof leads>
type Moment = Pick<CommandContext, 'now' | 'id'>

/** What the move to a stage makes of the offer that the partner had until then. */
const outcomeOf: Partial<Record<LeadStage, OfferOutcome>> = {
  declined: 'declined', expired: 'expired', recalled: 'recalled', converted: 'converted', closedWon: 'won', closedLost: 'lost',
  new: 'replaced', qualified: 'replaced', unroutable: 'replaced', duplicate: 'replaced',
}

/** A lead that nobody has: what it keeps of the partner who had it last is for the rules to know. */
export const UNPLACED = { partnerId: null, territoryId: null, assignmentOrigin: null, manualReason: null, manualUntil: null, assignedAt: null } as const
/** What belongs to one offer, and begins anew with the next. */
export const FRESH_OFFER = { openedAt: null, acceptedAt: null, firstTouchAt: null, lastTouchAt: null, pauses: null, pinReason: null } as const

/** Moves a lead to a stage: its times, what is due next, the offer that thereby ends. The stage must be reachable. */
export function* moveLead(lead: Lead, stage: LeadStage, reason: string | null, moment: Moment): Generator<Question, readonly Change[], unknown> {
  const outcome = isHeld(lead) ? outcomeOf[stage] : undefined
  const released = releasedStages.includes(stage) ? FRESH_OFFER : {}
  const patch: Partial<Lead> = { stage, ...timesOf(lead, stage, moment.now), ...released, ...leavesBehind(lead, stage), endReason: outcome === undefined ? null : reason }
  const due = yield* dueOf({ ...lead, ...patch })
  const ended = outcome === undefined ? [] : [endedOffer(lead, outcome, reason, moment)]
  return [update(leads, lead.id, { ...patch, ...due }), ...ended]
}

/** What is due next of a lead as it now is; nothing where nobody has it or no policy speaks of it. */
export function* dueOf(lead: Lead): Generator<Question, ReckonedDeadline, unknown> {
  if (!isHeld(lead) || lead.partnerId === null) return NO_DEADLINE
  const policies = yield* askPolicies()
  return policies.length === 0 ? NO_DEADLINE : reckonDeadline(lead, policies, yield* askClock(lead.partnerId))
}

/** Keeps an offer that is over. */
export function endedOffer(lead: Lead, outcome: OfferOutcome, reason: string | null, { now, id }: Moment): Change {
  const { id: leadId, partnerId, territoryId, decisionId, assignedAt, openedAt, acceptedAt, firstTouchAt, score } = lead
  return insert(offers, { id: id(), leadId, partnerId: partnerId ?? '', territoryId, decisionId, offeredAt: assignedAt ?? now, openedAt, acceptedAt, firstTouchAt, endedAt: now, outcome, reason, score })
}

function timesOf({ openedAt, acceptedAt }: Lead, stage: LeadStage, now: string): Partial<Lead> {
  if (stage === 'opened') return { openedAt: openedAt ?? now }
  if (stage === 'accepted' || stage === 'working') return { openedAt: openedAt ?? now, acceptedAt: acceptedAt ?? now }
  return {}
}

/** Whoever declines a lead is never offered it again; a lead put back among the new ones is in nobody's hands. */
function leavesBehind({ partnerId, declinedBy }: Lead, stage: LeadStage): Partial<Lead> {
  if (stage === 'new' || stage === 'qualified') return { ...UNPLACED, ...FRESH_OFFER }
  return stage === 'declined' && partnerId !== null && !declinedBy.includes(partnerId) ? { declinedBy: [...declinedBy, partnerId] } : {}
}
