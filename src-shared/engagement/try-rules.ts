import { sameVerdict, type Verdict } from './claim.ts'
import type { Clause } from './clause.ts'
import type { Dispute } from './find-facts.ts'
import { judgeClaims, type Judgement } from './judge-claims.ts'

export interface TriedCase extends Dispute {
  readonly id: string
  readonly name: string
  /** What people decided in the end; null: nothing yet. */
  readonly decided: Verdict | null
}

/** What rules make of a case: the verdict they propose, and the clauses that made it. */
interface Proposal {
  readonly verdict: Verdict | null
  readonly because: readonly Clause[]
}

export interface ChangedCase {
  readonly id: string
  readonly name: string
  readonly claims: readonly { readonly id: string; readonly name: string | null }[]
  readonly decided: Verdict | null
  readonly before: Proposal
  readonly after: Proposal
}

export interface TriedRules {
  readonly cases: number
  readonly changed: readonly ChangedCase[]
  /** How many of the verdicts are as people decided, before and after; of those that were decided. */
  readonly decided: number
  readonly agreedBefore: number
  readonly agreedAfter: number
  /** Of each clause of the draft, in how many cases it had an effect: one that never has is untested. */
  readonly effects: readonly number[]
}

/** Judges the same cases by the rules that hold and by a draft: which verdicts change, and by which clauses. */
export function tryRules(live: readonly Clause[], draft: readonly Clause[], cases: readonly TriedCase[]): TriedRules {
  const effects = draft.map(() => 0)
  const changed: ChangedCase[] = []
  let decidedCount = 0
  let agreedBefore = 0
  let agreedAfter = 0
  for (const { id, name, decided, ...dispute } of cases) {
    const before = judgeClaims(live, dispute)
    const after = judgeClaims(draft, dispute)
    for (const position of after.because) effects[position] = (effects[position] ?? 0) + 1
    if (decided !== null) {
      decidedCount += 1
      agreedBefore += Number(sameVerdict(before.verdict, decided))
      agreedAfter += Number(sameVerdict(after.verdict, decided))
    }
    if (sameVerdict(before.verdict, after.verdict)) continue
    changed.push({ id, name, claims: dispute.claims.map((claim) => ({ id: claim.id, name: claim.partnerName })), decided, before: proposal(before), after: proposal(after) })
  }
  return { cases: cases.length, changed, decided: decidedCount, agreedBefore, agreedAfter, effects }
}

function proposal({ clauses, verdict, because }: Judgement): Proposal {
  return { verdict, because: because.flatMap((position) => clauses[position]?.clause ?? []) }
}
