import type { CompiledSeats, Seating } from './compile-rule-set.ts'
import { RELEASED, type LeadColumns } from './lead-columns.ts'

/** Positions of a seating that one lead in particular may not go to. */
export interface LeadExceptions {
  readonly declined: readonly number[]
  readonly customer: readonly number[]
  /** Had the lead last, and it came back declined, expired or recalled (field.md B2: the next one is offered it). */
  readonly hadItLast: readonly number[]
  /** 32 positions: 1 for those excepted. */
  readonly mask: (word: number) => number
}

const NOBODY: readonly number[] = []

export const NO_EXCEPTIONS = exceptionsOf(NOBODY, NOBODY, NOBODY)

function exceptionsOf(declined: readonly number[], customer: readonly number[], hadItLast: readonly number[]): LeadExceptions {
  const mask = (word: number) => [...declined, ...customer, ...hadItLast].reduce((bits, position) => (position >> 5 === word ? bits | (1 << (position & 31)) : bits), 0)
  return { declined, customer, hadItLast, mask }
}

/** Finds what is rare: partners that declined a lead or had it last, and partners that are the lead's own company. */
export class ExceptionFinder {
  readonly #compiled: CompiledSeats
  readonly #leads: LeadColumns
  readonly #numbers = new Map<string, number>()
  readonly #exceptions: LeadExceptions[] = [NO_EXCEPTIONS]
  /** The numbers of leads that have any. */
  readonly #byLead = new Map<number, number>()

  constructor(compiled: CompiledSeats, leads: LeadColumns) {
    this.#compiled = compiled
    this.#leads = leads
  }

  /**
   * The exceptions of a lead among a seating's candidates.
   * @param mayBeNamed false when the lead is surely no partner
   */
  find(lead: number, seating: Seating, mayBeNamed: boolean): LeadExceptions {
    const customer = mayBeNamed ? this.#seatsOf(this.#partnersThatAre(lead), seating) : NOBODY
    const declined = this.#seatsOf(this.#decliners(lead), seating)
    const hadItLast = this.#seatsOf(this.#lastHolder(lead), seating)
    if (customer.length === 0 && declined.length === 0 && hadItLast.length === 0) return NO_EXCEPTIONS
    const text = JSON.stringify([declined, customer, hadItLast])
    const number = this.#numbers.get(text) ?? this.#exceptions.push(exceptionsOf(declined, customer, hadItLast)) - 1
    this.#numbers.set(text, number)
    this.#byLead.set(lead, number)
    return this.#exceptions[number]!
  }

  /** What `find` answered for a lead, as a number that equal answers share; 0 for none. */
  number(lead: number): number {
    return this.#byLead.get(lead) ?? 0
  }

  exceptions(number: number): LeadExceptions {
    return this.#exceptions[number]!
  }

  #partnersThatAre(lead: number): readonly number[] {
    const { domains, companies } = this.#leads
    const { partnersByDomain, partnersByCompany } = this.#compiled
    return [...(partnersByDomain.get(domains[lead] ?? '') ?? NOBODY), ...(partnersByCompany.get(companies[lead] ?? '') ?? NOBODY)]
  }

  #decliners(lead: number): readonly number[] {
    const ids = this.#leads.declinedBy.get(lead)
    return ids === undefined ? NOBODY : ids.map((id) => this.#compiled.partnerNumbers.get(id) ?? -1)
  }

  #lastHolder(lead: number): readonly number[] {
    const { state, partner, dictionaries } = this.#leads
    if (state[lead] !== RELEASED) return NOBODY
    return [this.#compiled.partnerNumbers.get(dictionaries.partner.values[partner[lead]!] ?? '') ?? -1]
  }

  #seatsOf(partners: readonly number[], { number }: Seating): readonly number[] {
    const positions: number[] = []
    for (const partner of partners) {
      for (const { seating, position } of this.#compiled.partners[partner]?.seats ?? []) {
        if (seating === number && !positions.includes(position)) positions.push(position)
      }
    }
    return positions.sort((one, other) => one - other)
  }
}
