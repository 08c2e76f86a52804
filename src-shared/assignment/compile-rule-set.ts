import { tierRank } from '../partners/partner.ts'
import { createAlphabet, HashFilter, type Alphabet } from './alphabet.ts'
import { CandidateTable } from './candidate-table.ts'
import { compileCondition, type CompiledCondition } from './compile-condition.ts'
import { foldText } from './fold-text.ts'
import { hashRuleSet } from './hash-rule-set.ts'
import { primaryLanguage } from './lead-columns.ts'
import { createMatchIndex, type MatchIndex } from './match-index.ts'
import { isInEffect, type Knowledge, type PartnerFacts, type RuleFacts, type RuleSet, type TerritoryFacts } from './rule-set.ts'

/** Who may be given what, apart from the rules. Numbers are positions in these lists. */
export interface CompiledSeats {
  readonly today: string
  readonly knowledge: Knowledge
  readonly territories: readonly CompiledTerritory[]
  /** In the order of their codes, so that the lower number wins the last tie-break. */
  readonly partners: readonly CompiledPartner[]
  readonly territoryNumbers: ReadonlyMap<string, number>
  readonly partnerNumbers: ReadonlyMap<string, number>
  readonly seatings: readonly Seating[]
  readonly candidates: CandidateTable
  readonly partnersByDomain: ReadonlyMap<string, readonly number[]>
  readonly partnersByCompany: ReadonlyMap<string, readonly number[]>
}

/** Rules, territories and partners, checked against each other once and indexed for a million leads. */
export interface CompiledRuleSet extends CompiledSeats {
  readonly version: string
  /** The rules in effect, the winning ones first: by priority, then the deeper territory, then code. */
  readonly rules: readonly CompiledRule[]
  /** The territory of each rule. */
  readonly territoryOf: Int32Array
  readonly alphabet: Alphabet
  readonly index: MatchIndex
  /** Of the corporate numbers, domains and company names that rules and partners are known by. */
  readonly filter: HashFilter
}

export interface CompiledRule {
  readonly facts: RuleFacts
  readonly territory: number
  readonly depth: number
  readonly condition: CompiledCondition
}

export interface CompiledTerritory {
  readonly number: number
  readonly facts: TerritoryFacts
  /** Ancestors above it. */
  readonly depth: number
  /** Its own candidates, else those of the nearest ancestor that states some. */
  readonly seating: Seating | null
  /** The demands of every territory from this one up to where the candidates are stated, together. */
  readonly requirements: Requirements
}

export interface Requirements {
  readonly certifications: readonly string[]
  readonly minimumTier: PartnerFacts['tier'] | null
  readonly language: boolean
}

/** The candidates of a territory in stated order, with its way of choosing; -1 stands for a partner that is gone. */
export interface Seating {
  readonly number: number
  /** 32-bit words of a mask over its positions. */
  readonly words: number
  readonly territory: TerritoryFacts
  readonly partnerIds: readonly string[]
  readonly partners: Int32Array
  readonly weights: Int32Array
}

export interface CompiledPartner {
  readonly facts: PartnerFacts
  readonly capacity: number
  readonly tier: number
  readonly languages: ReadonlySet<string>
  readonly industries: ReadonlySet<string>
  readonly seats: readonly Seat[]
}

export interface Seat {
  readonly seating: number
  readonly position: number
}

const NO_LIMIT = 0x7fffffff

export function compileRuleSet(ruleSet: RuleSet, knowledge: Knowledge): CompiledRuleSet {
  const seats = compileSeats(ruleSet, knowledge)
  const { territories, territoryNumbers, partnersByDomain, partnersByCompany } = seats
  const alphabet = createAlphabet(knowledge.foldCompany)
  const rules = ruleSet.rules
    .filter((rule) => isInEffect(rule, ruleSet.today) && territoryNumbers.has(rule.territoryId))
    .map((facts) => ({ facts, territory: territoryNumbers.get(facts.territoryId) ?? 0 }))
    .map((rule) => ({ ...rule, depth: territories[rule.territory]?.depth ?? 0, condition: compileCondition(rule.facts.condition, alphabet) }))
    .toSorted(compareRules)

  const filter = new HashFilter()
  for (const texts of [alphabet.accounts.byText, alphabet.accounts.byCompany, partnersByDomain, partnersByCompany]) for (const text of texts.keys()) filter.add(text)

  return {
    ...seats,
    version: hashRuleSet(ruleSet, knowledge.foldCompany),
    rules, alphabet, filter,
    territoryOf: Int32Array.from(rules, (rule) => rule.territory),
    index: createMatchIndex(rules.map((rule) => rule.condition), alphabet),
  }
}

