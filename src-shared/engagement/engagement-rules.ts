import type { CaseTimes, Clause } from './clause.ts'
import { USUAL_CLAUSES, USUAL_TIMES } from './usual-rules.ts'

/** A draft is edited; what was published never changes again, and is replaced by the next. */
export const rulesStates = ['draft', 'published', 'replaced'] as const

/** The rules that a case is judged by. */
export interface EngagementRules {
  /** null: nobody has published anything yet, and the usual ones hold. */
  readonly id: string | null
  /** Counts the published versions, from 1; 0: the usual ones. */
  readonly number: number
  readonly clauses: readonly Clause[]
  readonly times: CaseTimes
}

export const USUAL_RULES: EngagementRules = { id: null, number: 0, clauses: USUAL_CLAUSES, times: USUAL_TIMES }

/** The rules of the published version, or what holds as long as there is none. */
export function rulesOf(published: { readonly id: string; readonly number: number | null; readonly clauses: readonly Clause[]; readonly times: CaseTimes } | undefined): EngagementRules {
  return published === undefined ? USUAL_RULES : { id: published.id, number: published.number ?? 0, clauses: published.clauses, times: published.times }
}
