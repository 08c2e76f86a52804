import { sha256 } from '../foundation/sha-256.ts'
import type { RowOf } from '../foundation/table.ts'
import type { jointPlans } from './joint-plan.table.ts'

type Content = Pick<RowOf<typeof jointPlans>, 'version' | 'title' | 'startsOn' | 'endsOn' | 'goals'>

/** The hash of what a partner approves: which version, and everything that it says. */
export function hashPlan({ version, title, startsOn, endsOn, goals }: Content): string {
  return sha256(JSON.stringify([version, title, startsOn, endsOn, goals.map((goal) => [goal.title, goal.measure, goal.target, goal.dueOn, goal.side])]))
}
