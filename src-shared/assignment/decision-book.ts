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
/** Numbers of a tuple before its rules. */
const FIXED_PART = 9

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
  readonly #tuple = new Int32Array(FIXED_PART + MAXIMUM_LOST + 1)
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
    const told = Math.min(ranks.length, MAXIMUM_LOST + 1)
    const territory = ranks.length === 0 ? -1 : compiled.territoryOf[ranks[0]!]!
    const seating = territory < 0 ? -1 : compiled.candidates.seatingOf[territory]!
    if (seating >= 0) open.aim(lead, territory, seating, NO_EXCEPTIONS)
    const objections = seating < 0 ? 0 : open.objections(seating)
    const tuple = this.#tuple
    tuple[0] = trace.full[lead]!
    tuple[1] = exceptions.number(lead)
    tuple[2] = trace.choice[lead]!
    tuple[3] = this.#reservationNumber(lead)
    tuple[4] = (objections & TO_PRODUCT) === 0 ? 0 : leads.product[lead]!
    tuple[5] = (objections & TO_LANGUAGE) === 0 ? 0 : leads.language[lead]!
    tuple[6] = (objections & TO_PLACE) === 0 ? 0 : leads.country[lead]!
    tuple[7] = (objections & TO_PLACE) === 0 ? 0 : leads.region[lead]!
    tuple[8] = ranks.length
    for (let at = 0; at < told; at += 1) tuple[FIXED_PART + at] = ranks[at]!
    const number = this.#tuples.intern(tuple, FIXED_PART + told)
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
    const ranks = [...matcher.rules(lead)]
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
