import { outcomes, type AssignmentPlan } from './assignment-plan.ts'
import { NEAREST, PartnerChooser, ROUND_ROBIN, WEIGHTED } from './choose-partner.ts'
import type { CompiledSeats } from './compile-rule-set.ts'
import { BY_RESERVATION, packChoice, type DecisionTrace } from './decision-book.ts'
import { GIVEN_BY_RULES, HAS_EXCEPTION, type LeadColumns } from './lead-columns.ts'
import { LeadDistances } from './lead-distances.ts'
import { ExceptionFinder, NO_EXCEPTIONS } from './lead-exceptions.ts'
import { FREE, HELD, PAST, PLACED } from './lead-standing.ts'
import { OpenCandidates } from './open-candidates.ts'

const FIXED = outcomes.indexOf('fixed')
const KEPT = outcomes.indexOf('kept')
const ASSIGNED = outcomes.indexOf('assigned')
const UNROUTABLE = outcomes.indexOf('unroutable')

/** What a pass goes by and what it writes, by lead. */
export interface PassColumns extends Pick<AssignmentPlan, 'outcome' | 'partner' | 'territory' | 'turn' | 'kilometres'>, DecisionTrace {
  readonly standings: Uint8Array
  /** The winning rule of each lead that is free, or -1: where it stands in `territoryOf`. */
  readonly rule: Int32Array
  /** 1 for leads that may be known to a partner by name. */
  readonly mayBeNamed: Uint8Array
}

/** Makes room for a pass over so many leads. */
export function passColumns(standings: Uint8Array): PassColumns {
  const count = standings.length
  const none = () => new Int32Array(count).fill(-1)
  return {
    standings, rule: none(), mayBeNamed: new Uint8Array(count),
    outcome: new Uint8Array(count), partner: none(), territory: none(), turn: new Int32Array(count), kilometres: new Int16Array(count).fill(-1), full: new Uint16Array(count), choice: new Int32Array(count),
  }
}

/** What partners and territories are called by their numbers: those of the rules first, then others that leads have today. */
export interface Names {
  readonly partnerIds: readonly string[]
  readonly territoryIds: readonly string[]
  /** Positions in these lists, by the leads' own codes; -1 for none. */
  readonly partnerOf: Int32Array
  readonly territoryOf: Int32Array
}

export function namesOf({ partners, territories }: CompiledSeats, { dictionaries }: LeadColumns): Names {
  const partnerIds = union(partners.map(({ facts }) => facts.id), dictionaries.partner.values)
  const territoryIds = union(territories.map(({ facts }) => facts.id), dictionaries.territory.values)
  return { partnerIds, territoryIds, partnerOf: positionsIn(partnerIds, dictionaries.partner.values), territoryOf: positionsIn(territoryIds, dictionaries.territory.values) }
}

/** Decides leads one after the other; each decision rests on those before. Which rule wins is known already. */
export class DecisionPass {
  readonly open: OpenCandidates
  readonly chooser: PartnerChooser
  readonly exceptions: ExceptionFinder
  readonly names: Names
  readonly #seats: CompiledSeats
  readonly #leads: LeadColumns
  readonly #columns: PassColumns
  readonly #ruleTerritories: Int32Array
  readonly #distances: LeadDistances

