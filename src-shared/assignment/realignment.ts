import { outcomes } from './assignment-plan.ts'
import { ROUND_ROBIN, WEIGHTED } from './choose-partner.ts'
import { compileSeats, type CompiledSeats } from './compile-rule-set.ts'
import { DecisionPass, passColumns, type PassColumns } from './decision-pass.ts'
import { GIVEN_BY_RULES, SAME_VERSION, type LeadColumns } from './lead-columns.ts'
import { FREE, HELD, MOVABLE, PAST, PLACED_BEFORE, standingsOf } from './lead-standing.ts'
import type { Knowledge, RuleSet, TerritoryFacts } from './rule-set.ts'
import { WinningRules } from './winning-rules.ts'

const FIXED = outcomes.indexOf('fixed')
const KEPT = outcomes.indexOf('kept')
/** See match-leads.ts. */
const STRETCH = 2048

/**
 * Where a realignment under rules that are still being edited would put every lead. After an edit only those leads are asked that
 * it may concern; those that stay where they are are not decided again. What results is always that of a whole run,
 * `planAssignment(…, 'realign')`. No lead counts as placed by the rules at hand, which are in force nowhere yet.
 */
export class Realignment {
  readonly columns: PassColumns
  /** Before the map is asked: what each lead may do. */
  readonly standings: Uint8Array
  readonly #leads: LeadColumns
  readonly #knowledge: Knowledge
  readonly #rules: WinningRules
  /** Those that were followed last; a copy, for the caller's list may change. */
  #territories: readonly TerritoryFacts[]
  #seats: CompiledSeats
  /** The territory of each rule that may be a winner. */
  #ruleTerritories: Int32Array = new Int32Array(0)
  #pass!: DecisionPass
  /** How many leads each partner has today that a run counts as held. */
  #held: Int32Array = new Int32Array(0)
  readonly #free: Uint32Array
  #freeCount = 0

  /** @param holdsOffers whether what is only offered stays where it is */
  constructor(leads: LeadColumns, ruleSet: RuleSet, knowledge: Knowledge, holdsOffers: boolean) {
    this.#leads = leads
    this.#knowledge = knowledge
    this.#territories = [...ruleSet.territories]
    this.#seats = compileSeats(ruleSet, knowledge)
    this.standings = standingsOf(ruleSet.today, { ...leads, flags: leads.flags.map((flags) => flags & ~SAME_VERSION) }, 'realign')
    if (holdsOffers) for (const [lead, standing] of this.standings.entries()) if (standing === MOVABLE) this.standings[lead] = PLACED_BEFORE
    this.#rules = new WinningRules(leads, this.standings, ruleSet, this.#seats, knowledge)
    this.columns = { ...passColumns(this.standings.slice()), rule: this.#rules.winner, mayBeNamed: this.#rules.mayBeNamed }
    this.#free = new Uint32Array(leads.count)
    this.#placeAll()
    this.#decide()
  }

  /** Leads that are decided, in order of arrival; all others stay where they are. */
  get free(): Uint32Array {
    return this.#free.subarray(0, this.#freeCount)
  }

  /** Positions in `columns.partner` and `columns.territory` are of these; so are those that the leads' own codes of today stand for. */
  get places(): Pick<DecisionPass, 'partnerIds' | 'territoryIds' | 'partnerOf' | 'territoryOf'> {
    return this.#pass
  }

  /** The id of the rule that wins a lead, decided or not; null where none does. */
  ruleOf(lead: number): string | null {
    return this.#rules.facts[this.columns.rule[lead]!]?.id ?? null
  }

  /** Where the map has a lead, whatever becomes of it; -1 for nowhere. */
  territoryOnMap(lead: number): number {
    const rule = this.columns.rule[lead]!
    return rule < 0 ? -1 : this.#ruleTerritories[rule]!
  }

  /** Goes over to other rules and territories; partners and the day are the same. @returns whether that was done bit by bit */
  follow(ruleSet: RuleSet): boolean {
    const former = this.#seats
    const difference = compareTerritories(this.#territories, ruleSet.territories)
    if (difference !== 'none') this.#seats = compileSeats(ruleSet, this.#knowledge)
    this.#territories = [...ruleSet.territories]
    const touched: number[] = []
    const isBitByBit = this.#rules.follow(ruleSet, this.#seats, (lead) => { touched.push(lead) }) && difference !== 'members'
    if (isBitByBit) {
      this.#openPass()
      for (const lead of touched) this.#place(lead)
      if (difference === 'facts') this.#placeWhereSeatsDiffer(former)
    } else {
      this.#placeAll()
    }
    this.#decide()
    return isBitByBit
  }

  #openPass(): void {
    const { territoryNumbers } = this.#seats
    this.#ruleTerritories = Int32Array.from(this.#rules.facts, ({ territoryId }) => territoryNumbers.get(territoryId) ?? -1)
    this.#pass = new DecisionPass(this.#seats, this.#leads, this.columns, this.#ruleTerritories)
  }

  #placeAll(): void {
    this.#openPass()
    const { partnerOf } = this.#pass
    const { partner } = this.#leads
    this.#held = new Int32Array(this.#seats.partners.length)
    this.columns.standings.set(this.standings)
    for (let lead = 0; lead < this.standings.length; lead += 1) {
      const standing = this.standings[lead]!
      if (standing === PAST || standing === FREE) continue
      const holder = partnerOf[partner[lead]!]!
      if (holder < this.#held.length) this.#held[holder]! += 1
      if (standing === MOVABLE) this.#place(lead)
      else this.#leave(lead)
    }
  }

  /** Finds out whether a lead that may move does. */
  #place(lead: number): void {
    if (this.standings[lead] !== MOVABLE) return
    const stays = this.#pass.staysOnMap(lead)
    this.columns.standings[lead] = stays ? PLACED_BEFORE : FREE
    if (stays) this.#leave(lead)
  }

