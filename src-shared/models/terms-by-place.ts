import { COUNTRY, REGION } from '../assignment/alphabet.ts'
import { createProbe, literalHolds, type Literal } from '../assignment/compile-condition.ts'
import type { CompiledRuleSet } from '../assignment/compile-rule-set.ts'
import { expandCondition } from '../assignment/expand-condition.ts'

/** A country or one of its regions; both null stand for leads whose country is missing or named by no rule. */
export interface Place {
  readonly country: string | null
  readonly region: string | null
}

/** What a rule asks of the leads of one place, the place apart; it may ask for this or, as another term, for that. */
export interface PlaceTerm {
  /** The rule's place in the order of rules. */
  readonly rank: number
  readonly literals: readonly Literal[]
  /** False where the rule asks for more than is said here. */
  readonly isExact: boolean
}

/** Everywhere that rules, and what is known besides, tell apart, with the rules that may hold there, the winning ones first. */
export function termsByPlace({ rules, alphabet }: CompiledRuleSet, known: readonly Place[]): readonly { readonly place: Place; readonly terms: readonly PlaceTerm[] }[] {
  const places = distinct([
    { country: null, region: null },
    ...known,
    ...named(alphabet.country.values).map((country) => ({ country, region: null })),
    ...named(alphabet.region.values).map((region) => ({ country: region.slice(0, 2), region })),
  ])
  const byCountry = Map.groupBy(places, ({ country }) => country)
  const found = new Map<Place, PlaceTerm[]>(places.map((place) => [place, []]))
  // A lead may name a region of another country than its own.
  const byRegion = Map.groupBy(places, ({ region }) => region)
  const countries = new Map(alphabet.country.values.map((value, code) => [value, code]))
  const regions = new Map(alphabet.region.values.map((value, code) => [value, code]))
  const probe = createProbe()
  for (const [rank, { condition }] of rules.entries()) {
    const { terms, exact } = expandCondition(condition)
    for (const literals of terms) {
      const aside = literals.filter((literal) => !isPlace(literal))
      const asked = literals.filter(isPlace)
      for (const place of whereMayHold(asked)) {
        probe.codes[COUNTRY] = countries.get(place.country) ?? 0
        probe.codes[REGION] = regions.get(place.region) ?? 0
        if (asked.every((literal) => literalHolds(literal, probe))) found.get(place)?.push({ rank, literals: aside, isExact: exact })
      }
    }
  }
  return places.map((place) => ({ place, terms: found.get(place) ?? [] }))

  function whereMayHold(asked: readonly Literal[]): readonly Place[] {
    for (const { test, negated } of asked) {
      if (negated) continue
      if (test.kind === 'in') return [...test.codes].flatMap((code) => byCountry.get(alphabet.country.values[code] ?? '') ?? [])
      if (test.kind !== 'region') continue
      const within = [...test.regions].flatMap((code) => byRegion.get(alphabet.region.values[code] ?? '') ?? [])
      return distinct([...within, ...[...test.countries].flatMap((code) => byCountry.get(alphabet.country.values[code] ?? '') ?? [])])
    }
    return places
  }
}

export function placeKey({ country, region }: Place): string {
  return `${country ?? ''} ${region ?? ''}`
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()]
}

function named(values: readonly (string | null)[]): readonly string[] {
  return values.filter((value) => value !== null)
}

function isPlace({ test }: Literal): boolean {
  return test.kind === 'region' || (test.kind === 'in' && test.column === COUNTRY)
}