  /** @param ruleTerritories the territory of each rule that `columns.rule` may name */
  constructor(seats: CompiledSeats, leads: LeadColumns, columns: PassColumns, ruleTerritories: Int32Array, names = namesOf(seats, leads)) {
    this.#seats = seats
    this.#leads = leads
    this.#columns = columns
    this.#ruleTerritories = ruleTerritories
    this.open = new OpenCandidates(seats, leads)
    this.exceptions = new ExceptionFinder(seats, leads)
    this.#distances = new LeadDistances(seats, leads)
    this.chooser = new PartnerChooser(seats, this.open, this.#distances)
    this.names = names
  }

  /** The territory that a lead's winning rule leads to, or -1. */
  territoryOfWinner(lead: number): number {
    const rule = this.#columns.rule[lead]!
    return rule < 0 ? -1 : this.#ruleTerritories[rule]!
  }

  /** Keeps room with the partners that free leads are reserved for. */
  holdReserved(): void {
    for (const [lead, id] of this.#leads.reservedFor) {
      if (this.#columns.standings[lead] === FREE && this.#isAvailable(id, lead)) this.chooser.hold(this.#seats.partnerNumbers.get(id)!)
    }
  }

  /** Decides a free lead, leaves any other where it is; in the order of arrival. */
  pass(lead: number): void {
    if (this.#columns.standings[lead] === FREE) this.#decide(lead)
    else this.#leave(lead)
  }

  /** Whether rules that put the lead where it is would put it into the same territory, among whose candidates its partner still is. */
  staysOnMap(lead: number): boolean {
    const rule = this.#columns.rule[lead]!
    const holder = this.names.partnerOf[this.#leads.partner[lead]!]!
    const reserved = (this.#leads.flags[lead]! & HAS_EXCEPTION) === 0 ? undefined : this.#leads.reservedFor.get(lead)
    if (reserved !== undefined) return reserved === this.names.partnerIds[holder]
    if (rule < 0) return false
    const territory = this.#ruleTerritories[rule]!
    if (territory !== this.names.territoryOf[this.#leads.territory[lead]!]) return false
    return this.#seats.territories[territory]!.seating?.partners.includes(holder) ?? false
  }

  #leave(lead: number): void {
    const { flags, partner, territory } = this.#leads
    const { standings, outcome, partner: partners, territory: territories } = this.#columns
    const standing = standings[lead]!
    if ((flags[lead]! & GIVEN_BY_RULES) !== 0) this.#takeTurnAgain(lead)
    if (standing === PAST) return
    const holder = this.names.partnerOf[partner[lead]!]!
    outcome[lead] = standing === HELD ? FIXED : KEPT
    partners[lead] = holder
    territories[lead] = this.names.territoryOf[territory[lead]!]!
    if (standing === PLACED && holder < this.#seats.partners.length) this.chooser.see(holder)
  }

  /** The rotation remembers every turn that rules gave, also of leads that are worked on or closed by now. */
  #takeTurnAgain(lead: number): void {
    const { partner, territory, reservedFor, flags } = this.#leads
    const holder = this.names.partnerOf[partner[lead]!]!
    if (holder < 0) return
    if ((flags[lead]! & HAS_EXCEPTION) !== 0 && reservedFor.get(lead) === this.names.partnerIds[holder]) return
    const seating = this.#seats.territories[this.names.territoryOf[territory[lead]!]!]?.seating ?? null
    const position = seating === null ? -1 : seating.partners.indexOf(holder)
    if (seating !== null && position >= 0) this.#columns.turn[lead] = this.chooser.take(seating.number, position)
  }

  #decide(lead: number): void {
    const columns = this.#columns
    const rule = columns.rule[lead]!
    const reserved = (this.#leads.flags[lead]! & HAS_EXCEPTION) === 0 ? undefined : this.#leads.reservedFor.get(lead)
    let chosen = -1
    if (rule >= 0) {
      const territory = this.#ruleTerritories[rule]!
      const seating = this.#seats.candidates.seatingOf[territory]!
      columns.territory[lead] = territory
      if (reserved === undefined && seating >= 0) chosen = this.#chooseFrom(territory, seating, lead)
    }
    if (reserved !== undefined) {
      columns.choice[lead] = BY_RESERVATION
      if (this.#isAvailable(reserved, lead)) chosen = this.#seats.partnerNumbers.get(reserved)!
    }
    if (chosen >= 0) this.chooser.see(chosen)
    columns.partner[lead] = chosen
    columns.outcome[lead] = chosen < 0 ? UNROUTABLE : ASSIGNED
  }

  #chooseFrom(territory: number, seating: number, lead: number): number {
    const chooser = this.chooser
    const { strategy: strategies, numbers, partnersAt } = this.#seats.candidates
    const { full, choice, mayBeNamed: named, turn } = this.#columns
    const mayBeNamed = named[lead] === 1
    const mayHaveExceptions = mayBeNamed || (this.#leads.flags[lead]! & HAS_EXCEPTION) !== 0
    this.open.aim(lead, territory, seating, mayHaveExceptions ? this.exceptions.find(lead, this.#seats.seatings[seating]!, mayBeNamed) : NO_EXCEPTIONS)
    const strategy = strategies[seating]!
    const isByTurns = strategy === ROUND_ROBIN
    const turnOf = isByTurns ? chooser.next(seating) : -1
    const position = isByTurns ? chooser.nextOpen(seating) : this.#compare(lead, seating, strategy)
    full[lead] = this.open.fullCount(seating)
    if (position < 0) return -1
    const partner = numbers[partnersAt[seating]! + position]!
    choice[lead] = packChoice(position, turnOf, isByTurns ? -1 : chooser.tie)
    if (isByTurns || strategy === WEIGHTED) turn[lead] = chooser.take(seating, position)
    chooser.hold(partner)
    return partner
  }

  /** The best position by a strategy that compares all; -1 where none is open. */
  #compare(lead: number, seating: number, strategy: number): number {
    if (strategy === WEIGHTED) return this.chooser.furthestBehind(seating)
    this.#distances.aim(lead, seating)
    if (strategy !== NEAREST) this.open.aimFit(lead, seating)
    const position = this.chooser.best(seating, strategy === NEAREST)
    if (position >= 0) this.#columns.kilometres[lead] = this.#distances.kilometres(position) ?? -1
    return position
  }

  #isAvailable(id: string, lead: number): boolean {
    const partner = this.#seats.partners[this.#seats.partnerNumbers.get(id) ?? -1]
    return partner?.facts.status === 'active' && !(this.#leads.declinedBy.get(lead)?.includes(id) ?? false)
  }
}

function union(known: readonly string[], more: readonly (string | null)[]): readonly string[] {
  return [...new Set([...known, ...more.filter((id) => id !== null)])]
}

/** -1 for a missing value. */
function positionsIn(ids: readonly string[], values: readonly (string | null)[]): Int32Array {
  const positions = new Map(ids.map((id, position) => [id, position]))
  return Int32Array.from(values, (id) => (id === null ? -1 : (positions.get(id) ?? -1)))
}
