import type { CompiledRuleSet } from '../assignment/compile-rule-set.ts'
import { CLOSED, type LeadColumns } from '../assignment/lead-columns.ts'
import { LeadMatcher } from '../assignment/match-leads.ts'
import type { Coverage } from './coverage.ts'
import { canHoldTogether, implies } from './compare-literals.ts'
import { placeKey, termsByPlace, type Place, type PlaceTerm } from './terms-by-place.ts'

/** Where a partner is, and serves. */
export interface PartnerPlaces {
  readonly id: string
  readonly status: string
  readonly country: string
  readonly region: string | null
  readonly regions: readonly string[]
}

const OVERLAPS_TOLD = 300
type Degree = 'none' | 'partly' | 'wholly'

/** Where a map has gaps, and where rules stand in each other's way. */
export function findCoverage(compiled: CompiledRuleSet, leads: LeadColumns, partners: readonly PartnerPlaces[]): Coverage {
  const openLeads = countLeads(leads)
  const present = countPartners(partners)
  const known = [...openLeads.keys(), ...present.keys()].map(placeOf)
  const map = termsByPlace(compiled, known)
  const overlaps = findOverlaps(compiled, leads, map)
  return {
    ...findGaps(compiled, map, openLeads, present),
    overlaps: overlaps.slice(0, OVERLAPS_TOLD),
    overlapCount: overlaps.length,
    shadowed: findShadowed(compiled, map),
    ...findIdle(compiled, partners),
  }
}

type MapOfTerms = ReturnType<typeof termsByPlace>

function findGaps({ rules }: CompiledRuleSet, map: MapOfTerms, openLeads: ReadonlyMap<string, number>, present: ReadonlyMap<string, number>): Pick<Coverage, 'gaps' | 'countries'> {
  const gaps: Coverage['gaps'] = []
  const countries: Coverage['countries'] = []
  for (const [country, places] of Map.groupBy(map, ({ place }) => place.country)) {
    if (country === null) continue
    const told = places.map(({ place, terms }) => ({ place, degree: degreeOf(terms), openLeads: openLeads.get(placeKey(place)) ?? 0, partners: present.get(placeKey(place)) ?? 0 }))
    const sum = (of: 'openLeads' | 'partners'): number => told.reduce((total, each) => total + each[of], 0)
    const covered = told.every(({ degree }) => degree === 'none') ? 'none' : told.every(({ degree }) => degree === 'wholly') ? 'wholly' : 'partly'
    const territoryIds = [...new Set(places.flatMap(({ terms }) => terms.map(({ rank }) => rules[rank]!.facts.territoryId)))]
    countries.push({ country, covered, territoryIds, openLeads: sum('openLeads'), partners: sum('partners') })
    if (covered === 'none') gaps.push({ country, region: null, kind: 'none', openLeads: sum('openLeads'), partners: sum('partners') })
    else for (const { place, degree, ...counts } of told) if (degree !== 'wholly' && counts.openLeads + counts.partners > 0) gaps.push({ country, region: place.region, kind: degree, ...counts })
  }
  return {
    gaps: gaps.filter(({ openLeads: leads, partners }) => leads + partners > 0).toSorted((one, other) => Number(other.kind === 'none') - Number(one.kind === 'none') || other.openLeads - one.openLeads || (one.country < other.country ? -1 : 1)),
    countries: countries.toSorted((one, other) => (one.country < other.country ? -1 : 1)),
  }
}

function degreeOf(terms: readonly PlaceTerm[]): Degree {
  if (terms.some(({ literals, isExact }) => isExact && literals.length === 0)) return 'wholly'
  return terms.length === 0 ? 'none' : 'partly'
}

