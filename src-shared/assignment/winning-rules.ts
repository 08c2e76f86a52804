import { compareRules, compileRuleSet, type CompiledRuleSet, type CompiledSeats } from './compile-rule-set.ts'
import { LeadFinder, type SoughtCondition } from './find-leads.ts'
import type { LeadColumns } from './lead-columns.ts'
import { FREE, PAST } from './lead-standing.ts'
import { LeadMatcher } from './match-leads.ts'
import { isInEffect, type Knowledge, type RuleFacts, type RuleSet } from './rule-set.ts'

/** More rules than this that differ from those of the index, and the index is made anew. */
const MOST_APART = 256
const GONE = Infinity
/** See match-leads.ts. */
const STRETCH = 2048

/** A rule as it stands in the order of rules; `slot` is its number here. */
interface RankedRule {
  readonly facts: RuleFacts
  readonly depth: number
  readonly slot: number
  /** Null: found by the index. */
  readonly sought: SoughtCondition | null
}

/**
 * The winning rule of every open lead, kept right while rules change: only leads that a changed rule has won, or may win, are
 * asked again. Rules of the first rule set are found by the index, those that have changed since by looking through the leads.
 */
export class WinningRules {
  /** By lead, the number of the winning rule, -1 where none holds; whatever it was before for leads that are closed. */
  readonly winner: Int32Array
  /** 1 for leads that may be known by name to a partner or to a rule. */
  readonly mayBeNamed: Uint8Array
  readonly #leads: LeadColumns
  readonly #finder: LeadFinder
  readonly #knowledge: Knowledge
  readonly #isOpen: Uint8Array
  /** The rules that were followed last, whether in effect or not; a copy, for the caller's list may change. */
  #followed: readonly RuleFacts[] = []
  #seats: CompiledSeats
  #base!: CompiledRuleSet
  #matcher!: LeadMatcher
  /** The rules in force, by id. */
  #rules = new Map<string, RankedRule>()
  /** By slot: where the rule stands in the order, and what it is; slots from the number of the index's rules on are of changed rules. */
  #ranks: number[] = []
  #facts: RuleFacts[] = []
  #apart: RankedRule[] = []

  constructor(leads: LeadColumns, standings: Uint8Array, ruleSet: RuleSet, seats: CompiledSeats, knowledge: Knowledge) {
    this.#seats = seats
    this.#leads = leads
    this.#knowledge = knowledge
    this.#isOpen = standings.map((standing) => (standing === PAST ? 0 : FREE))
    this.#finder = new LeadFinder(leads, (lead) => standings[lead] !== PAST, knowledge.foldCompany)
    this.winner = new Int32Array(leads.count).fill(-1)
    this.mayBeNamed = new Uint8Array(leads.count)
    this.begin(ruleSet)
  }

  /** Makes the index anew, and asks every lead. */
  begin(ruleSet: RuleSet): void {
    this.#followed = [...ruleSet.rules]
    this.#base = compileRuleSet(ruleSet, this.#knowledge)
    this.#matcher = new LeadMatcher(this.#base, this.#leads)
    this.winner.fill(-1)
    this.#matcher.matchFree(this.#isOpen, this.winner, this.mayBeNamed)
    this.#rules = new Map(this.#base.rules.map(({ facts, depth }, slot) => [facts.id, { facts, depth, slot, sought: null }]))
    this.#ranks = this.#base.rules.map((_, slot) => slot)
    this.#facts = this.#base.rules.map(({ facts }) => facts)
    this.#apart = []
  }

  /** The rules by slot, for `winner`; those that are gone too. */
  get facts(): readonly RuleFacts[] {
    return this.#facts
  }

