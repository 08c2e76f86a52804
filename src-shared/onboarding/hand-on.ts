import { accounts } from '../accounts/account.table.ts'
import { jointPlans } from '../care/joint-plan.table.ts'
import { claimingStatuses } from '../deals/registration.ts'
import { registrations } from '../deals/registration.table.ts'
import { many, update, type Change, type CommandContext, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { isClosed, isHeld, workedStages } from '../leads/lead.ts'
import { dueOf, endedOffer, FRESH_OFFER, moveLead } from '../leads/lead-journey.ts'
import { leads } from '../leads/lead.table.ts'
import { closedOpportunityStages } from '../opportunities/opportunity.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { openStatuses } from '../quotes/quote.ts'
import { quotes } from '../quotes/quote.table.ts'
import { joined } from '../training/join-partner.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import type { HoldingKind } from './checklist.ts'
import { checklists } from './checklist.table.ts'

export interface Holdings {
  readonly leads: readonly RowOf<typeof leads>[]
  readonly registrations: readonly RowOf<typeof registrations>[]
  readonly opportunities: readonly RowOf<typeof opportunities>[]
  readonly quotes: readonly RowOf<typeof quotes>[]
  readonly accounts: readonly RowOf<typeof accounts>[]
  readonly checklists: readonly RowOf<typeof checklists>[]
  readonly plans: readonly RowOf<typeof jointPlans>[]
}

/** Everything open that a partner holds. */
export function* askHoldings(partnerId: string): Generator<Question, Holdings, unknown> {
  return {
    leads: (yield* many(leads, 'byPartner', [partnerId])).filter((lead) => isHeld(lead) && !isClosed(lead.stage)),
    registrations: (yield* many(registrations, 'byPartner', [partnerId])).filter(({ status }) => status === 'draft' || (claimingStatuses as readonly string[]).includes(status)),
    opportunities: (yield* many(opportunities, 'byPartner', [partnerId])).filter(({ stage }) => !closedOpportunityStages.includes(stage)),
    quotes: (yield* many(quotes, 'byPartner', [partnerId])).filter(({ status }) => openStatuses.includes(status)),
    accounts: yield* many(accounts, 'byPartner', [partnerId]),
    checklists: (yield* many(checklists, 'byPartner', [partnerId])).filter(({ state }) => state === 'running'),
    plans: (yield* many(jointPlans, 'byPartner', [partnerId])).filter(({ state }) => state !== 'closed'),
  }
}

export function countHoldings(held: Holdings): Record<HoldingKind, number> {
  return { leads: held.leads.length, registrations: held.registrations.length, opportunities: held.opportunities.length, quotes: held.quotes.length, accounts: held.accounts.length, checklists: held.checklists.length, plans: held.plans.length }
}

/** Whether something is held that only another partner can take over. */
export function needsSuccessor({ registrations: claims, opportunities: deals, accounts: customers }: Holdings): boolean {
  return claims.length + deals.length + customers.length > 0
}

interface Destination {
  /** Null: back to the rules. */
  readonly leadsTo: string | null
  readonly successorId: string | null
  /** Who goes to the successor with it. */
  readonly people: readonly RowOf<typeof partnerPeople>[]
  readonly reason: string
}

/**
 * Where everything goes: leads to the rules or the successor, claims, deals and customers to the successor, people too where they go on
 * there, their access asked for anew. Quotes end, for their prices were the partner's own; checklists and joint plans are closed.
 */
export function* handOn(held: Holdings, { leadsTo, successorId, people, reason }: Destination, context: CommandContext): Generator<Question, readonly Change[], unknown> {
  const changes: Change[] = []
  for (const lead of held.leads) changes.push(...(leadsTo === null ? yield* moveLead(lead, 'recalled', reason, context) : yield* giveLead(lead, leadsTo, reason, context)))
  if (successorId !== null) {
    changes.push(...held.registrations.map(({ id }) => update(registrations, id, { partnerId: successorId })))
    changes.push(...held.opportunities.map(({ id }) => update(opportunities, id, { partnerId: successorId })))
    changes.push(...held.accounts.map(({ id }) => update(accounts, id, { partnerId: successorId })))
    changes.push(...people.map(({ id }) => update(partnerPeople, id, joined(successorId))))
  }
  changes.push(...held.quotes.map(({ id }) => update(quotes, id, { status: 'expired' })))
  changes.push(...held.checklists.map(({ id }) => update(checklists, id, { state: 'closed', closedReason: reason })))
  changes.push(...held.plans.map(({ id }) => update(jointPlans, id, { state: 'closed', closedReason: reason })))
  return changes
}

/** Gives a lead to the successor where it is: what the partner worked on, the successor goes on with. */
function* giveLead(lead: RowOf<typeof leads>, partnerId: string, reason: string, context: CommandContext): Generator<Question, readonly Change[], unknown> {
  const worked = workedStages.includes(lead.stage)
  const given: Partial<RowOf<typeof leads>> = {
    partnerId, assignmentOrigin: 'manual', manualReason: reason, manualUntil: null, assignedAt: context.now, ruleId: null, decisionId: null, runId: null, endReason: null, ...FRESH_OFFER,
    ...(worked ? { openedAt: context.now, acceptedAt: lead.stage === 'opened' ? null : context.now } : { stage: 'offered' }),
  }
  return [update(leads, lead.id, { ...given, ...(yield* dueOf({ ...lead, ...given })) }), endedOffer(lead, 'replaced', reason, context)]
}
