import { outcomes } from './assignment-plan.ts'
import { compileSeats, type CompiledSeats } from './compile-rule-set.ts'
import { DecisionPass, namesOf, passColumns, type Names, type PassColumns } from './decision-pass.ts'
import { SAME_VERSION, type LeadColumns } from './lead-columns.ts'
import { FREE, HELD, MOVABLE, PAST, PLACED_BEFORE, standingsOf } from './lead-standing.ts'
import type { Knowledge, RuleSet, TerritoryFacts } from './rule-set.ts'
import { SettledDecisions } from './settled-decisions.ts'
import { WinningRules } from './winning-rules.ts'

const FIXED = outcomes.indexOf('fixed')
const KEPT = outcomes.indexOf('kept')

/**
 * Where a realignment under rules that are still being edited would put every lead. After an edit only those leads are asked that
 * it may concern; those that stay where they are are not decided again. What results is always that of a whole run,
 * `planAssignment(…, 'realign')`. No lead counts as placed by the rules at hand, which are in force nowhere yet.
 */
export class Realignment {
  /** Where each lead goes; those that are free there are decided, all others stay where they are. */
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
  #names!: Names
  #pass!: DecisionPass
  /** How many leads each partner has and keeps. */
  #held: Int32Array = new Int32Array(0)
  readonly #decisions: SettledDecisions
  /** By code of the leads' territories of today, those that may stay or go. */
  readonly #movableIn: readonly Uint32Array[]

  /** @param holdsOffers whether what is only offered stays where it is */
  constructor(leads: LeadColumns, ruleSet: RuleSet, knowledge: Knowledge, holdsOffers: boolean) {
    this.#leads = leads
    this.#knowledge = knowledge
    this.#territories = [...ruleSet.territories]
    this.#seats = compileSeats(ruleSet, knowledge)
    this.standings = standingsOf(ruleSet.today, { ...leads, flags: leads.flags.map((flags) => flags & ~SAME_VERSION) }, 'realign')
    if (holdsOffers) for (const [lead, standing] of this.standings.entries()) if (standing === MOVABLE) this.standings[lead] = PLACED_BEFORE
    this.#movableIn = leadsByTerritory(leads, (lead) => this.standings[lead] === MOVABLE)
    this.#rules = new WinningRules(leads, this.standings, ruleSet, this.#seats, knowledge)
    this.columns = { ...passColumns(this.standings.slice()), rule: this.#rules.winner, mayBeNamed: this.#rules.mayBeNamed }
    this.#decisions = new SettledDecisions(leads, this.columns)
    this.#placeAll()
    this.#settle()
  }

  /** Positions in `columns.partner` and `columns.territory` are of these; so are those that the leads' own codes of today stand for. */
  get places(): Names {
    return this.#names
  }

  /** The id of the rule that wins a lead, decided or not; null where none does. */
  ruleOf(lead: number): string | null {
    return this.#rules.facts[this.columns.rule[lead]!]?.id ?? null
  }

  /** Where the map has a lead, whatever becomes of it; -1 for nowhere. */
  territoryOnMap(lead: number): number {
    return this.#pass.territoryOfWinner(lead)
  }

  /** Goes over to other rules and territories; partners and the day are the same. @returns whether that was done bit by bit */
  follow(ruleSet: RuleSet): boolean {
    const former = this.#seats
    const difference = compareTerritories(this.#territories, ruleSet.territories)
    if (difference !== 'none') this.#seats = compileSeats(ruleSet, this.#knowledge)
    this.#territories = [...ruleSet.territories]
    const touched: number[] = []
    const isBitByBit = this.#rules.follow(ruleSet, this.#seats, (lead) => { touched.push(lead) }) && difference !== 'members' && areSeatedAlike(former, this.#seats)
    if (isBitByBit) {
      this.#nameNewTerritories()
      this.#openPass()
      if (difference === 'facts') this.#reseat(former)
      for (const lead of touched) this.#place(lead)
    } else {
      this.#placeAll()
    }
    this.#settle()
    return isBitByBit
  }

  #nameTerritories(): void {
    const { territoryNumbers } = this.#seats
    this.#names = namesOf(this.#seats, this.#leads)
    this.#ruleTerritories = Int32Array.from(this.#rules.facts, ({ territoryId }) => territoryNumbers.get(territoryId) ?? -1)
  }

  /** The same for rules that have come since; territories have the same numbers. */
  #nameNewTerritories(): void {
    const { facts } = this.#rules
    const known = this.#ruleTerritories.length
    if (facts.length === known) return
    const named = new Int32Array(facts.length)
    named.set(this.#ruleTerritories)
    for (let rule = known; rule < facts.length; rule += 1) named[rule] = this.#seats.territoryNumbers.get(facts[rule]!.territoryId) ?? -1
    this.#ruleTerritories = named
  }

  #openPass(): DecisionPass {
    return (this.#pass = new DecisionPass(this.#seats, this.#leads, this.columns, this.#ruleTerritories, this.#names))
  }

  #settle(): void {
    this.#decisions.settle(() => this.#openPass(), this.#held)
  }

