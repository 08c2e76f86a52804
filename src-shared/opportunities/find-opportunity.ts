import { one, refuse, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { opportunities } from './opportunity.table.ts'

/** The opportunity, or the refusal where there is none. */
export function* findOpportunity(id: string): Generator<Question, RowOf<typeof opportunities> | Decision<never>, unknown> {
  return (yield* one(opportunities, id)) ?? refuse('opportunity.not-found', 'there is no such opportunity')
}