  #leave(lead: number): void {
    const { outcome, partner, territory } = this.columns
    const { partnerOf, territoryOf } = this.#pass
    outcome[lead] = this.standings[lead] === HELD ? FIXED : KEPT
    partner[lead] = partnerOf[this.#leads.partner[lead]!]!
    territory[lead] = territoryOf[this.#leads.territory[lead]!]!
  }

  #placeWhereSeatsDiffer(former: CompiledSeats): void {
    const differs = this.#seats.territories.map(({ seating }, number) => seating?.partnerIds.join() !== former.territories[number]?.seating?.partnerIds.join())
    const isConcerned = Uint8Array.from(this.#pass.territoryOf, (number) => (differs[number] === true ? 1 : 0))
    for (const [lead, code] of this.#leads.territory.entries()) if (isConcerned[code] === 1) this.#place(lead)
  }

  /** Decides the leads that are free. Of the others those that took a turn where one of them is decided take it again. */
  #decide(): void {
    const { count } = this.#leads
    const { seatings, candidates } = this.#seats
    const isAsked = new Uint8Array(seatings.length)
    const held = this.#held.slice()
    this.#freeCount = 0
    for (let from = 0; from < count; from += STRETCH) this.#findFree(from, Math.min(count, from + STRETCH), isAsked, held)
    for (const [partner, leads] of held.entries()) {
      this.#pass.hold(partner, leads)
      this.#pass.see(partner, leads)
    }
    this.#pass.holdReserved()
    const takesTurn = Uint8Array.from(this.#pass.territoryOf, (number) => isAsked[candidates.seatingOf[number] ?? -1] ?? 0)
    for (let from = 0; from < count; from += STRETCH) this.#passStretch(from, Math.min(count, from + STRETCH), takesTurn)
  }

  /** @param isAsked by seating that knows turns, whether a lead is decided there @param held by partner, without the leads that it has no more */
  #findFree(from: number, to: number, isAsked: Uint8Array, held: Int32Array): void {
    const { standings, territory } = this.columns
    const { order, partner } = this.#leads
    const { strategy, seatingOf } = this.#seats.candidates
    for (let place = from; place < to; place += 1) {
      const lead = order === null ? place : order[place]!
      if (standings[lead] !== FREE) continue
      this.#free[this.#freeCount] = lead
      this.#freeCount += 1
      territory[lead] = -1
      const seating = seatingOf[this.territoryOnMap(lead)] ?? -1
      if (seating >= 0 && (strategy[seating] === ROUND_ROBIN || strategy[seating] === WEIGHTED)) isAsked[seating] = 1
      if (this.standings[lead] !== MOVABLE) continue
      const holder = this.#pass.partnerOf[partner[lead]!]!
      if (holder < held.length) held[holder]! -= 1
    }
  }

  #passStretch(from: number, to: number, takesTurn: Uint8Array): void {
    const { standings } = this.columns
    const { order, flags, territory } = this.#leads
    const pass = this.#pass
    for (let place = from; place < to; place += 1) {
      const lead = order === null ? place : order[place]!
      if (standings[lead] === FREE || (takesTurn[territory[lead]!] === 1 && (flags[lead]! & GIVEN_BY_RULES) !== 0)) pass.pass(lead)
    }
  }
}

/** Whether there are other territories, or the same with other facts. */
function compareTerritories(ones: readonly TerritoryFacts[], others: readonly TerritoryFacts[]): 'none' | 'facts' | 'members' {
  const known = new Map(ones.map((one) => [one.id, one]))
  if (ones.length !== others.length || others.some(({ id }) => !known.has(id))) return 'members'
  return others.every((other) => isSame(known.get(other.id), other)) ? 'none' : 'facts'
}

function isSame(one: TerritoryFacts | undefined, other: TerritoryFacts): boolean {
  const facts = ({ code, parentId, strategy, tieBreak, candidates, requirements }: TerritoryFacts) => JSON.stringify([code, parentId, strategy, tieBreak, candidates, requirements])
  return one === other || (one !== undefined && facts(one) === facts(other))
}
