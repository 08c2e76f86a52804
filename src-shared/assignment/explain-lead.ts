import { AssignmentRun } from './assignment-run.ts'
import type { CompiledRuleSet, Seating } from './compile-rule-set.ts'
import type { Decision } from './decision.ts'
import type { LeadColumns } from './lead-columns.ts'
import { LeadDistances } from './lead-distances.ts'
import { scoreFit } from './score-fit.ts'

/** A decision with what differs from lead to lead: distances, points, and which turn of the rotation it took (0 for none). */
export interface Explanation {
  readonly decision: Decision
  readonly turn: number
}

/** What the rules say to one lead at its place in the order, whoever has it now: for a manual choice, what it overrode. */
export function explainLead(compiled: CompiledRuleSet, leads: LeadColumns, lead: number): Explanation {
  const { decision, turn } = new AssignmentRun(compiled, leads, 'unassigned').observe(lead)
  const seating = compiled.seatings.find(({ territory }) => territory.id === decision.candidatesFrom?.id)
  const isMeasured = seating?.territory.strategy === 'nearest' || seating?.territory.strategy === 'bestFit'
  return seating === undefined || !isMeasured ? { decision, turn } : { decision: measured(compiled, leads, lead, decision, seating), turn }
}

function measured(compiled: CompiledRuleSet, leads: LeadColumns, lead: number, decision: Decision, seating: Seating): Decision {
  const { dictionaries } = leads
  const industry = dictionaries.industry.values[leads.industry[lead]!] ?? null
  const product = dictionaries.product.values[leads.product[lead]!] ?? null
  const language = dictionaries.language.values[leads.language[lead]!] ?? null
  const distances = new LeadDistances(compiled, leads)
  distances.aim(lead, seating.number)
  const candidates = decision.candidates.map((candidate, position) => {
    const partner = compiled.partners[seating.partners[position]!]
    const kilometres = distances.kilometres(position)
    return { ...candidate, kilometres, fit: seating.territory.strategy === 'bestFit' && partner !== undefined ? scoreFit(partner, { industry, product, language }, kilometres) : null }
  })
  return { ...decision, candidates }
}
