import { leadColumnNames, createLeadColumns, type LeadColumns, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { Knowledge, PartnerFacts, RuleFacts, RuleSet, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { partnerTiers } from '#shared/partners/partner.ts'
import type { Condition, ConditionNode } from '#shared/territories/condition.ts'

const COUNTRIES = 50
const REGIONS_PER_COUNTRY = 20
const INDUSTRIES = 25
const PRODUCTS = 8
const SOURCES = 10
const TODAY = '2026-11-22'

const letter = (at: number) => String.fromCharCode(65 + (at % 26))
const countryCode = (at: number) => letter(at) + letter(3 + Math.floor(at / 26) * 5)
const countries = Array.from({ length: COUNTRIES }, (_, at) => countryCode(at))
const regionsOf = (country: string) => Array.from({ length: REGIONS_PER_COUNTRY }, (_, at) => `${country}-${String(at + 1).padStart(2, '0')}`)
const industries = Array.from({ length: INDUSTRIES }, (_, at) => `industry-${at}`)
const products = Array.from({ length: PRODUCTS }, (_, at) => `product-${at}`)
const sources = Array.from({ length: SOURCES }, (_, at) => `source-${at}`)
const sizes = [[null, 9], [10, 49], [50, 249], [250, 999], [1000, null]] as const
const languages = ['en', 'es', 'ja', 'de', 'fr']

export const knowledge: Knowledge = {
  foldCompany: (name) => name.toLowerCase(),
  locate: (country) => (country === null ? null : { latitude: (country.charCodeAt(0) % 60) - 5, longitude: ((country.charCodeAt(1) * 13) % 300) - 150 }),
}

/** A stream of numbers from 0 to below 1 that depends on the seed only (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Shape = 'conjunctions' | 'full'

/**
 * Every rule names a country, as in the study these goals come from; region (90 %), industry, size, source and product by chance;
 * and each country has a last rule for all that is left.
 * `full` adds what real maps have: postcodes (8 %), alternatives (10 %), exclusions (3 %) and named accounts (2 %).
 */
export function generateRuleSet(rules: number, shape: Shape): RuleSet {
  const random = createRandom(42)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const several = (values: readonly string[], most: number) => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(values)))]
  const count = Math.max(50, rules / 20)

  const partners = Array.from({ length: count }, (_, at): PartnerFacts => ({
    id: `partner-${at}`, code: `P${at}`, name: `Partner ${at}`, tier: pick(partnerTiers), status: random() < 0.95 ? 'active' : 'suspended',
    latitude: random() * 60 - 5, longitude: random() * 300 - 150, domain: `partner-${at}.example`, regions: [], languages: several(languages, 3),
    products: random() < 0.8 ? products : several(products, 6), industries: several(industries, 4), certifications: [{ code: 'basic', expires: random() < 0.9 ? null : '2026-06-30' }],
    capacity: random() < 0.8 ? null : 200 + Math.floor(random() * 2000), absences: random() < 0.03 ? [{ from: '2026-11-01', to: null, reason: 'leave' }] : [],
  }))
  const territories = Array.from({ length: count }, (_, at): TerritoryFacts => ({
    id: `territory-${at}`, code: `T${at}`, parentId: null,
    strategy: pick(['roundRobin', 'roundRobin', 'roundRobin', 'roundRobin', 'roundRobin', 'roundRobin', 'weighted', 'weighted', 'nearest', 'bestFit'] as const),
    tieBreak: pick(['fewestOpenLeads', 'highestTier', 'listOrder'] as const),
    candidates: several(partners.map(({ id }) => id), 8).map((partnerId) => ({ partnerId, weight: 1 + Math.floor(random() * 5) })),
    requirements: { certifications: random() < 0.2 ? ['basic'] : [], minimumTier: random() < 0.1 ? 'silver' : null, language: false },
  }))

  function plain(): Condition[] {
    const country = pick(countries)
    const parts: Condition[] = [{ field: 'country', is: [country] }]
    if (random() < 0.9) parts.push({ field: 'region', is: several(regionsOf(country), 3) })
    if (random() < 0.7) parts.push({ field: 'industry', is: several(industries, 3) })
    if (random() < 0.5) {
      const [from, to] = pick(sizes)
      parts.push({ field: 'employees', from, to })
    }
    if (random() < 0.4) parts.push({ field: 'source', is: several(sources, 3) })
    if (random() < 0.2) parts.push({ field: 'product', is: several(products, 3) })
    return parts
  }

  function condition(): ConditionNode {
    const kind = shape === 'conjunctions' ? 1 : random()
    if (kind < 0.02) return { field: 'account', is: Array.from({ length: 3 }, () => `customer ${Math.floor(random() * 1e6)}`) }
    if (kind < 0.12) return { all: [{ field: 'country', is: [pick(countries)] }, { any: [{ all: plain().slice(1) }, { all: [{ field: 'industry', is: several(industries, 2) }, { field: 'source', is: several(sources, 2) }] }] }] }
    if (kind < 0.15) return { all: [...plain(), { none: [{ field: 'industry', is: several(industries, 3) }, { field: 'employees', from: null, to: 9 }] }] }
    if (kind < 0.19) return { all: [...plain(), { field: 'postcode', in: [String(Math.floor(random() * 100)).padStart(2, '0')] }] }
    if (kind < 0.23) {
      const from = Math.floor(random() * 90_000)
      return { all: [...plain(), { field: 'postcode', in: [`${String(from).padStart(5, '0')}-${String(from + 9_999).padStart(5, '0')}`] }] }
    }
    return { all: plain() }
  }

  const rows = Array.from({ length: rules }, (_, at): RuleFacts => ({
    id: `rule-${at}`, code: `R${String(at).padStart(5, '0')}`, territoryId: pick(territories).id,
    priority: at < COUNTRIES ? 9999 : 1 + Math.floor(random() * 9998), condition: at < COUNTRIES ? { field: 'country', is: [countries[at]!] } : condition(),
    effectiveFrom: null, effectiveTo: null, enabled: true,
  }))
  return { territories, rules: rows, partners, today: TODAY }
}

