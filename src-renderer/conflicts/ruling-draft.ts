import type { Claim, Verdict } from '#shared/engagement/claim.ts'
import type { VerdictKind } from '#shared/engagement/clause.ts'

/** What is being decided: the part of each claim in percent, and which one wins. */
export interface RulingDraft {
  readonly kind: VerdictKind
  readonly winner: string | null
  readonly percents: Readonly<Record<string, number | null>>
}

/** What the rules propose as a draft; where they settle nothing, equal parts. */
export function draftOf(verdict: Verdict | null, claims: readonly Claim[]): RulingDraft {
  const percents = Object.fromEntries(claims.map(({ id }) => [id, verdict?.shares.find(({ claimId }) => claimId === id)?.percent ?? 0]))
  return { kind: verdict?.kind ?? 'split', winner: verdict?.shares[0]?.claimId ?? claims[0]?.id ?? null, percents }
}

/** Another verdict, with the parts that usually go with it. */
export function withKind(draft: RulingDraft, kind: VerdictKind, claims: readonly Claim[]): RulingDraft {
  const contending = claims.filter((claim) => claim.kind !== 'distributor')
  const each = Math.floor(100 / Math.max(1, contending.length))
  const part = (claim: Claim): number => {
    if (kind === 'none') return 0
    if (claim.kind === 'distributor') return draft.percents[claim.id] ?? 0
    if (kind === 'split') return claim === contending[0] ? 100 - each * (contending.length - 1) : each
    if (kind === 'teaming') return claim.kind === 'direct' ? 100 : 50
    return claim.id === draft.winner ? 100 : 0
  }
  return { ...draft, kind, percents: Object.fromEntries(claims.map((claim) => [claim.id, part(claim)])) }
}

/** Another winner of the whole: the one before has what the new one had. */
export function withWinner(draft: RulingDraft, winner: string): RulingDraft {
  const before = draft.winner
  const percents = { ...draft.percents, [winner]: 100, ...(before === null || before === winner ? {} : { [before]: draft.percents[winner] ?? 0 }) }
  return { ...draft, winner, percents }
}

export function verdictOf({ kind, winner, percents }: RulingDraft): Verdict {
  const shares = Object.entries(percents).flatMap(([claimId, percent]) => (percent === null || percent <= 0 ? [] : [{ claimId, percent: Math.round(percent) }]))
  const first = kind === 'uphold' || kind === 'award' ? winner : null
  return { kind, shares: kind === 'none' ? [] : shares.toSorted((one, other) => Number(other.claimId === first) - Number(one.claimId === first)) }
}
