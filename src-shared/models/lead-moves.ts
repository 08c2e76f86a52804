import { CLOSED, RELEASED, type LeadColumns } from '../assignment/lead-columns.ts'
import { FREE } from '../assignment/lead-standing.ts'
import type { Realignment } from '../assignment/realignment.ts'
import type { LeadWeights } from './lead-weights.ts'
import { Sums } from './sums.ts'
import type { WhatIf } from './what-if.ts'

type Places = Realignment['places']

interface Move {
  readonly from: WhatIf['moves'][number]['from']
  readonly to: WhatIf['moves'][number]['to']
  leads: number
}

const MOVES_TOLD = 500
const EXAMPLES = 5
const NOBODY = -1
/** Not decided again: the lead stays where it is. */
const STAYS = -2
const NO_MOVE = -1
/** See assignment/match-leads.ts. */
const STRETCH = 2048

/**
 * What a realignment makes of leads, summed up; from one time to the next only leads that come out otherwise are counted again.
 * Good for as long as the realignment's `places` are the same.
 */
export class LeadMoves {
  readonly partners: Sums
  readonly territories: Sums
  readonly counts = { moved: 0, rehomed: 0, orphaned: 0, routed: 0, unroutable: 0 }
  readonly #leads: LeadColumns
  readonly #weights: LeadWeights
  readonly #places: Places
  /** With whom and where each lead is by the sums. */
  readonly #partner: Int32Array
  readonly #territory: Int32Array
  readonly #moveOf: Int32Array
  readonly #moves: Move[] = []
  /** By where they come from, then by where they go to. */
  readonly #moveNumbers = new Map<number, Map<number, number>>()

  constructor(leads: LeadColumns, weights: LeadWeights, places: Places) {
    this.#leads = leads
    this.#weights = weights
    this.#places = places
    this.partners = new Sums(places.partnerIds.length)
    this.territories = new Sums(places.territoryIds.length)
    this.#partner = new Int32Array(leads.count).fill(STAYS)
    this.#territory = new Int32Array(leads.count).fill(STAYS)
    this.#moveOf = new Int32Array(leads.count).fill(NO_MOVE)
  }

  isOf(places: Places): boolean {
    return this.#places === places
  }

  follow({ columns }: Realignment): void {
    const { count } = this.#leads
    for (let from = 0; from < count; from += STRETCH) this.#followStretch(columns, from, Math.min(count, from + STRETCH))
  }

  /** The largest moves first, each with a few of its leads; and how many moves there are. */
  tell(): Pick<WhatIf, 'moves' | 'moveCount'> {
    const open = [...this.#moves.entries()].filter(([, { leads }]) => leads > 0)
    const told = open.toSorted(([, one], [, other]) => other.leads - one.leads || (spelling(one) < spelling(other) ? -1 : 1)).slice(0, MOVES_TOLD)
    const examples = this.#examplesOf(told.map(([number]) => number))
    return { moves: told.map(([number, move]) => ({ ...move, leadIds: examples.get(number) ?? [] })), moveCount: open.length }
  }

  #followStretch({ standings, partner, territory }: Realignment['columns'], begin: number, end: number): void {
    for (let lead = begin; lead < end; lead += 1) {
      const isFree = standings[lead] === FREE
      const toPartner = isFree ? partner[lead]! : STAYS
      const toTerritory = isFree ? territory[lead]! : STAYS
      if (toPartner === this.#partner[lead] && toTerritory === this.#territory[lead]) continue
      if (this.#partner[lead] !== STAYS) this.#count(lead, -1)
      this.#partner[lead] = toPartner
      this.#territory[lead] = toTerritory
      if (isFree) this.#count(lead, 1)
    }
  }

  /** Adds a lead to the sums, or takes it away. */
  #count(lead: number, by: 1 | -1): void {
    const { partnerIds, partnerOf, territoryOf } = this.#places
    const { counts, partners, territories } = this
    const { score, isDue, wouldBeDue } = this.#weights
    const holds = isHeld(this.#leads, lead)
    const fromPartner = holds ? partnerOf[this.#leads.partner[lead]!]! : NOBODY
    const fromTerritory = holds ? territoryOf[this.#leads.territory[lead]!]! : NOBODY
    const toPartner = this.#partner[lead]!
    const toTerritory = this.#territory[lead]!
    const finds = toPartner !== NOBODY
    if (!holds && !finds) {
      counts.unroutable += by
      return
    }
    if (!holds) counts.routed += by
    else if (!finds) counts.orphaned += by
    else if (fromPartner !== toPartner) counts.moved += by
    if (holds && finds && fromTerritory !== toTerritory) counts.rehomed += by
    if (fromPartner === toPartner && fromTerritory === toTerritory) return
    territories.change(fromTerritory, finds ? toTerritory : NOBODY, by)
    partners.change(fromPartner, toPartner, by)
    if (fromPartner !== toPartner && fromPartner !== NOBODY) {
      partners.score[fromPartner]! -= by * score[lead]!
      partners.due[fromPartner]! -= by * isDue[lead]!
    }
    if (fromPartner !== toPartner && finds) {
      partners.score[toPartner]! += by * score[lead]!
      if (wouldBeDue(lead, partnerIds[toPartner]!)) partners.due[toPartner]! += by
    }
    const number = by === 1 ? this.#numberOf(fromTerritory, fromPartner, toTerritory, toPartner) : this.#moveOf[lead]!
    this.#moves[number]!.leads += by
    this.#moveOf[lead] = by === 1 ? number : NO_MOVE
  }

  #numberOf(fromTerritory: number, fromPartner: number, toTerritory: number, toPartner: number): number {
    const { partnerIds, territoryIds } = this.#places
    const from = (fromTerritory + 1) * (partnerIds.length + 1) + fromPartner + 1
    let onwards = this.#moveNumbers.get(from)
    if (onwards === undefined) this.#moveNumbers.set(from, (onwards = new Map()))
    const to = (toTerritory + 1) * (partnerIds.length + 1) + toPartner + 1
    const known = onwards.get(to)
    if (known !== undefined) return known
    const seat = (territory: number, partner: number) => ({ territoryId: territoryIds[territory] ?? null, partnerId: partnerIds[partner] ?? null })
    onwards.set(to, this.#moves.length)
    return this.#moves.push({ from: seat(fromTerritory, fromPartner), to: seat(toTerritory, toPartner), leads: 0 }) - 1
  }

  /** The first leads of some moves. */
  #examplesOf(numbers: readonly number[]): ReadonlyMap<number, string[]> {
    const examples = new Map(numbers.map((number) => [number, [] as string[]]))
    const wanted = new Uint8Array(this.#moves.length)
    for (const number of numbers) wanted[number] = Math.min(EXAMPLES, this.#moves[number]!.leads)
    let missing = wanted.reduce((sum, one) => sum + one, 0)
    for (let lead = 0; missing > 0 && lead < this.#moveOf.length; lead += 1) {
      const number = this.#moveOf[lead]!
      if (number === NO_MOVE || wanted[number] === 0) continue
      examples.get(number)!.push(this.#leads.ids[lead]!)
      wanted[number]! -= 1
      missing -= 1
    }
    return examples
  }
}

/** Whether a partner has a lead today. */
export function isHeld({ state, partner }: LeadColumns, lead: number): boolean {
  return partner[lead] !== 0 && state[lead] !== RELEASED && state[lead] !== CLOSED
}

function spelling({ from, to }: Move): string {
  return [from.territoryId, from.partnerId, to.territoryId, to.partnerId].join()
}