/** Calls back with each lead, so that a million of them need not exist at once. */
export function generateLeads(count: number, take: (lead: LeadFacts) => void): void {
  const random = createRandom(4242)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const digits = (value: number, length: number) => String(Math.floor(value)).padStart(length, '0')
  for (let at = 0; at < count; at += 1) {
    const country = random() < 0.02 ? null : pick(countries)
    const isPlaced = random() < 0.5
    const customer = Math.floor(random() * 2e6)
    take({
      id: `lead-${digits(at, 7)}`, stage: 'qualified', partnerId: null, territoryId: null, assignmentOrigin: null, manualUntil: null, declinedBy: random() < 0.02 ? [`partner-${at % 50}`] : [],
      country, region: country === null || random() < 0.1 ? null : pick(regionsOf(country)), postcode: random() < 0.2 ? null : digits(random() * 100_000, 5),
      latitude: isPlaced ? random() * 60 - 5 : null, longitude: isPlaced ? random() * 300 - 150 : null,
      industry: random() < 0.1 ? null : pick(industries), employees: random() < 0.1 ? null : Math.floor(10 ** (random() * 4)), product: random() < 0.2 ? null : pick(products), source: pick(sources), language: pick(languages),
      corporateNumber: null, domain: random() < 0.5 ? null : `customer-${customer}.example`, company: `customer ${customer}`,
    })
  }
}

export function generateColumns(count: number): LeadColumns {
  const builder = createLeadColumns(count, knowledge.foldCompany)
  generateLeads(count, (lead) => { builder.push(leadColumnNames.map((name) => lead[name] ?? null)) })
  return builder.finish()
}
