import type { CompiledPartner, CompiledRule, CompiledRuleSet, CompiledTerritory, Requirements, Seating } from './compile-rule-set.ts'
import { MAXIMUM_LOST, tieBreaksUsed, type Decision, type DecisionCandidate, type Ineligibility } from './decision.ts'
import { judgeCandidate, type LeadNeeds } from './judge-candidate.ts'
import type { LeadExceptions } from './lead-exceptions.ts'

/** What a decision rests on, by number. */
export interface DecisionFacts {
  /** Of the rules that hold, the winner first. */
  readonly ranks: readonly number[]
  readonly needs: LeadNeeds
  /** Positions at capacity at that point of the run. */
  readonly full: readonly number[]
  readonly exceptions: LeadExceptions
  /** -1 for none, here and below. */
  readonly position: number
  readonly turnOf: number
  readonly tie: number
  readonly reserved: { readonly id: string; readonly hasDeclined: boolean } | null
}

export function describeDecision(compiled: CompiledRuleSet, facts: DecisionFacts): Decision {
  const { position, reserved } = facts
  const [winner, ...lost] = facts.ranks.map((rank) => compiled.rules[rank]!)
  const territory = winner === undefined ? undefined : compiled.territories[winner.territory]
  const seating = reserved === null ? (territory?.seating ?? null) : null
  const candidates = reserved !== null ? [describeReserved(compiled, reserved)] : territory === undefined || seating === null ? [] : describeCandidates(compiled, territory, seating, facts)
  const partnerId = reserved === null ? (seating?.partnerIds[position] ?? null) : candidates[0]?.eligible === true ? reserved.id : null
  return {
    version: compiled.version,
    partnerId,
    cause: partnerId !== null ? null : reserved !== null ? 'reservedPartnerUnavailable' : winner === undefined ? 'noRule' : seating === null ? 'noCandidates' : 'noneEligible',
    rule: winner === undefined ? null : { id: winner.facts.id, code: winner.facts.code, priority: winner.facts.priority },
    territory: territory === undefined ? null : named(territory.facts),
    lost: winner === undefined ? [] : lost.slice(0, MAXIMUM_LOST).map((rule) => describeLost(compiled, rule, winner)),
    lostCount: lost.length,
    reservedFor: reserved?.id ?? null,
    candidatesFrom: seating === null ? null : named(seating.territory),
    candidates,
    choice: seating === null || partnerId === null ? null : describeChoice(seating, facts),
  }
}

function describeLost(compiled: CompiledRuleSet, { facts, territory, depth }: CompiledRule, winner: CompiledRule): Decision['lost'][number] {
  const because = facts.priority !== winner.facts.priority ? 'priority' : depth !== winner.depth ? 'shallowerTerritory' : 'code'
  return { id: facts.id, code: facts.code, priority: facts.priority, territory: named(compiled.territories[territory]!.facts), because }
}

function describeCandidates(compiled: CompiledRuleSet, { requirements }: CompiledTerritory, seating: Seating, { needs, full, exceptions }: DecisionFacts): DecisionCandidate[] {
  return seating.partnerIds.map((partnerId, position) => {
    const partner = compiled.partners[seating.partners[position]!]
    const reasons = [...judgeCandidate(partner, requirements, needs, compiled.today)]
    if (exceptions.declined.includes(position)) reasons.push({ reason: 'declined' })
    else if (exceptions.hadItLast.includes(position)) reasons.push({ reason: 'hadItLast' })
    if (exceptions.customer.includes(position)) reasons.push({ reason: 'isTheCustomer' })
    if (partner !== undefined && full.includes(position)) reasons.push({ reason: 'atCapacity', capacity: partner.capacity })
    return candidate(partnerId, partner, reasons, seating.territory.strategy === 'weighted' ? seating.weights[position]! : null)
  })
}

const NO_REQUIREMENTS: Requirements = { certifications: [], minimumTier: null, language: false }

/** A reservation asks only whether the partner is active and wants the lead. */
function describeReserved(compiled: CompiledRuleSet, { id, hasDeclined }: NonNullable<DecisionFacts['reserved']>): DecisionCandidate {
  const partner = compiled.partners[compiled.partnerNumbers.get(id) ?? -1]
  const judged = judgeCandidate(partner, NO_REQUIREMENTS, { country: null, region: null, product: null, language: null }, compiled.today)
  const reasons = judged.filter(({ reason }) => reason === 'partnerMissing' || reason === 'notActive')
  return candidate(id, partner, hasDeclined ? [...reasons, { reason: 'declined' }] : reasons, null)
}

function candidate(partnerId: string, partner: CompiledPartner | undefined, reasons: Ineligibility[], weight: number | null): DecisionCandidate {
  return { partnerId, code: partner?.facts.code ?? null, eligible: reasons.length === 0, reasons, weight, kilometres: null, fit: null }
}

function describeChoice({ territory, partnerIds }: Seating, { turnOf, tie }: DecisionFacts): Decision['choice'] {
  return { strategy: territory.strategy, turnOf: partnerIds[turnOf] ?? null, tieBreak: tieBreaksUsed[tie] ?? null }
}

function named({ id, code }: { readonly id: string; readonly code: string }) {
  return { id, code }
}
