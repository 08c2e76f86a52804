/** Running → Activated by a decision, or Closed without one. */
export const checklistStates = ['running', 'activated', 'closed'] as const
export type ChecklistState = (typeof checklistStates)[number]

/** Decisions on what a partner may do, put on record with what they were based on. */
export const activationKinds = ['activated', 'accessStopped', 'deactivated'] as const

/** What has to be so before a partner becomes active. */
export const gateRequirements = ['stages', 'revocations', 'agreements', 'certifications', 'reachable', 'status'] as const
export type GateRequirement = (typeof gateRequirements)[number]

/** What somebody holds who ceases to be a partner, and what becomes of it. */
export const holdingKinds = ['leads', 'registrations', 'opportunities', 'quotes', 'accounts', 'checklists', 'plans'] as const
export type HoldingKind = (typeof holdingKinds)[number]
