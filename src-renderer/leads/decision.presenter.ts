import type { Decision, DecisionCandidate, Ineligibility } from '#shared/assignment/decision.ts'
import type { Workbench } from '../shell/workbench.ts'

export interface Explained {
  readonly decision: Decision
  /** Which turn of the rotation the lead took; 0 for none. */
  readonly turn: number
}

/** A stored decision stands alone; an explanation of one lead carries it with the lead's own facts. */
export function readExplanation(explanation: unknown): Explained | undefined {
  if (explanation === null || typeof explanation !== 'object') return undefined
  if ('decision' in explanation) return explanation as Explained
  return 'candidates' in explanation ? { decision: explanation as Decision, turn: 0 } : undefined
}

type Speaker = Pick<Workbench, 'language' | 'places'>

/** Why a candidate may not be given the lead, in words. */
export function ineligibilityWords(reason: Ineligibility, { language, places }: Speaker): string {
  const { partners, why } = language.words.value
  const formats = language.formats.value
  const { reasons } = why
  switch (reason.reason) {
    case 'partnerMissing':
    case 'declined':
    case 'hadItLast':
    case 'isTheCustomer':
      return reasons[reason.reason]
    case 'notActive':
      return reasons.notActive(partners.statuses[reason.status])
    case 'absent':
      return reasons.absent(formats.date(reason.from), reason.until === null ? null : formats.date(reason.until))
    case 'coolingDown':
      return reasons.coolingDown(reason.declined, reason.answered, formats.date(reason.until))
    case 'outsideRegions':
      return reasons.outsideRegions(reason.region !== null ? places.region(reason.region) : reason.country === null ? '' : formats.country(reason.country))
    case 'notAuthorised':
      return reasons.notAuthorised(reason.product)
    case 'certificationMissing':
      return reasons.certificationMissing(reason.certification)
    case 'certificationExpired':
      return reasons.certificationExpired(reason.certification, formats.date(reason.expired))
    case 'tierTooLow':
      return reasons.tierTooLow(partners.tiers[reason.tier], partners.tiers[reason.minimum])
    case 'languageMissing':
      return reasons.languageMissing(formats.language(reason.language))
    case 'atCapacity':
      return reasons.atCapacity(reason.capacity)
  }
}

/** What was measured of a candidate, in words: its share, distance, points. */
export function candidateFacts(candidate: DecisionCandidate, { language }: Pick<Speaker, 'language'>): readonly string[] {
  const { why } = language.words.value
  const { fit, kilometres, weight } = candidate
  return [
    ...(weight === null ? [] : [why.weight(weight)]),
    ...(kilometres === null ? [] : [why.kilometres(kilometres)]),
    ...(fit === null ? [] : [why.fit(fit.total), ...fitParts.flatMap((part) => (fit[part] === 0 ? [] : [`${why.fitParts[part]} ${fit[part]}`]))]),
  ]
}

const fitParts = ['industry', 'product', 'language', 'tier', 'nearness'] as const

/** How one of several came to be chosen, sentence by sentence. */
export function choiceWords({ decision, turn }: Explained, partnerName: (id: string) => string, { language }: Pick<Speaker, 'language'>): readonly string[] {
  const { why } = language.words.value
  const { choice, partnerId } = decision
  if (choice === null || partnerId === null) return []
  const { strategy, tieBreak, turnOf } = choice
  return [
    why.strategies[strategy],
    ...(turn > 0 ? [why.turn(turn)] : []),
    ...(turnOf === null ? [] : [turnOf === partnerId ? why.turnOf(partnerName(turnOf)) : why.turnSkipped(partnerName(turnOf), partnerName(partnerId))]),
    ...(tieBreak === null ? [] : [why.tieBreak[tieBreak]]),
  ]
}