  #placeAll(): void {
    this.#nameTerritories()
    this.#openPass()
    const { partnerOf } = this.#names
    const { partner } = this.#leads
    this.#decisions.begin(this.#seats)
    this.#held = new Int32Array(this.#seats.partners.length)
    this.columns.standings.set(this.standings)
    for (let lead = 0; lead < this.standings.length; lead += 1) {
      const standing = this.standings[lead]!
      if (standing === PAST) continue
      if (standing !== FREE) {
        const holder = partnerOf[partner[lead]!]!
        if (holder < this.#held.length) this.#held[holder]! += 1
        this.#leave(lead)
      }
      if (standing === MOVABLE) this.columns.standings[lead] = PLACED_BEFORE
      if (standing === MOVABLE || standing === FREE) this.#place(lead)
    }
  }

  /** Finds out what becomes of a lead: whether it stays, if it may move, and for which seating it waits. */
  #place(lead: number): void {
    if (this.standings[lead] === MOVABLE) {
      const standing = this.#pass.staysOnMap(lead) ? PLACED_BEFORE : FREE
      if (standing !== this.columns.standings[lead]) {
        this.columns.standings[lead] = standing
        const holder = this.#names.partnerOf[this.#leads.partner[lead]!]!
        if (holder < this.#held.length) {
          this.#held[holder]! += standing === FREE ? -1 : 1
          this.#decisions.holdsOtherwise(holder)
        }
        if (standing !== FREE) this.#leave(lead)
      }
    }
    this.#decisions.requeue(lead, this.#pass)
  }

  #leave(lead: number): void {
    const { outcome, partner, territory } = this.columns
    const { partnerOf, territoryOf } = this.#names
    outcome[lead] = this.standings[lead] === HELD ? FIXED : KEPT
    partner[lead] = partnerOf[this.#leads.partner[lead]!]!
    territory[lead] = territoryOf[this.#leads.territory[lead]!]!
  }

  /** Goes over to seats that are the same but for what single territories say. */
  #reseat(former: CompiledSeats): void {
    const { territories, seatings } = this.#seats
    const facts = ({ territory: { strategy, tieBreak }, partnerIds, weights }: CompiledSeats['seatings'][number]) => JSON.stringify([strategy, tieBreak, partnerIds, [...weights]])
    const others = seatings.filter((seating, number) => facts(seating) !== facts(former.seatings[number]!)).map(({ number }) => number)
    const asked = territories.filter(({ requirements }, number) => JSON.stringify(requirements) !== JSON.stringify(former.territories[number]!.requirements))
    this.#decisions.reseat(this.#seats, [...others, ...asked.flatMap(({ seating }) => (seating === null ? [] : [seating.number]))])
    for (const [code, number] of this.#names.territoryOf.entries()) {
      if (others.includes(territories[number]?.seating?.number ?? -1)) for (const lead of this.#movableIn[code]!) this.#place(lead)
    }
  }
}

function leadsByTerritory({ count, territory, dictionaries }: LeadColumns, holds: (lead: number) => boolean): readonly Uint32Array[] {
  const found = dictionaries.territory.values.map((): number[] => [])
  for (let lead = 0; lead < count; lead += 1) if (holds(lead)) found[territory[lead]!]!.push(lead)
  return found.map((leads) => Uint32Array.from(leads))
}

/** Whether the same territories seat the candidates of the same territories. */
function areSeatedAlike(one: CompiledSeats, other: CompiledSeats): boolean {
  return (
    one === other ||
    (one.seatings.length === other.seatings.length &&
      one.seatings.every(({ territory }, number) => territory.id === other.seatings[number]!.territory.id) &&
      one.territories.every(({ seating }, number) => seating?.number === other.territories[number]!.seating?.number))
  )
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
