/**
 * What a partner is given time for (field.md B2, SLA kinds): to accept an offer; to reach a human after accepting; from one
 * touch to the next; to say what becomes of an accepted lead; to convert it.
 */
export const deadlineKinds = ['accept', 'firstTouch', 'cadence', 'disposition', 'conversion'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** What a missed deadline leads to: it is told; a manager is asked; after a time of grace the lead is recalled and offered to the next. */
export const breachActions = ['tell', 'escalate', 'recall'] as const
export type BreachAction = (typeof breachActions)[number]

/** How far a deadline has gone: nothing yet, warned, escalated to the manager, over. */
export const deadlineSteps = ['running', 'warned', 'escalated', 'missed'] as const
export type DeadlineStep = (typeof deadlineSteps)[number]
