import { outcomes, type AssignmentPlan } from './assignment-plan.ts'
import type { CandidateTable } from './candidate-table.ts'
import { NEAREST, PartnerChooser, ROUND_ROBIN, WEIGHTED } from './choose-partner.ts'
import type { CompiledRuleSet } from './compile-rule-set.ts'
import type { Decision } from './decision.ts'
import { BY_RESERVATION, DecisionBook, packChoice, type DecisionTrace } from './decision-book.ts'
import { GIVEN_BY_RULES, HAS_EXCEPTION, type LeadColumns } from './lead-columns.ts'
import { LeadDistances } from './lead-distances.ts'
import { ExceptionFinder, NO_EXCEPTIONS } from './lead-exceptions.ts'
import { FREE, HELD, PAST, PLACED, standingsOf, type Scope } from './lead-standing.ts'
import { LeadMatcher } from './match-leads.ts'
import { OpenCandidates } from './open-candidates.ts'

const FIXED = outcomes.indexOf('fixed')
const KEPT = outcomes.indexOf('kept')
const ASSIGNED = outcomes.indexOf('assigned')
const UNROUTABLE = outcomes.indexOf('unroutable')
/** See match-leads.ts. */
const STRETCH = 2048

/** What a run saw when it came to one lead. */
export interface Observation {
  readonly decision: Decision
  readonly turn: number
}

/** One pass over a snapshot. Of each decision it keeps two numbers; words are made of them on demand. */
export class AssignmentRun {
  readonly #compiled: CompiledRuleSet
  readonly #table: CandidateTable
  readonly #leads: LeadColumns
  readonly #scope: Scope
  readonly #standings: Uint8Array
  readonly #matcher: LeadMatcher
  readonly #open: OpenCandidates
  readonly #distances: LeadDistances
  readonly #exceptions: ExceptionFinder
  readonly #chooser: PartnerChooser
  readonly #book: DecisionBook
  readonly #partnerIds: readonly string[]
  readonly #territoryIds: readonly string[]
  /** Positions in these lists, by the leads' own codes. */
  readonly #partnerOf: Int32Array
  readonly #territoryOf: Int32Array
  readonly #result: Pick<AssignmentPlan, 'outcome' | 'partner' | 'territory' | 'rule' | 'turn' | 'kilometres'>
  readonly #trace: DecisionTrace
  readonly #mayBeNamed: Uint8Array

  constructor(compiled: CompiledRuleSet, leads: LeadColumns, scope: Scope) {
    const { dictionaries, count } = leads
    const numbers = (value: number) => (value === 0 ? new Int32Array(count) : new Int32Array(count).fill(value))
    this.#compiled = compiled
    this.#table = compiled.candidates
    this.#leads = leads
    this.#scope = scope
    this.#standings = standingsOf(compiled, leads, scope)
    this.#matcher = new LeadMatcher(compiled, leads)
    this.#open = new OpenCandidates(compiled, leads)
    this.#distances = new LeadDistances(compiled, leads)
    this.#exceptions = new ExceptionFinder(compiled, leads)
    this.#chooser = new PartnerChooser(compiled, this.#open, this.#distances)
    this.#partnerIds = union(compiled.partners.map(({ facts }) => facts.id), dictionaries.partner.values)
    this.#territoryIds = union(compiled.territories.map(({ facts }) => facts.id), dictionaries.territory.values)
    this.#partnerOf = positionsIn(this.#partnerIds, dictionaries.partner.values)
    this.#territoryOf = positionsIn(this.#territoryIds, dictionaries.territory.values)
    this.#result = { outcome: new Uint8Array(count), partner: numbers(-1), territory: numbers(-1), rule: numbers(-1), turn: numbers(0), kilometres: new Int16Array(count).fill(-1) }
    this.#trace = { full: new Uint16Array(count), choice: numbers(0) }
    this.#mayBeNamed = new Uint8Array(count)
    this.#book = new DecisionBook({ compiled, leads, matcher: this.#matcher, open: this.#open, exceptions: this.#exceptions, trace: this.#trace })
  }

  finish(): AssignmentPlan {
    const only = typeof this.#scope === 'object' ? this.#scope.only : null
    const { outcome } = this.#result
    this.#countHoldings()
    this.#pass(only)
    if (only !== null) outcome.fill(0, 0, only).fill(0, only + 1)
    const book = this.#book
    let decision: Int32Array | null = null
    const decisions = () => (decision ??= Int32Array.from(outcome, (one, lead) => (one === ASSIGNED || one === UNROUTABLE ? book.number(lead) : -1)))
    return {
      version: this.#compiled.version,
      count: this.#leads.count,
      ...this.#result,
      partnerIds: this.#partnerIds,
      territoryIds: this.#territoryIds,
      ruleIds: this.#compiled.rules.map(({ facts }) => facts.id),
      get decision() {
        return decisions()
      },
      get decisionCount() {
        decisions()
        return book.count
      },
      decisionAt: (number) => book.decisionAt(number),
    }
  }