  /**
   * Goes over to other rules.
   * @param changed is told of each lead whose winner is another now
   * @returns whether that was done bit by bit; false: all was made anew, and nobody was told
   */
  follow(ruleSet: RuleSet, seats: CompiledSeats, changed: (lead: number, was: number) => void): boolean {
    const { lost, gained } = this.#compare(ruleSet, seats)
    if (this.#apart.length + gained.length > MOST_APART) {
      this.begin(ruleSet)
      return false
    }
    const isLost = new Uint8Array(this.#facts.length)
    for (const { slot } of lost) {
      isLost[slot] = 1
      this.#ranks[slot] = GONE
    }
    this.#apart = this.#apart.filter(({ slot }) => isLost[slot] === 0)
    const joining = gained.map((rule) => this.#join(rule))
    this.#rank()
    const { winner } = this
    if (lost.length > 0) for (let from = 0; from < winner.length; from += STRETCH) this.#askAgain(from, Math.min(winner.length, from + STRETCH), isLost, changed)
    for (const { slot, sought } of joining) {
      const rank = this.#ranks[slot]!
      this.#finder.each(sought, (lead) => {
        const was = winner[lead]!
        if (was === slot || (was >= 0 && this.#ranks[was]! < rank) || !this.#finder.holds(sought, lead)) return
        winner[lead] = slot
        changed(lead, was)
      })
    }
    return true
  }

  #askAgain(from: number, to: number, isLost: Uint8Array, changed: (lead: number, was: number) => void): void {
    const { winner } = this
    for (let lead = from; lead < to; lead += 1) {
      const was = winner[lead]!
      if (was < 0 || isLost[was] !== 1) continue
      const now = this.#best(lead)
      winner[lead] = now
      if (now !== was) changed(lead, was)
    }
  }

  /** What is in force no more, and what is new; a rule that has changed is both. */
  #compare(ruleSet: RuleSet, seats: CompiledSeats) {
    const former = this.#followed
    const areSeatsSame = seats === this.#seats
    const isUnlike = (others: readonly RuleFacts[]) => (rule: RuleFacts, at: number) => !areSeatsSame || others[at] !== rule
    const lost = new Map(former.filter(isUnlike(ruleSet.rules)).flatMap(({ id }) => this.#rules.get(id) ?? []).map((rule) => [rule.facts.id, rule]))
    const gained: Pick<RankedRule, 'facts' | 'depth'>[] = []
    for (const facts of ruleSet.rules.filter(isUnlike(former))) {
      const territory = seats.territories[seats.territoryNumbers.get(facts.territoryId) ?? -1]
      if (territory === undefined || !isInEffect(facts, ruleSet.today)) continue
      const known = lost.get(facts.id)
      if (known !== undefined && known.depth === territory.depth && isSame(known.facts, facts)) lost.delete(facts.id)
      else gained.push({ facts, depth: territory.depth })
    }
    for (const id of lost.keys()) this.#rules.delete(id)
    this.#followed = [...ruleSet.rules]
    this.#seats = seats
    return { lost: [...lost.values()], gained }
  }

  #join({ facts, depth }: Pick<RankedRule, 'facts' | 'depth'>): RankedRule & { readonly sought: SoughtCondition } {
    const sought = this.#finder.seek(facts.condition)
    const rule = { facts, depth, slot: this.#facts.length, sought }
    this.#facts.push(facts)
    this.#ranks.push(GONE)
    this.#apart.push(rule)
    this.#rules.set(facts.id, rule)
    return rule
  }

  /** Puts the changed rules in order among those of the index, whose ranks are whole numbers. */
  #rank(): void {
    const { rules } = this.#base
    this.#apart.sort(compareRules)
    let before = -1
    let within = 0
    for (const rule of this.#apart) {
      let low = 0
      let high = rules.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (compareRules(rules[middle]!, rule) < 0) low = middle + 1
        else high = middle
      }
      within = low === before ? within + 1 : 1
      before = low
      this.#ranks[rule.slot] = low - 1 + within / (MOST_APART + 1)
    }
  }

  #best(lead: number): number {
    let best = -1
    let rank = GONE
    for (const slot of this.#matcher.rules(lead)) {
      if (this.#ranks[slot] === GONE) continue
      best = slot
      rank = slot
      break
    }
    for (const { slot, sought } of this.#apart) {
      if (this.#ranks[slot]! > rank) break
      if (sought !== null && this.#finder.holds(sought, lead)) return slot
    }
    return best
  }
}

function isSame(one: RuleFacts, other: RuleFacts): boolean {
  return (
    one === other ||
    (one.code === other.code && one.territoryId === other.territoryId && one.priority === other.priority && JSON.stringify(one.condition) === JSON.stringify(other.condition))
  )
}
