import { CLOSED, GIVEN_BY_HAND, PINNED, RELEASED, WORKED, type LeadColumns } from '../assignment/lead-columns.ts'
import { FREE, HELD, PLACED_BEFORE } from '../assignment/lead-standing.ts'
import type { Realignment } from '../assignment/realignment.ts'
import type { WhatIf } from './what-if.ts'

/** What a lead weighs, by its place in the columns. */
export interface LeadWeights {
  /** 0 where there is none. */
  readonly score: Uint8Array
  /** 1 where a deadline of it lies within the week that is looked at. */
  readonly isDue: Uint8Array
  /** Whether an offer of this lead that is made to a partner now is to be accepted within that week. */
  readonly wouldBeDue: (lead: number, partnerId: string) => boolean
  readonly capacityOf: (partnerId: string) => number | null
}

type Effects = Omit<WhatIf, 'ms' | 'isWhole'>
type Move = Effects['moves'][number]

const MOVES_TOLD = 500
const EXAMPLES = 5
const NOBODY = -1
/** See assignment/match-leads.ts. */
const STRETCH = 2048

/** The sums of one territory or partner. */
class Sums {
  readonly leads: Int32Array
  readonly gained: Int32Array
  readonly lost: Int32Array
  readonly score: Int32Array
  readonly due: Int32Array

  constructor(size: number) {
    this.leads = new Int32Array(size)
    this.gained = new Int32Array(size)
    this.lost = new Int32Array(size)
    this.score = new Int32Array(size)
    this.due = new Int32Array(size)
  }
}

interface Tally {
  readonly partners: Sums
  readonly territories: Sums
  /** By where they come from, then by where they go to. */
  readonly moves: Map<number, Map<number, Move>>
  readonly counts: Record<'moved' | 'rehomed' | 'orphaned' | 'routed' | 'unroutable', number>
}

/** Tells what becomes of leads under a realignment. What they are today is summed once. */
export class EffectScale {
  readonly #leads: LeadColumns
  readonly #weights: LeadWeights
  /** Of today, by the leads' own codes of partners and territories. */
  readonly #partners: Sums
  readonly #territories: Sums
  readonly #open: number
  /** Leads that stay whatever the map says. */
  readonly #staying: Uint32Array

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
    const tally: Tally = {
      partners: new Sums(partnerIds.length), territories: new Sums(territoryIds.length), moves: new Map(),
      counts: { moved: 0, rehomed: 0, orphaned: 0, routed: 0, unroutable: 0 },
    }
    const { count } = this.#leads
    for (let from = 0; from < count; from += STRETCH) this.#weighStretch(realignment, from, Math.min(count, from + STRETCH), tally)
    const { partners, territories, counts, moves } = tally
    const told = [...moves.values()].flatMap((onwards) => [...onwards.values()]).toSorted((one, other) => other.leads - one.leads || (one.leadIds[0]! < other.leadIds[0]! ? -1 : 1))
    const todayByTerritory = this.#today(this.#territories, territoryOf, territoryIds.length)
    const todayByPartner = this.#today(this.#partners, partnerOf, partnerIds.length)
    return {
      leads: this.#open,
      ...counts,
      ...this.#elsewhere(realignment),
      moves: told.slice(0, MOVES_TOLD),
      moveCount: told.length,
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

  #weighStretch({ columns, places }: Realignment, begin: number, end: number, { partners, territories, counts, moves }: Tally): void {
    const { partnerIds, territoryIds, partnerOf, territoryOf } = places
    const { partner, territory, ids } = this.#leads
    const { score, isDue, wouldBeDue } = this.#weights
    for (let lead = begin; lead < end; lead += 1) {
      if (columns.standings[lead] !== FREE) continue
      const holds = isHeld(this.#leads, lead)
      const fromPartner = holds ? partnerOf[partner[lead]!]! : NOBODY
      const fromTerritory = holds ? territoryOf[territory[lead]!]! : NOBODY
      const toPartner = columns.partner[lead]!
      const toTerritory = columns.territory[lead]!
      const finds = toPartner !== NOBODY
      if (!holds && !finds) {
        counts.unroutable += 1
        continue
      }
      if (!holds) counts.routed += 1
      else if (!finds) counts.orphaned += 1
      else if (fromPartner !== toPartner) counts.moved += 1
      if (holds && finds && fromTerritory !== toTerritory) counts.rehomed += 1
      if (fromPartner === toPartner && fromTerritory === toTerritory) continue
      change(territories, fromTerritory, finds ? toTerritory : NOBODY)
      change(partners, fromPartner, toPartner)
      if (fromPartner !== toPartner && fromPartner !== NOBODY) {
        partners.score[fromPartner]! -= score[lead]!
        partners.due[fromPartner]! -= isDue[lead]!
      }
      if (fromPartner !== toPartner && finds) {
        partners.score[toPartner]! += score[lead]!
        if (wouldBeDue(lead, partnerIds[toPartner]!)) partners.due[toPartner]! += 1
      }
      const from = (fromTerritory + 1) * (partnerIds.length + 1) + fromPartner + 1
      let onwards = moves.get(from)
      if (onwards === undefined) moves.set(from, (onwards = new Map()))
      const to = (toTerritory + 1) * (partnerIds.length + 1) + toPartner + 1
      let move = onwards.get(to)
      if (move === undefined) {
        const seat = (where: number, who: number) => ({ territoryId: territoryIds[where] ?? null, partnerId: partnerIds[who] ?? null })
        onwards.set(to, (move = { from: seat(fromTerritory, fromPartner), to: seat(toTerritory, toPartner), leads: 0, leadIds: [] }))
      }
      move.leads += 1
      if (move.leadIds.length < EXAMPLES) move.leadIds.push(ids[lead]!)
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

function isHeld({ state, partner }: LeadColumns, lead: number): boolean {
  return partner[lead] !== 0 && state[lead] !== RELEASED && state[lead] !== CLOSED
}

function change({ gained, lost }: Sums, from: number, to: number): void {
  if (from === to) return
  if (from !== NOBODY) lost[from]! += 1
  if (to !== NOBODY) gained[to]! += 1
}

function changeOf(today: Sums, { gained, lost }: Sums, at: number) {
  return { today: today.leads[at]!, after: today.leads[at]! + gained[at]! - lost[at]!, gained: gained[at]!, lost: lost[at]! }
}

/** What changes most first; of what does not change, what holds most. */
function byChange<Row extends Pick<WhatIf['territories'][number], 'id' | 'today' | 'gained' | 'lost'>>(rows: readonly Row[]): Row[] {
  return rows.filter(({ today, gained }) => today + gained > 0).toSorted((one, other) => other.gained + other.lost - one.gained - one.lost || other.today - one.today || (one.id < other.id ? -1 : 1))
}
