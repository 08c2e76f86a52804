import { outcomes, type AssignmentPlan } from './assignment-plan.ts'
import { HELD_BACK, RELEASED, type LeadColumns } from './lead-columns.ts'

/** A run in numbers. Counts of territories and partners are of the leads that partners hold after the run. */
export interface PlanSummary {
  /** Decided in this run and given to a partner; `moved` of them are with another one now, `unchanged` with the same. */
  readonly assigned: number
  readonly moved: number
  readonly unchanged: number
  readonly unroutable: number
  /** Left where rules had put them. */
  readonly kept: number
  /** Left to a person's choice or to work begun. */
  readonly fixed: number
  /** Not offered to anybody yet. */
  readonly heldBack: number
  readonly byTerritory: readonly { readonly territoryId: string; readonly count: number }[]
  readonly byPartner: readonly { readonly partnerId: string; readonly count: number }[]
  /** Leads decided in this run that changed hands; null stands for nobody. */
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly count: number }[]
}

const KEPT = outcomes.indexOf('kept')
const FIXED = outcomes.indexOf('fixed')
const ASSIGNED = outcomes.indexOf('assigned')
const UNROUTABLE = outcomes.indexOf('unroutable')

export function summarise(plan: AssignmentPlan, leads: LeadColumns): PlanSummary {
  const { partnerIds, territoryIds } = plan
  const counts = new Int32Array(outcomes.length)
  const byPartner = new Int32Array(partnerIds.length)
  const byTerritory = new Int32Array(territoryIds.length)
  const moves = new Map<number, number>()
  const partnerNumbers = new Map(partnerIds.map((id, number) => [id, number]))
  const partnerOf = Int32Array.from(leads.dictionaries.partner.values, (id) => (id === null ? -1 : (partnerNumbers.get(id) ?? -1)))
  const width = partnerIds.length + 1
  let moved = 0
  let unchanged = 0
  let heldBack = 0
  for (let lead = 0; lead < plan.count; lead += 1) {
    const outcome = plan.outcome[lead]!
    const partner = plan.partner[lead]!
    counts[outcome]! += 1
    if (outcome === 0) {
      if ((leads.flags[lead]! & HELD_BACK) !== 0) heldBack += 1
      continue
    }
    if (partner >= 0) {
      byPartner[partner]! += 1
      if (plan.territory[lead]! >= 0) byTerritory[plan.territory[lead]!]! += 1
    }
    if (outcome !== ASSIGNED && outcome !== UNROUTABLE) continue
    const before = leads.state[lead] === RELEASED ? -1 : partnerOf[leads.partner[lead]!]!
    if (before === partner) {
      if (partner >= 0) unchanged += 1
      continue
    }
    if (before >= 0 && partner >= 0) moved += 1
    const move = (before + 1) * width + partner + 1
    moves.set(move, (moves.get(move) ?? 0) + 1)
  }
  return {
    assigned: counts[ASSIGNED]!,
    moved,
    unchanged,
    unroutable: counts[UNROUTABLE]!,
    kept: counts[KEPT]!,
    fixed: counts[FIXED]!,
    heldBack,
    byTerritory: territoryIds.flatMap((territoryId, at) => (byTerritory[at] === 0 ? [] : [{ territoryId, count: byTerritory[at]! }])),
    byPartner: partnerIds.flatMap((partnerId, at) => (byPartner[at] === 0 ? [] : [{ partnerId, count: byPartner[at]! }])),
    moves: [...moves]
      .map(([move, count]) => ({ from: partnerIds[Math.floor(move / width) - 1] ?? null, to: partnerIds[(move % width) - 1] ?? null, count }))
      .toSorted((one, other) => other.count - one.count),
  }
}
