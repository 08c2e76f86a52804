import { many, type Question } from '../foundation/command.ts'
import { rulesOf, type EngagementRules } from './engagement-rules.ts'
import { engagementRules } from './engagement-rules.table.ts'

/** Asks for the rules of engagement that hold now. */
export function* askRules(): Generator<Question, EngagementRules, unknown> {
  const published = yield* many(engagementRules, 'byState', ['published'])
  return rulesOf(published.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0))[0])
}
