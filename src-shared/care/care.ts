/** How a check-in went, as the person who held it says. */
export const moods = ['good', 'mixed', 'poor'] as const
export type Mood = (typeof moods)[number]

export const checkInKinds = ['held', 'skipped'] as const

/** Where a partner stands with its check-ins on a day. `first`: it has had none; `away`: it is on leave until further notice; `resting`: it is not active. */
export const careStates = ['overdue', 'due', 'first', 'ahead', 'paused', 'away', 'resting'] as const
export type CareState = (typeof careStates)[number]

export const reviewStates = ['open', 'held'] as const

/** What a channel manager coaches in (field.md A.1, 24): as a general manager does, and what the market asks for. */
export const competences = ['planning', 'finance', 'coaching', 'logistics', 'valueAddedServices', 'compliance'] as const
export type Competence = (typeof competences)[number]

/** Draft → Locked for the partner’s approval → Approved → Active → Closed; Locked → Returned, which is edited and locked again. */
export const planStates = ['draft', 'locked', 'returned', 'approved', 'active', 'closed'] as const
export type PlanState = (typeof planStates)[number]
/** What it says can be changed. */
export const editablePlanStates: readonly PlanState[] = ['draft', 'returned']

/** What a goal is measured by; the program counts all but `other`. */
export const goalMeasures = ['leadsAccepted', 'registrations', 'wonDeals', 'certificates', 'other'] as const
export type GoalMeasure = (typeof goalMeasures)[number]
export const goalSides = ['vendor', 'partner', 'both'] as const

export const approvalMeans = ['signature', 'mail', 'meeting'] as const

/** What a partner that sells is heard of by. */
export const signKinds = ['lead', 'registration', 'quote', 'checkIn'] as const
export type SignKind = (typeof signKinds)[number]

export const careLanguages = ['en', 'ja', 'es'] as const
export type CareLanguage = (typeof careLanguages)[number]

export const planEditableFields = ['title', 'startsOn', 'endsOn', 'goals'] as const
export const reviewEditableFields = ['heldOn', 'agenda', 'decisions', 'actions', 'houseNote'] as const
