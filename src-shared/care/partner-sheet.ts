import type { RowOf } from '../foundation/table.ts'
import type { jointPlans } from './joint-plan.table.ts'
import type { quarterlyReviews } from './review.table.ts'

export type PlanSheet = Pick<RowOf<typeof jointPlans>, 'version' | 'state' | 'language' | 'title' | 'startsOn' | 'endsOn' | 'goals' | 'approvedByName' | 'approvedOn'>
export type ReviewSheet = Pick<RowOf<typeof quarterlyReviews>, 'quarter' | 'startsOn' | 'endsOn' | 'language' | 'state' | 'heldOn' | 'agenda' | 'decisions' | 'actions' | 'figures'>

/** What of a plan may be on a partner’s paper, field by field. */
export function planSheet({ version, state, language, title, startsOn, endsOn, goals, approvedByName, approvedOn }: RowOf<typeof jointPlans>): PlanSheet {
  return { version, state, language, title, startsOn, endsOn, goals, approvedByName, approvedOn }
}

/** What of a review may be on a partner’s paper, field by field: what the house notes for itself is not among it. */
export function reviewSheet({ quarter, startsOn, endsOn, language, state, heldOn, agenda, decisions, actions, figures }: RowOf<typeof quarterlyReviews>): ReviewSheet {
  return { quarter, startsOn, endsOn, language, state, heldOn, agenda, decisions, actions, figures }
}
