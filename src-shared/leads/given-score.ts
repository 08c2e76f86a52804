import type { RowOf } from '../foundation/table.ts'
import type { leads } from './lead.table.ts'

/** A score that came with the lead, or that a person gave it: criteria leave it alone. */
export function isGivenScore({ score, scoringId }: Pick<RowOf<typeof leads>, 'score' | 'scoringId'>): boolean {
  return score !== null && scoringId === null
}
