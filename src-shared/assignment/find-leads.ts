import type { ConditionNode } from '../territories/condition.ts'
import { COUNTRY, createAlphabet, HashFilter, REGION, setColumns, type Alphabet } from './alphabet.ts'
import { compileCondition, createProbe, holds, literalHolds, literalsOf, type CompiledCondition, type Literal, type Probe } from './compile-condition.ts'
import { foldText } from './fold-text.ts'
import type { LeadColumns } from './lead-columns.ts'
import type { Knowledge } from './rule-set.ts'

/** A condition made ready for looking through leads: where it may hold, so that few of them are asked. */
export interface SoughtCondition {
  readonly condition: CompiledCondition
  /** By place (see `LeadFinder.placeOf`): 1 where it may hold. */
  readonly places: Uint8Array
  /** By code of industry, product and source; null where any will do. */
  readonly values: readonly (Uint8Array | null)[]
  /** Of the named accounts, where it holds for no other lead. */
  readonly named: HashFilter | null
}

const valueColumns = ['industry', 'product', 'source'] as const

/** Finds the leads for which a condition holds, whatever other rules there are. Leads are kept by place, in their own codes. */
export class LeadFinder {
  /** The place of each lead sought: a country with a region, as both are written in the lead. */
  readonly placeOf: Int32Array
  readonly #leads: LeadColumns
  readonly #foldCompany: Knowledge['foldCompany']
  /** The leads, place by place, and where each place begins. */
  readonly #sorted: Uint32Array
  readonly #starts: Uint32Array
  readonly #places: readonly (readonly [country: number, region: number])[]
  readonly #alphabet: Alphabet
  readonly #probe: Probe = createProbe()

  /** @param isSought says which leads are looked through */
  constructor(leads: LeadColumns, isSought: (lead: number) => boolean, foldCompany: Knowledge['foldCompany']) {
    const { count, country, region, dictionaries } = leads
    this.#leads = leads
    this.#foldCompany = foldCompany
    this.#alphabet = { ...dictionaries, accounts: createAlphabet(foldCompany).accounts }
    const regions = dictionaries.region.values.length
    const numbers = new Map<number, number>()
    this.placeOf = new Int32Array(count).fill(-1)
    for (let lead = 0; lead < count; lead += 1) {
      if (!isSought(lead)) continue
      const key = country[lead]! * regions + region[lead]!
      let place = numbers.get(key)
      if (place === undefined) numbers.set(key, (place = numbers.size))
      this.placeOf[lead] = place
    }
    this.#places = [...numbers.keys()].map((key) => [Math.floor(key / regions), key % regions])
    this.#starts = new Uint32Array(numbers.size + 1)
    for (const place of this.placeOf) if (place >= 0) this.#starts[place + 1]! += 1
    for (let place = 0; place < numbers.size; place += 1) this.#starts[place + 1]! += this.#starts[place]!
    this.#sorted = new Uint32Array(this.#starts[numbers.size]!)
    const next = this.#starts.slice()
    for (let lead = 0; lead < count; lead += 1) {
      const place = this.placeOf[lead]!
      if (place >= 0) this.#sorted[next[place]!++] = lead
    }
  }

  seek(node: ConditionNode): SoughtCondition {
    const condition = compileCondition(node, this.#alphabet)
    const literals = literalsOf(condition)
    const probe = createProbe()
    const places = Uint8Array.from(this.#places, ([country, region]) => {
      probe.codes[COUNTRY] = country
      probe.codes[REGION] = region
      return mayHold(condition, (literal) => (isPlace(literal) ? literalHolds(literal, probe) : true)) ? 1 : 0
    })
    const values = valueColumns.map((name) => {
      const column = setColumns.indexOf(name)
      const isAsked = ({ test }: Literal): boolean => test.kind === 'in' && test.column === column
      if (!literals.some(isAsked)) return null
      return Uint8Array.from(this.#leads.dictionaries[name].values, (_, code) => {
        probe.codes[column] = code
        return mayHold(condition, (literal) => (isAsked(literal) ? literalHolds(literal, probe) : true)) ? 1 : 0
      })
    })
    const isAccount = ({ test, negated }: Literal): boolean => test.kind === 'account' && !negated
    const needsName = !mayHold(condition, (literal) => !isAccount(literal))
    return { condition, places, values, named: needsName ? this.#filterOf(node) : null }
  }

  /** Whether a condition holds for a lead. */
  holds({ condition, places }: SoughtCondition, lead: number): boolean {
    if (places[this.placeOf[lead]!] !== 1) return false
    return holds(condition, this.#look(lead))
  }

  /** Calls back with every lead for which a condition may hold: ask `holds` of it. */
  each({ places, values: [industries, products, sources], named }: SoughtCondition, visit: (lead: number) => void): void {
    const { industry, product, source, identifiers } = this.#leads
    for (let place = 0; place < places.length; place += 1) {
      if (places[place] === 0) continue
      for (let at = this.#starts[place]!; at < this.#starts[place + 1]!; at += 1) {
        const lead = this.#sorted[at]!
        if (industries != null && industries[industry[lead]!] !== 1) continue
        if (products != null && products[product[lead]!] !== 1) continue
        if (sources != null && sources[source[lead]!] !== 1) continue
        if (named !== null && !named.mayHaveOne(identifiers[3 * lead]!, identifiers[3 * lead + 1]!, identifiers[3 * lead + 2]!)) continue
        visit(lead)
      }
    }
  }

  #look(lead: number): Probe {
    const leads = this.#leads
    const probe = this.#probe
    const { codes } = probe
    codes[0] = leads.country[lead]!
    codes[1] = leads.region[lead]!
    codes[2] = leads.industry[lead]!
    codes[3] = leads.product[lead]!
    codes[4] = leads.source[lead]!
    probe.employees = leads.employees[lead]!
    probe.postcode = leads.postcode[lead]!
    probe.accounts = () => this.#accountsOf(lead)
    return probe
  }

  #accountsOf(lead: number): readonly number[] {
    const { numbers, domains, companies } = this.#leads
    const { byText, byCompany } = this.#alphabet.accounts
    return [...(byText.get(numbers[lead] ?? '') ?? []), ...(byText.get(domains[lead] ?? '') ?? []), ...(byCompany.get(companies[lead] ?? '') ?? [])]
  }

  #filterOf(node: ConditionNode): HashFilter {
    const filter = new HashFilter()
    for (const entry of accountsIn(node)) for (const text of [foldText(entry), this.#foldCompany(entry)]) if (text !== '') filter.add(text)
    return filter
  }
}

/** Whether a condition could hold, where literals that are not known count as holding. */
function mayHold(condition: CompiledCondition, literalMay: (literal: Literal) => boolean): boolean {
  switch (condition.kind) {
    case 'literal': return literalMay(condition.literal)
    case 'all': return condition.parts.every((part) => mayHold(part, literalMay))
    case 'any': return condition.parts.some((part) => mayHold(part, literalMay))
  }
}

function isPlace({ test }: Literal): boolean {
  return test.kind === 'region' || (test.kind === 'in' && test.column === COUNTRY)
}

function accountsIn(node: ConditionNode): readonly string[] {
  if ('field' in node) return node.field === 'account' ? node.is : []
  if ('none' in node) return node.none.flatMap(accountsIn)
  return ('all' in node ? node.all : node.any).flatMap(accountsIn)
}
