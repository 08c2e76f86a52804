/** What a criterion is for: points towards the score, or something without which no lead qualifies. */
export const criterionKinds = ['points', 'must'] as const
export type CriterionKind = (typeof criterionKinds)[number]

/** What a criterion says of a lead: its condition holds, does not, or could not tell because the lead lacks a value it asks for. */
export const criterionOutcomes = ['held', 'notHeld', 'missing'] as const
export type CriterionOutcome = (typeof criterionOutcomes)[number]

/** Why an open lead in nobody's hands is not offered to anybody yet. */
export const heldBackReasons = ['notQualified', 'possibleDuplicate'] as const
export type HeldBackReason = (typeof heldBackReasons)[number]
