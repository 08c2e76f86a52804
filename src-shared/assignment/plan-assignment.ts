import type { AssignmentPlan } from './assignment-plan.ts'
import { AssignmentRun } from './assignment-run.ts'
import type { CompiledRuleSet } from './compile-rule-set.ts'
import type { LeadColumns } from './lead-columns.ts'
import type { Scope } from './lead-standing.ts'

/** Decides leads in order of arrival, which is the order of their ids. The same snapshot gives the same plan, in whatever order its rows stand. */
export function planAssignment(compiled: CompiledRuleSet, leads: LeadColumns, scope: Scope): AssignmentPlan {
  return new AssignmentRun(compiled, leads, scope).finish()
}
