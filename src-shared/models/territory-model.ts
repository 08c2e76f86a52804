/**
 * Draft → (Scheduled) → Active → Archived; a scheduled one may go back to draft. One is active at most, and an archived one
 * never is again: it can be looked at, and drafted anew.
 */
export const modelStates = ['draft', 'scheduled', 'active', 'archived'] as const
export type ModelState = (typeof modelStates)[number]

/**
 * Which leads stay with their partner although the map has changed: those that the partner works on (opened, accepted, working),
 * or also those that are only offered.
 */
export const holdOvers = ['worked', 'held'] as const

export const modelSubjects = ['territory', 'rule'] as const
export type ModelSubject = (typeof modelSubjects)[number]

/** What a draft does to a territory or rule; of an archived model each row says what one was (`kept`). */
export const modelEditKinds = ['add', 'change', 'remove', 'kept'] as const
