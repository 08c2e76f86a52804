import type { Decision } from './decision.ts'

/** What became of a lead: not looked at, held by a person or by work begun, left where rules had put it, given to a partner, or to none. */
export const outcomes = ['untouched', 'fixed', 'kept', 'assigned', 'unroutable'] as const

/** A run's answer, by lead; -1 stands for none. */
export interface AssignmentPlan {
  readonly version: string
  readonly count: number
  /** Positions in `outcomes`. */
  readonly outcome: Uint8Array
  /** Positions in `partnerIds`, `territoryIds` and `ruleIds`. */
  readonly partner: Int32Array
  readonly territory: Int32Array
  readonly rule: Int32Array
  /** For `decisionAt`; only leads decided in this run have one. */
  readonly decision: Int32Array
  /** Which turn of its territory's rotation the lead took, from 1; 0 for none. */
  readonly turn: Int32Array
  /** To the chosen partner, where the strategy measures it. */
  readonly kilometres: Int16Array
  readonly partnerIds: readonly string[]
  readonly territoryIds: readonly string[]
  readonly ruleIds: readonly string[]
  readonly decisionCount: number
  /** The explanation, made when asked for; leads in the same situation share one. */
  readonly decisionAt: (decision: number) => Decision
}
