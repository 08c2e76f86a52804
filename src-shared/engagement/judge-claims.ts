import type { Claim, Verdict } from './claim.ts'
import type { Clause, ClauseKind, ClauseOf } from './clause.ts'
import { findFacts, type Dispute, type Finding } from './find-facts.ts'

export const clauseEffects = ['nothing', 'barred', 'narrowed', 'decided', 'shared'] as const
export type ClauseEffect = (typeof clauseEffects)[number]

export interface ClauseFinding {
  readonly clause: Clause
  readonly perClaim: readonly Finding[]
  /** What the clause did to the claims that were left when it came. */
  readonly effect: ClauseEffect
}

export interface Judgement {
  readonly clauses: readonly ClauseFinding[]
  /** null: the clauses do not settle it, somebody has to. */
  readonly verdict: Verdict | null
  /** Positions of the clauses that made the verdict. */
  readonly because: readonly number[]
}

/**
 * Judges claims by clauses in their order, which is their precedence. A clause either takes claims out, or prefers some of those left, or
 * shares the deal among them; once a preference leaves one, or a share is made, nothing after it counts. What a clause needs and nobody
 * knows of a claim that is left keeps it from preferring anything. What was withdrawn is in question no more. Pure and total: the same dispute has the same judgement for ever.
 */
export function judgeClaims(clauses: readonly Clause[], dispute: Dispute): Judgement {
  const claimed = dispute.claims.filter(({ withdrawnAt }) => withdrawnAt === null)
  const above = clauses.some(({ kind }) => kind === 'distributor') && claimed.some(({ kind }) => kind !== 'distributor')
  const contending = above ? claimed.filter(({ kind }) => kind !== 'distributor') : claimed
  let left: readonly Claim[] = contending
  let eligible: readonly Claim[] = contending
  let settled: Verdict | undefined
  const because: number[] = []

  const findings = clauses.map((clause, position): ClauseFinding => {
    // Once it is settled, the others are looked at as if it were not: what they would have said is worth knowing.
    const perClaim = findFacts(clause, dispute, settled === undefined ? left : eligible)
    const resultOf = ({ id }: Claim) => perClaim.find(({ claimId }) => claimId === id)?.result
    const did = (effect: ClauseEffect): ClauseFinding => {
      if (effect !== 'nothing') because.push(position)
      return { clause, perClaim, effect }
    }
    if (settled !== undefined) return did('nothing')
    const agreeing = left.filter((claim) => resultOf(claim) === 'met')
    switch (clause.kind) {
      case 'eligibility':
      case 'directList':
      case 'directEngaged': {
        const kept = left.filter((claim) => resultOf(claim) !== 'notMet')
        const effect = kept.length < left.length ? 'barred' : 'nothing'
        left = kept
        eligible = kept
        return did(effect)
      }
      case 'teaming': {
        const partners = agreeing.filter(({ kind }) => kind !== 'direct')
        const direct = agreeing.find(({ kind }) => kind === 'direct')
        if (direct === undefined || partners.length === 0) return did('nothing')
        settled = { kind: 'teaming', shares: [{ claimId: direct.id, percent: 100 }, ...partners.map(({ id }) => ({ claimId: id, percent: clause.partnerShare }))] }
        return did('shared')
      }
      case 'split': {
        if (left.length < 2) return did('nothing')
        settled = { kind: 'split', shares: equalShares(left) }
        return did('shared')
      }
      case 'distributor':
      case 'secondBenefit':
        return did('nothing')
      case 'customerChoice':
      case 'incumbency':
      case 'firstToRegister':
      case 'engagementDepth':
      case 'standing': {
        const isClear = left.every((claim) => resultOf(claim) !== 'unknown')
        if (!isClear || left.length < 2 || agreeing.length === 0 || agreeing.length === left.length) return did('nothing')
        left = agreeing
        const [winner] = left
        if (left.length > 1 || winner === undefined) return did('narrowed')
        settled = winning(winner, contending)
        return did('decided')
      }
    }
  })

  const [last] = left
  const verdict = settled ?? (last === undefined ? { kind: 'none' as const, shares: [] } : left.length === 1 ? winning(last, contending) : null)
  return withBenefits({ clauses: findings, verdict, because }, clauses, claimed, eligible)
}

/** Upheld is whoever was there first. */
function winning(winner: Claim, claims: readonly Claim[]): Verdict {
  return { kind: wasFirst(winner, claims) ? 'uphold' : 'award', shares: [{ claimId: winner.id, percent: 100 }] }
}

type Standing = Pick<Claim, 'approvedAt' | 'receivedAt'>

/** Whether nobody was there before: with an approval, else with a registration. */
export function wasFirst(claim: Standing, claims: readonly Standing[]): boolean {
  const since = ({ approvedAt, receivedAt }: Standing): string => `${approvedAt === null ? 1 : 0} ${approvedAt ?? receivedAt ?? '9'}`
  return claims.every((other) => since(claim) <= since(other))
}

function equalShares(claims: readonly Claim[]): Verdict['shares'] {
  const each = Math.floor(100 / claims.length)
  return claims.map(({ id }, at) => ({ claimId: id, percent: at === 0 ? 100 - each * (claims.length - 1) : each }))
}

/** What those have who do not win: the distributor above the resellers, and the second partner in line. */
function withBenefits(judgement: Judgement, clauses: readonly Clause[], claims: readonly Claim[], eligible: readonly Claim[]): Judgement {
  const { verdict } = judgement
  if (verdict === null || verdict.kind === 'none') return judgement
  const effects = new Map<number, ClauseEffect>()
  let { shares } = verdict
  const give = (kind: ClauseKind, percent: number, to: readonly Claim[]): void => {
    const having = to.filter(({ id }) => shares.every(({ claimId }) => claimId !== id))
    if (having.length === 0) return
    shares = [...shares, ...having.map(({ id }) => ({ claimId: id, percent }))]
    effects.set(clauses.findIndex((clause) => clause.kind === kind), 'shared')
  }
  const second = clauseOf(clauses, 'secondBenefit')
  if (second !== undefined && (verdict.kind === 'uphold' || verdict.kind === 'award')) {
    const inLine = eligible.filter(({ id, kind }) => kind === 'partner' && id !== verdict.shares[0]?.claimId).toSorted((one, other) => (`${one.receivedAt ?? '9'} ${one.id}` < `${other.receivedAt ?? '9'} ${other.id}` ? -1 : 1))
    give('secondBenefit', second.percent, inLine.slice(0, 1))
  }
  const distributor = clauseOf(clauses, 'distributor')
  if (distributor !== undefined) give('distributor', distributor.share, claims.filter(({ kind }) => kind === 'distributor'))
  return {
    clauses: judgement.clauses.map((finding, position) => ({ ...finding, effect: effects.get(position) ?? finding.effect })),
    verdict: { ...verdict, shares },
    because: [...judgement.because, ...effects.keys()].toSorted((one, other) => one - other),
  }
}

function clauseOf<Kind extends ClauseKind>(clauses: readonly Clause[], kind: Kind): ClauseOf<Kind> | undefined {
  return clauses.find((clause): clause is ClauseOf<Kind> => clause.kind === kind)
}
