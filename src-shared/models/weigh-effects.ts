import { CLOSED, GIVEN_BY_HAND, PINNED, WORKED, type LeadColumns } from '../assignment/lead-columns.ts'
import { HELD, PLACED_BEFORE } from '../assignment/lead-standing.ts'
import type { Realignment } from '../assignment/realignment.ts'
import { isHeld, LeadMoves } from './lead-moves.ts'
import type { LeadWeights } from './lead-weights.ts'
import { Sums } from './sums.ts'
import type { WhatIf } from './what-if.ts'

type Effects = Omit<WhatIf, 'ms' | 'isWhole'>

/** Tells what becomes of leads under a realignment, at first and after each edit. What they are today is summed once. */
export class EffectScale {
  readonly #leads: LeadColumns
  readonly #weights: LeadWeights
  /** Of today, by the leads' own codes of partners and territories. */
  readonly #partners: Sums
  readonly #territories: Sums
  readonly #open: number
  /** Leads that stay whatever the map says. */
  readonly #staying: Uint32Array
  #moves: LeadMoves | undefined

  /** @param standings before the map is asked */
  constructor(leads: LeadColumns, standings: Uint8Array, weights: LeadWeights) {
    this.#leads = leads
    this.#weights = weights
    const { count, state, partner, territory, dictionaries } = leads
    this.#partners = new Sums(dictionaries.partner.values.length)
    this.#territories = new Sums(dictionaries.territory.values.length)
    const staying: number[] = []
    let open = 0
    for (let lead = 0; lead < count; lead += 1) {
      if (state[lead] === CLOSED) continue
      open += 1
      if (standings[lead] === HELD || standings[lead] === PLACED_BEFORE) staying.push(lead)
      if (!isHeld(leads, lead)) continue
      this.#territories.leads[territory[lead]!]! += 1
      this.#partners.leads[partner[lead]!]! += 1
      this.#partners.score[partner[lead]!]! += weights.score[lead]!
      this.#partners.due[partner[lead]!]! += weights.isDue[lead]!
    }
    this.#open = open
    this.#staying = Uint32Array.from(staying)
  }

  weigh(realignment: Realignment): Effects {
    const { partnerIds, territoryIds, partnerOf, territoryOf } = realignment.places
    const { capacityOf } = this.#weights
    if (this.#moves?.isOf(realignment.places) !== true) this.#moves = new LeadMoves(this.#leads, this.#weights, realignment.places)
    this.#moves.follow(realignment)
    const { partners, territories, counts } = this.#moves
    const todayByTerritory = this.#today(this.#territories, territoryOf, territoryIds.length)
    const todayByPartner = this.#today(this.#partners, partnerOf, partnerIds.length)
    return {
      leads: this.#open,
      ...counts,
      ...this.#elsewhere(realignment),
      ...this.#moves.tell(),
      territories: byChange(territoryIds.map((id, at) => ({ id, ...changeOf(todayByTerritory, territories, at) }))),
      partners: byChange(partnerIds.map((id, at) => ({
        id,
        ...changeOf(todayByPartner, partners, at),
        capacity: capacityOf(id),
        scoreToday: todayByPartner.score[at]!,
        scoreAfter: todayByPartner.score[at]! + partners.score[at]!,
        dueToday: todayByPartner.due[at]!,
        dueAfter: todayByPartner.due[at]! + partners.due[at]!,
      }))),
    }
  }

  #elsewhere(realignment: Realignment): Pick<Effects, 'heldOver' | 'pinned' | 'byHand'> {
    const { state, flags, territory } = this.#leads
    const { territoryOf } = realignment.places
    const found = { heldOver: 0, pinned: 0, byHand: 0 }
    for (const lead of this.#staying) {
      if (realignment.territoryOnMap(lead) === territoryOf[territory[lead]!]) continue
      if (state[lead] === WORKED) found.heldOver += 1
      else if ((flags[lead]! & PINNED) !== 0) found.pinned += 1
      else if ((flags[lead]! & GIVEN_BY_HAND) !== 0) found.byHand += 1
      else found.heldOver += 1
    }
    return found
  }

  #today(sums: Sums, positions: Int32Array, size: number): Sums {
    const today = new Sums(size)
    for (const [code, at] of positions.entries()) {
      if (at < 0) continue
      today.leads[at]! += sums.leads[code]!
      today.score[at]! += sums.score[code]!
      today.due[at]! += sums.due[code]!
    }
    return today
  }
}

function changeOf(today: Sums, { gained, lost }: Sums, at: number) {
  return { today: today.leads[at]!, after: today.leads[at]! + gained[at]! - lost[at]!, gained: gained[at]!, lost: lost[at]! }
}

/** What changes most first; of what does not change, what holds most. */
function byChange<Row extends Pick<WhatIf['territories'][number], 'id' | 'today' | 'gained' | 'lost'>>(rows: readonly Row[]): Row[] {
  return rows.filter(({ today, gained }) => today + gained > 0).toSorted((one, other) => other.gained + other.lost - one.gained - one.lost || other.today - one.today || (one.id < other.id ? -1 : 1))
}
