import type { CompiledRuleSet } from './compile-rule-set.ts'
import { MAXIMUM_LOST, type Decision } from './decision.ts'
import { describeDecision } from './describe-decision.ts'
import { TupleInterner } from './intern-tuples.ts'
import type { LeadColumns } from './lead-columns.ts'
import { NO_EXCEPTIONS, type ExceptionFinder } from './lead-exceptions.ts'
import type { LeadMatcher } from './match-leads.ts'
import { TO_LANGUAGE, TO_PLACE, TO_PRODUCT, type OpenCandidates } from './open-candidates.ts'

const POSITION_BITS = 10
const POSITION_MASK = (1 << POSITION_BITS) - 1
const TIE_SHIFT = 2 * POSITION_BITS
const RESERVED = 1 << 24

/** What a run has to remember of each decision, so that its explanation can be made later: two small numbers. */
export interface DecisionTrace {
  /** How many positions of the seating were at capacity. */
  readonly full: Uint16Array
  /** See `packChoice`. */
  readonly choice: Int32Array
}

/** The chosen position, the position whose turn it was, and the tie-break used; -1 for none. */
export function packChoice(position: number, turnOf: number, tie: number): number {
  return (position + 1) | ((turnOf + 1) << POSITION_BITS) | ((tie + 1) << TIE_SHIFT)
}

/** A lead that a registration decided. */
export const BY_RESERVATION = RESERVED

interface Sources {
  readonly compiled: CompiledRuleSet
  readonly leads: LeadColumns
  readonly matcher: LeadMatcher
  readonly open: OpenCandidates
  readonly exceptions: ExceptionFinder
  readonly trace: DecisionTrace
}

/** Writes explanations from what a run remembered; leads whose explanations would be the same text share one number. */
export class DecisionBook {
  readonly #from: Sources
  readonly #tuples = new TupleInterner()
  /** The first lead of each number. */
  readonly #examples: number[] = []
  readonly #reservations = new Map<string, number>()

  constructor(sources: Sources) {
    this.#from = sources
  }

  get count(): number {
    return this.#tuples.count
  }

  /** The number of a decided lead's explanation. */
  number(lead: number): number {
    const { compiled, leads, matcher, open, exceptions, trace } = this.#from
    const ranks = matcher.rules(lead)
    const tuple = [trace.full[lead]!, exceptions.number(lead), trace.choice[lead]!, this.#reservationNumber(lead), ranks.length]
    const territory = compiled.territories[compiled.rules[ranks[0] ?? -1]?.territory ?? -1]
    const seating = territory?.seating ?? null
    if (territory !== undefined && seating !== null) open.aim(lead, territory.number, seating.number, NO_EXCEPTIONS)
    const objections = seating === null ? 0 : open.objections(seating.number)
    tuple.push((objections & TO_PRODUCT) === 0 ? 0 : leads.product[lead]!, (objections & TO_LANGUAGE) === 0 ? 0 : leads.language[lead]!)
    tuple.push((objections & TO_PLACE) === 0 ? 0 : leads.country[lead]!, (objections & TO_PLACE) === 0 ? 0 : leads.region[lead]!)
    tuple.push(...ranks.slice(0, MAXIMUM_LOST + 1))
    const number = this.#tuples.intern(Int32Array.from(tuple), tuple.length)
    if (number === this.#examples.length) this.#examples.push(lead)
    return number
  }

  decisionAt(number: number): Decision {
    const example = this.#examples[number]
    if (example === undefined) throw new Error(`there is no decision ${number}`)
    return this.describe(example)
  }

  /** The explanation of one decided lead. */
  describe(lead: number): Decision {
    const { compiled, leads, matcher, exceptions, open, trace } = this.#from
    const { dictionaries } = leads
    const choice = trace.choice[lead]!
    const ranks = matcher.rules(lead)
    const seating = compiled.territories[compiled.rules[ranks[0] ?? -1]?.territory ?? -1]?.seating ?? null
    return describeDecision(compiled, {
      ranks,
      needs: {
        country: dictionaries.country.values[leads.country[lead]!] ?? null,
        region: dictionaries.region.values[leads.region[lead]!] ?? null,
        product: dictionaries.product.values[leads.product[lead]!] ?? null,
        language: dictionaries.language.values[leads.language[lead]!] ?? null,
      },
      full: seating === null ? [] : open.full(seating.number).slice(0, trace.full[lead]),
      exceptions: exceptions.exceptions(exceptions.number(lead)),
      position: (choice & POSITION_MASK) - 1,
      turnOf: ((choice >> POSITION_BITS) & POSITION_MASK) - 1,
      tie: ((choice >> TIE_SHIFT) & 0xf) - 1,
      reserved: (choice & RESERVED) === 0 ? null : this.#reservation(lead),
    })
  }

  #reservation(lead: number): { readonly id: string; readonly hasDeclined: boolean } {
    const { reservedFor, declinedBy } = this.#from.leads
    const id = reservedFor.get(lead) ?? ''
    return { id, hasDeclined: declinedBy.get(lead)?.includes(id) ?? false }
  }

  #reservationNumber(lead: number): number {
    if ((this.#from.trace.choice[lead]! & RESERVED) === 0) return 0
    const { id, hasDeclined } = this.#reservation(lead)
    const text = `${id} ${hasDeclined}`
    const known = this.#reservations.get(text) ?? this.#reservations.size + 1
    this.#reservations.set(text, known)
    return known
  }
}
