import type { CompiledRuleSet, Seating } from './compile-rule-set.ts'
import type { LeadColumns } from './lead-columns.ts'

/** Positions of a seating that one lead in particular may not go to. */
export interface LeadExceptions {
  readonly declined: readonly number[]
  readonly customer: readonly number[]
  /** 32 positions: 1 for those excepted. */
  readonly mask: (word: number) => number
}

const NOBODY: readonly number[] = []

export const NO_EXCEPTIONS = exceptionsOf(NOBODY, NOBODY)

function exceptionsOf(declined: readonly number[], customer: readonly number[]): LeadExceptions {
  const mask = (word: number) => [...declined, ...customer].reduce((bits, position) => (position >> 5 === word ? bits | (1 << (position & 31)) : bits), 0)
  return { declined, customer, mask }
}

/** Finds what is rare: partners that declined a lead, and partners that are the lead's own company. */
export class ExceptionFinder {
  readonly #compiled: CompiledRuleSet
  readonly #leads: LeadColumns
  readonly #numbers = new Map<string, number>()
  readonly #exceptions: LeadExceptions[] = [NO_EXCEPTIONS]
  /** The numbers of leads that have any. */
  readonly #byLead = new Map<number, number>()

  constructor(compiled: CompiledRuleSet, leads: LeadColumns) {
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
    if (customer.length === 0 && declined.length === 0) return NO_EXCEPTIONS
    const text = JSON.stringify([declined, customer])
    const number = this.#numbers.get(text) ?? this.#exceptions.push(exceptionsOf(declined, customer)) - 1
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
