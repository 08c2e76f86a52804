import type { z } from 'zod'
import type { assignmentContract } from './assignment.contract.ts'
import { outcomes, type AssignmentPlan } from './assignment-plan.ts'
import type { GatheredLeads } from './gather-leads.ts'
import { OPEN, RELEASED, type LeadColumns } from './lead-columns.ts'

const ASSIGNED = outcomes.indexOf('assigned')
const UNROUTABLE = outcomes.indexOf('unroutable')

type Written = z.input<typeof assignmentContract.operations.applyDecisions.input>

/** The leads whose stored assignment differs from the plan's. */
export function positionsToWrite({ knownUnroutable }: GatheredLeads, plan: AssignmentPlan): Uint32Array {
  const positions: number[] = []
  for (let at = 0; at < plan.count; at += 1) {
    const outcome = plan.outcome[at]
    if (outcome === ASSIGNED || (outcome === UNROUTABLE && knownUnroutable[at] !== 1)) positions.push(at)
  }
  return Uint32Array.from(positions)
}

/** What the plan says of these leads, as `assignment.applyDecisions` takes it. @param decisionIds by the plan's numbers of decisions */
export function decisionsOf(leads: LeadColumns, plan: AssignmentPlan, positions: Uint32Array, decisionIds: readonly string[], runId: string): Written {
  const partner = plan.partner.slice()
  const cameBack: number[] = []
  const replaced: number[] = []
  for (const [at, position] of positions.entries()) {
    const had = leads.dictionaries.partner.values[leads.partner[position] ?? 0] ?? ''
    if (leads.state[position] === OPEN && had !== '' && had !== plan.partnerIds[plan.partner[position] ?? -1]) replaced.push(at)
    const last = plan.outcome[position] === UNROUTABLE && leads.state[position] === RELEASED ? plan.partnerIds.indexOf(had) : -1
    if (last < 0) continue
    partner[position] = last
    cameBack.push(at)
  }
  return {
    runId,
    cameBack,
    replaced,
    leadIds: Array.from(positions, (position) => leads.ids[position] ?? ''),
    partner: coded(plan.partnerIds, partner, positions),
    territory: coded(plan.territoryIds, plan.territory, positions),
    rule: coded(plan.ruleIds, plan.rule, positions),
    decision: coded(decisionIds, plan.decision, positions),
  }
}

function coded(ids: readonly string[], column: Int32Array, positions: Uint32Array): Written['partner'] {
  const places = new Map<number, number>()
  const at = Array.from(positions, (position) => {
    const value = column[position] ?? -1
    if (value < 0) return -1
    let place = places.get(value)
    if (place === undefined) {
      place = places.size
      places.set(value, place)
    }
    return place
  })
  return { ids: Array.from(places.keys(), (value) => ids[value] ?? ''), at }
}