  /** Decides one lead at its place in the order, even if a partner has it already. */
  observe(lead: number): Observation {
    this.#standings[lead] = FREE
    this.#countHoldings()
    this.#pass(lead)
    return { decision: this.#book.describe(lead), turn: this.#result.turn[lead]! }
  }

  /** Counts every open lead that stays where it is, and every reserved one, before anything is decided: no capacity is overrun. */
  #countHoldings(): void {
    const { count, partner, reservedFor } = this.#leads
    for (let lead = 0; lead < count; lead += 1) {
      const standing = this.#standings[lead]!
      if (standing === PAST || standing === FREE) continue
      const holder = this.#partnerOf[partner[lead]!]!
      if (holder >= this.#compiled.partners.length) continue
      this.#chooser.hold(holder)
      if (standing !== PLACED) this.#chooser.see(holder)
    }
    for (const [lead, id] of reservedFor) {
      if (this.#standings[lead] === FREE && this.#isAvailable(id, lead)) this.#chooser.hold(this.#compiled.partnerNumbers.get(id)!)
    }
  }

  /** @param last the lead after which to stop; null for none */
  #pass(last: number | null): void {
    const { count, order } = this.#leads
    const places = last === null ? count : 1 + (order === null ? last : order.indexOf(last))
    this.#matcher.matchFree(this.#standings, this.#result.rule, this.#mayBeNamed)
    for (let from = 0; from < places; from += STRETCH) this.#passStretch(from, Math.min(places, from + STRETCH))
  }

  #passStretch(from: number, to: number): void {
    const { order } = this.#leads
    for (let place = from; place < to; place += 1) {
      const lead = order === null ? place : order[place]!
      if (this.#standings[lead] === FREE) this.#decide(lead)
      else this.#leave(lead)
    }
  }

  #leave(lead: number): void {
    const { flags, partner, territory } = this.#leads
    const standing = this.#standings[lead]!
    const { outcome, partner: partners, territory: territories } = this.#result
    if ((flags[lead]! & GIVEN_BY_RULES) !== 0) this.#takeTurnAgain(lead)
    if (standing === PAST) return
    const holder = this.#partnerOf[partner[lead]!]!
    outcome[lead] = standing === HELD ? FIXED : KEPT
    partners[lead] = holder
    territories[lead] = this.#territoryOf[territory[lead]!]!
    if (standing === PLACED && holder < this.#compiled.partners.length) this.#chooser.see(holder)
  }

  /** The rotation remembers every turn that rules gave, also of leads that are worked on or closed by now. */
  #takeTurnAgain(lead: number): void {
    const { partner, territory, reservedFor, flags } = this.#leads
    const holder = this.#partnerOf[partner[lead]!]!
    if (holder < 0) return
    if ((flags[lead]! & HAS_EXCEPTION) !== 0 && reservedFor.get(lead) === this.#partnerIds[holder]) return
    const seating = this.#compiled.territories[this.#territoryOf[territory[lead]!]!]?.seating ?? null
    const position = seating === null ? -1 : seating.partners.indexOf(holder)
    if (seating !== null && position >= 0) this.#result.turn[lead] = this.#chooser.take(seating.number, position)
  }

  #decide(lead: number): void {
    const result = this.#result
    const rank = result.rule[lead]!
    const reserved = (this.#leads.flags[lead]! & HAS_EXCEPTION) === 0 ? undefined : this.#leads.reservedFor.get(lead)
    let chosen = -1
    if (rank >= 0) {
      const territory = this.#compiled.territoryOf[rank]!
      const seating = this.#table.seatingOf[territory]!
      result.territory[lead] = territory
      if (reserved === undefined && seating >= 0) chosen = this.#chooseFrom(territory, seating, lead)
    }
    if (reserved !== undefined) {
      this.#trace.choice[lead] = BY_RESERVATION
      if (this.#isAvailable(reserved, lead)) chosen = this.#compiled.partnerNumbers.get(reserved)!
    }
    if (chosen >= 0) this.#chooser.see(chosen)
    result.partner[lead] = chosen
    result.outcome[lead] = chosen < 0 ? UNROUTABLE : ASSIGNED
  }

  #chooseFrom(territory: number, seating: number, lead: number): number {
    const chooser = this.#chooser
    const { strategy: strategies, numbers, partnersAt } = this.#table
    const { full, choice } = this.#trace
    const mayBeNamed = this.#mayBeNamed[lead] === 1
    const mayHaveExceptions = mayBeNamed || (this.#leads.flags[lead]! & HAS_EXCEPTION) !== 0
    this.#open.aim(lead, territory, seating, mayHaveExceptions ? this.#exceptions.find(lead, this.#compiled.seatings[seating]!, mayBeNamed) : NO_EXCEPTIONS)
    const strategy = strategies[seating]!
    const isByTurns = strategy === ROUND_ROBIN
    const turnOf = isByTurns ? chooser.next(seating) : -1
    const position = isByTurns ? chooser.nextOpen(seating) : this.#compare(lead, seating, strategy)
    full[lead] = this.#open.fullCount(seating)
    if (position < 0) return -1
    const partner = numbers[partnersAt[seating]! + position]!
    choice[lead] = packChoice(position, turnOf, isByTurns ? -1 : chooser.tie)
    if (isByTurns || strategy === WEIGHTED) this.#result.turn[lead] = chooser.take(seating, position)
    chooser.hold(partner)
    return partner
  }

  /** The best position by a strategy that compares all; -1 where none is open. */
  #compare(lead: number, seating: number, strategy: number): number {
    if (strategy === WEIGHTED) return this.#chooser.furthestBehind(seating)
    this.#distances.aim(lead, seating)
    if (strategy !== NEAREST) this.#open.aimFit(lead, seating)
    const position = this.#chooser.best(seating, strategy === NEAREST)
    if (position >= 0) this.#result.kilometres[lead] = this.#distances.kilometres(position) ?? -1
    return position
  }

  #isAvailable(id: string, lead: number): boolean {
    const partner = this.#compiled.partners[this.#compiled.partnerNumbers.get(id) ?? -1]
    return partner?.facts.status === 'active' && !this.#hasDeclined(id, lead)
  }

  #hasDeclined(id: string, lead: number): boolean {
    return this.#leads.declinedBy.get(lead)?.includes(id) ?? false
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
