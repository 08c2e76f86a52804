import type { Decision, DecisionCandidate, Ineligibility } from '#shared/assignment/decision.ts'
import { words } from '#shared/locales/en/index.ts'

const { partners, why } = words

/** A decision as a person reads it: the winner, who lost and why, the candidates, and how one of them was chosen. */
export function explanationText(lead: { readonly id: string; readonly company: string; readonly country: string | null }, decision: Decision, decidedAt: string | null): string {
  const codeOf = (id: string): string => decision.candidates.find((candidate) => candidate.partnerId === id)?.code ?? id
  const { candidates, candidatesFrom, cause, lost, lostCount, partnerId, reservedFor, rule, territory, version } = decision
  return [
    `${lead.company}${lead.country === null ? '' : ` (${lead.country})`}`,
    cause === null && partnerId !== null ? why.result.assigned(codeOf(partnerId)) : cause === null ? '' : why.result[cause],
    ...(reservedFor === null ? [] : [why.reserved(codeOf(reservedFor))]),
    ...(rule === null || territory === null ? [] : section(why.rule, [why.ruleLine(rule.code, territory.code, rule.priority)])),
    ...section(why.lost, [
      ...lost.map((each) => `${why.ruleLine(each.code, each.territory.code, each.priority)}: ${why.lostBecause[each.because]}`),
      ...(lostCount > lost.length ? [why.lostMore(lostCount - lost.length)] : []),
    ]),
    ...section(candidatesFrom === null ? why.candidates : why.candidatesFrom(candidatesFrom.code), candidates.map((candidate) => candidateLine(candidate, partnerId))),
    ...section(why.choice, choiceLines(decision, codeOf)),
    '',
    `${decidedAt === null ? why.now : why.decided(decidedAt)} · ${why.version(version)} · ${lead.id}`,
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function candidateLine(candidate: DecisionCandidate, chosen: string | null): string {
  const { code, eligible, fit, kilometres, partnerId, reasons, weight } = candidate
  const measured = [...(weight === null ? [] : [why.weight(weight)]), ...(kilometres === null ? [] : [why.kilometres(kilometres)]), ...(fit === null ? [] : [why.fit(fit.total)])]
  const verdict = partnerId === chosen ? why.chosen : eligible ? why.eligible : reasons.map(reasonText).join('; ')
  return `${code ?? why.unknownPartner}: ${[verdict, ...measured].join(', ')}`
}

function choiceLines({ choice, partnerId }: Decision, codeOf: (id: string) => string): readonly string[] {
  if (choice === null || partnerId === null) return []
  const { strategy, tieBreak, turnOf } = choice
  return [
    why.strategies[strategy],
    ...(turnOf === null ? [] : [turnOf === partnerId ? why.turnOf(codeOf(turnOf)) : why.turnSkipped(codeOf(turnOf), codeOf(partnerId))]),
    ...(tieBreak === null ? [] : [why.tieBreak[tieBreak]]),
  ]
}

function reasonText(reason: Ineligibility): string {
  const { reasons } = why
  switch (reason.reason) {
    case 'notActive':
      return reasons.notActive(partners.statuses[reason.status])
    case 'absent':
      return reasons.absent(reason.from, reason.until)
    case 'coolingDown':
      return reasons.coolingDown(reason.declined, reason.answered, reason.until)
    case 'outsideRegions':
      return reasons.outsideRegions(reason.region ?? reason.country ?? '')
    case 'notAuthorised':
      return reasons.notAuthorised(reason.product)
    case 'certificationMissing':
      return reasons.certificationMissing(reason.certification)
    case 'certificationExpired':
      return reasons.certificationExpired(reason.certification, reason.expired)
    case 'tierTooLow':
      return reasons.tierTooLow(partners.tiers[reason.tier], partners.tiers[reason.minimum])
    case 'languageMissing':
      return reasons.languageMissing(reason.language)
    case 'atCapacity':
      return reasons.atCapacity(reason.capacity)
    default:
      return reasons[reason.reason]
  }
}