export function compileSeats(ruleSet: Omit<RuleSet, 'rules'>, knowledge: Knowledge): CompiledSeats {
  const partnerRows = ruleSet.partners.toSorted((one, other) => compareText(one.code, other.code) || compareText(one.id, other.id))
  const territoryRows = ruleSet.territories.toSorted((one, other) => compareText(one.id, other.id))
  const partnerNumbers = numbered(partnerRows)
  const { territories, seatings } = compileTerritories(territoryRows, partnerNumbers)
  const seats: Seat[][] = partnerRows.map(() => [])
  for (const seating of seatings) for (const [position, partner] of seating.partners.entries()) seats[partner]?.push({ seating: seating.number, position })
  const partners = partnerRows.map((facts, number) => compilePartner(facts, seats[number] ?? []))
  return {
    today: ruleSet.today,
    knowledge, territories, partners, partnerNumbers, seatings,
    territoryNumbers: numbered(territoryRows),
    candidates: new CandidateTable(partners, territories, seatings, ruleSet.today),
    partnersByDomain: groupBy(partners, ({ facts }) => foldText(facts.domain ?? '')),
    partnersByCompany: groupBy(partners, ({ facts }) => knowledge.foldCompany(facts.name)),
  }
}

/** By UTF-16 code unit: the same on every machine, whatever its locale. */
export function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

export function compareRules(one: Pick<CompiledRule, 'facts' | 'depth'>, other: Pick<CompiledRule, 'facts' | 'depth'>): number {
  return one.facts.priority - other.facts.priority || other.depth - one.depth || compareText(one.facts.code, other.facts.code) || compareText(one.facts.id, other.facts.id)
}

function compileTerritories(rows: readonly TerritoryFacts[], partnerNumbers: ReadonlyMap<string, number>) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const seatings = new Map<string, Seating>()

  /** From the territory up to its root; a tree bent into a circle ends where it closes. */
  function pathOf(row: TerritoryFacts): readonly TerritoryFacts[] {
    const path = [row]
    for (let parent = above(row); parent !== undefined && !path.includes(parent); parent = above(parent)) path.push(parent)
    return path
  }
  const above = ({ parentId }: TerritoryFacts) => (parentId === null ? undefined : byId.get(parentId))

  function seat(territory: TerritoryFacts): Seating {
    const known = seatings.get(territory.id)
    if (known !== undefined) return known
    const weights = new Map(territory.candidates.map(({ partnerId, weight }) => [partnerId, weight]))
    const partnerIds = [...weights.keys()]
    const seating: Seating = {
      number: seatings.size,
      words: Math.ceil(partnerIds.length / 32),
      territory,
      partnerIds,
      partners: Int32Array.from(partnerIds, (id) => partnerNumbers.get(id) ?? -1),
      weights: Int32Array.from(weights.values()),
    }
    seatings.set(territory.id, seating)
    return seating
  }

  const territories = rows.map((facts, number): CompiledTerritory => {
    const path = pathOf(facts)
    const stated = path.findIndex(({ candidates }) => candidates.length > 0)
    const owner = path[stated]
    const demanding = path.slice(0, stated + 1).map(({ requirements }) => requirements)
    return { number, facts, depth: path.length - 1, seating: owner === undefined ? null : seat(owner), requirements: demanding.reduce(combine, { certifications: [], minimumTier: null, language: false }) }
  })
  return { territories, seatings: [...seatings.values()] }
}

function combine(one: Requirements, other: Requirements): Requirements {
  const tiers = [one.minimumTier, other.minimumTier].filter((tier) => tier !== null)
  return {
    certifications: [...new Set([...one.certifications, ...other.certifications])].toSorted(compareText),
    minimumTier: tiers.toSorted((left, right) => tierRank(right) - tierRank(left))[0] ?? null,
    language: one.language || other.language,
  }
}

function compilePartner(facts: PartnerFacts, seats: readonly Seat[]): CompiledPartner {
  return {
    facts,
    capacity: facts.capacity ?? NO_LIMIT,
    tier: tierRank(facts.tier),
    languages: new Set(facts.languages.map(primaryLanguage)),
    industries: new Set(facts.industries.map(foldText)),
    seats,
  }
}

function numbered(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, number) => [row.id, number]))
}

function groupBy(partners: readonly CompiledPartner[], keyOf: (partner: CompiledPartner) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [number, partner] of partners.entries()) {
    const key = keyOf(partner)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), number])
  }
  return groups
}