/** Pairs of rules that only their codes put in order, and that a lead can match both. */
function findOverlaps(compiled: CompiledRuleSet, leads: LeadColumns, map: MapOfTerms): Coverage['overlaps'] {
  const { rules } = compiled
  const found = new Map<number, Coverage['overlaps'][number]>()
  const areEqual = (one: number, other: number): boolean => {
    const [mine, theirs] = [rules[one]!, rules[other]!]
    return mine.facts.priority === theirs.facts.priority && mine.depth === theirs.depth && mine.facts.territoryId !== theirs.facts.territoryId
  }
  const tell = (one: number, other: number, place: Place): Coverage['overlaps'][number] => {
    const key = one * rules.length + other
    let overlap = found.get(key)
    if (overlap === undefined) found.set(key, (overlap = { ruleId: rules[one]!.facts.id, otherId: rules[other]!.facts.id, openLeads: 0, example: { ...place, leadId: null } }))
    return overlap
  }
  const matcher = new LeadMatcher(compiled, leads)
  const { dictionaries } = leads
  for (let lead = 0; lead < leads.count; lead += 1) {
    if (leads.state[lead] === CLOSED) continue
    const [winner, ...others] = matcher.rules(lead)
    for (const other of winner === undefined ? [] : others) {
      if (!areEqual(winner!, other)) continue
      const overlap = tell(winner!, other, { country: dictionaries.country.values[leads.country[lead]!] ?? null, region: dictionaries.region.values[leads.region[lead]!] ?? null })
      overlap.openLeads += 1
      overlap.example.leadId ??= leads.ids[lead]!
    }
  }
  for (const { place, terms } of map) {
    for (const equals of Map.groupBy(terms.filter(({ isExact }) => isExact), ({ rank }) => `${rules[rank]!.facts.priority} ${rules[rank]!.depth}`).values()) {
      for (const [at, one] of equals.entries()) {
        for (const other of equals.slice(at + 1)) {
          if (one.rank !== other.rank && areEqual(one.rank, other.rank) && canHoldTogether([...one.literals, ...other.literals])) tell(Math.min(one.rank, other.rank), Math.max(one.rank, other.rank), place)
        }
      }
    }
  }
  return [...found.values()].toSorted((one, other) => other.openLeads - one.openLeads)
}

/** Rules that win nowhere: at every place, for each thing that they ask, an earlier rule asks for no more. */
function findShadowed({ rules }: CompiledRuleSet, map: MapOfTerms): Coverage['shadowed'] {
  const shadows = new Map<number, number | null>()
  for (const { terms } of map) {
    for (const [at, term] of terms.entries()) {
      if (shadows.get(term.rank) === null) continue
      const shadow = terms.slice(0, at).find((earlier) => earlier.rank < term.rank && earlier.isExact && earlier.literals.every((literal) => implies(term.literals, literal)))
      shadows.set(term.rank, shadow === undefined ? null : (shadows.get(term.rank) ?? shadow.rank))
    }
  }
  return [...shadows].flatMap(([rank, by]) => (by === null ? [] : [{ ruleId: rules[rank]!.facts.id, byRuleId: rules[by]!.facts.id }]))
}

function findIdle({ territories, rules, seatings }: CompiledRuleSet, partners: readonly PartnerPlaces[]): Pick<Coverage, 'withoutCandidates' | 'idleCandidates'> {
  const statuses = new Map(partners.map(({ id, status }) => [id, status]))
  const led = new Set(rules.map(({ territory }) => territory))
  return {
    withoutCandidates: territories.filter(({ number, seating }) => seating === null && led.has(number)).map(({ facts }) => ({ territoryId: facts.id })),
    idleCandidates: seatings.flatMap(({ territory, partnerIds }) =>
      partnerIds.flatMap((partnerId) => (statuses.get(partnerId) === 'active' ? [] : [{ territoryId: territory.id, partnerId, status: statuses.get(partnerId) ?? null }]))),
  }
}

function countLeads({ count, state, country, region, dictionaries }: LeadColumns): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const regions = dictionaries.region.values.length
  const byCode = new Map<number, number>()
  for (let lead = 0; lead < count; lead += 1) {
    if (state[lead] === CLOSED || country[lead] === 0) continue
    const code = country[lead]! * regions + region[lead]!
    byCode.set(code, (byCode.get(code) ?? 0) + 1)
  }
  for (const [code, leads] of byCode) counts.set(placeKey({ country: dictionaries.country.values[Math.floor(code / regions)] ?? null, region: dictionaries.region.values[code % regions] ?? null }), leads)
  return counts
}

function countPartners(partners: readonly PartnerPlaces[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { country, region, regions } of partners) {
    const served = regions.map((code) => placeKey({ country: code.slice(0, 2), region: code.length > 2 ? code : null }))
    for (const key of new Set([...served, placeKey({ country, region })])) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function placeOf(key: string): Place {
  const [country = '', region = ''] = key.split(' ')
  return { country: country === '' ? null : country, region: region === '' ? null : region }
}
