import { outcomes, type AssignmentPlan } from './assignment-plan.ts'
import type { CompiledRuleSet } from './compile-rule-set.ts'
import type { Decision } from './decision.ts'
import { DecisionBook } from './decision-book.ts'
import { DecisionPass, passColumns, type PassColumns } from './decision-pass.ts'
import type { LeadColumns } from './lead-columns.ts'
import { FREE, MOVABLE, PAST, PLACED, PLACED_BEFORE, standingsOf, type Scope } from './lead-standing.ts'
import { LeadMatcher } from './match-leads.ts'

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
  readonly #leads: LeadColumns
  readonly #scope: Scope
  readonly #columns: PassColumns
  readonly #matcher: LeadMatcher
  readonly #deciding: DecisionPass
  readonly #book: DecisionBook

  constructor(compiled: CompiledRuleSet, leads: LeadColumns, scope: Scope) {
    this.#compiled = compiled
    this.#leads = leads
    this.#scope = scope
    this.#columns = passColumns(standingsOf(compiled.today, leads, scope))
    this.#matcher = new LeadMatcher(compiled, leads)
    this.#deciding = new DecisionPass(compiled, leads, this.#columns, compiled.territoryOf)
    this.#book = new DecisionBook({ compiled, leads, matcher: this.#matcher, open: this.#deciding.open, exceptions: this.#deciding.exceptions, trace: this.#columns })
  }

  finish(): AssignmentPlan {
    const only = typeof this.#scope === 'object' ? this.#scope.only : null
    const { outcome, partner, territory, rule, turn, kilometres } = this.#columns
    this.#decideUpTo(only)
    if (only !== null) outcome.fill(0, 0, only).fill(0, only + 1)
    const book = this.#book
    let decision: Int32Array | null = null
    const decisions = () => (decision ??= Int32Array.from(outcome, (one, lead) => (one === ASSIGNED || one === UNROUTABLE ? book.number(lead) : -1)))
    return {
      version: this.#compiled.version,
      count: this.#leads.count,
      outcome, partner, territory, rule, turn, kilometres,
      partnerIds: this.#deciding.names.partnerIds,
      territoryIds: this.#deciding.names.territoryIds,
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
    this.#columns.standings[lead] = FREE
    this.#decideUpTo(lead)
    return { decision: this.#book.describe(lead), turn: this.#columns.turn[lead]! }
  }

  /** @param last the lead after which to stop; null for none */
  #decideUpTo(last: number | null): void {
    const { count, order } = this.#leads
    const { standings, rule, mayBeNamed } = this.#columns
    const places = last === null ? count : 1 + (order === null ? last : order.indexOf(last))
    this.#matcher.matchFree(standings, rule, mayBeNamed)
    if (this.#scope === 'realign') this.#findMoved()
    this.#countHoldings()
    for (let from = 0; from < places; from += STRETCH) this.#passStretch(from, Math.min(places, from + STRETCH))
  }

  /** Of the leads that may move, sets those free that lie elsewhere on the map by now. */
  #findMoved(): void {
    const { standings, rule } = this.#columns
    for (let lead = 0; lead < standings.length; lead += 1) {
      if (standings[lead] !== MOVABLE) continue
      const stays = this.#deciding.staysOnMap(lead)
      standings[lead] = stays ? PLACED_BEFORE : FREE
      if (stays) rule[lead] = -1
    }
  }

  /** Counts every open lead that stays where it is, and every reserved one, before anything is decided: no capacity is overrun. */
  #countHoldings(): void {
    const { count, partner } = this.#leads
    const { standings } = this.#columns
    for (let lead = 0; lead < count; lead += 1) {
      const standing = standings[lead]!
      if (standing === PAST || standing === FREE) continue
      const holder = this.#deciding.names.partnerOf[partner[lead]!]!
      if (holder >= this.#compiled.partners.length) continue
      this.#deciding.chooser.hold(holder)
      if (standing !== PLACED) this.#deciding.chooser.see(holder)
    }
    this.#deciding.holdReserved()
  }

  #passStretch(from: number, to: number): void {
    const { order } = this.#leads
    for (let place = from; place < to; place += 1) this.#deciding.pass(order === null ? place : order[place]!)
  }
}
