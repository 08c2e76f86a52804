import type { Clause } from './clause.ts'

export const clauseProblems = ['none', 'twice', 'afterSplit'] as const
export type ClauseProblem = (typeof clauseProblems)[number]

/** What keeps clauses from being published, with the place of the clause it is about: what could never hold is a mistake. */
export function clauseProblem(clauses: readonly Clause[]): { readonly problem: ClauseProblem; readonly position: number } | undefined {
  if (clauses.length === 0) return { problem: 'none', position: 0 }
  const seen = new Set<string>()
  let split = false
  for (const [position, clause] of clauses.entries()) {
    const key = clause.kind === 'standing' ? `standing ${clause.by}` : clause.kind === 'firstToRegister' ? `first ${clause.clock}` : clause.kind
    if (seen.has(key)) return { problem: 'twice', position }
    seen.add(key)
    if (split && clause.kind !== 'distributor' && clause.kind !== 'secondBenefit') return { problem: 'afterSplit', position }
    split ||= clause.kind === 'split'
  }
  return undefined
}
