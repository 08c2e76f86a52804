import type { Condition } from '#shared/territories/condition.ts'
import { newRule, newTerritory } from '#shared/territories/new-territory.ts'
import type { ChoiceStrategy, TerritoryCandidate, TerritoryRequirements, TieBreak } from '#shared/territories/territory.ts'
import { partnerTiers, type PartnerTier } from '#shared/partners/partner.ts'
import { regionOf } from '#shared/geography/regions.ts'
import type { DemoPartner } from './demo-partners.ts'
import { JAPAN_REGIONS, PREFECTURE_CHOICES, RULE_LIST, TERRITORY_LIST } from './territory-list.ts'

export type DemoTerritory = ReturnType<typeof newTerritory>
export type DemoRule = ReturnType<typeof newRule>

interface Listed {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly strategy: string
  readonly tieBreak: string
  readonly candidates: string
  readonly countries: string
  readonly regions: string
  readonly requires: string
}

/** The demo's territory tree with its rules; parents come before their children. */
export function demoTerritories(partners: readonly DemoPartner[], makeId: () => string): { readonly territories: DemoTerritory[]; readonly rules: DemoRule[] } {
  const partnerIds = new Map(partners.map(({ code, id }) => [code, id]))
  const listed = linesOf(TERRITORY_LIST).map(([code = '', name = '', parent = '', strategy = '', tieBreak = '', candidates = '', countries = '', regions = '', requires = '']): Listed => ({
    code, name, parent, strategy, tieBreak, candidates, countries, regions, requires,
  }))
  const inOrder = parentsFirst([...listed, ...prefectures()])
  const ids = new Map(inOrder.map(({ code }) => [code, makeId()]))
  const idOf = (code: string): string => existing(ids.get(code), code)

  const territories = inOrder.map(({ code, name, parent, strategy, tieBreak, candidates, requires }) =>
    newTerritory(idOf(code), {
      code,
      name,
      parentId: parent === '' ? null : idOf(parent),
      strategy: strategy as ChoiceStrategy,
      tieBreak: tieBreak as TieBreak,
      candidates: words(candidates).map((word): TerritoryCandidate => {
        const [partner = '', weight = '1'] = word.split(':')
        return { partnerId: existing(partnerIds.get(partner), partner), weight: Number(weight) }
      }),
      requirements: requirementsFrom(requires),
      notes: 'Demo.',
    }),
  )
  const byPlace = inOrder.flatMap(({ code, name, countries, regions }) => {
    const places: Condition[] = [
      ...(countries === '' ? [] : [{ field: 'country' as const, is: words(countries) }]),
      ...(regions === '' ? [] : [{ field: 'region' as const, is: words(regions) }]),
    ]
    // A country and parts of another: one rule each, for together they would be "both".
    return places.map((place, position) => ({ code: position === 0 ? `${code}-R1` : `${code}-R1B`, name, territory: code, priority: 100, all: [place] }))
  })
  const special = linesOf(RULE_LIST).map(([code = '', name = '', territory = '', priority, condition = '']) => ({ code, name, territory, priority: Number(priority), all: words(condition).map(conditionFrom) }))
  const rules = [...byPlace, ...special].map(({ code, name, territory, priority, all }) => newRule(makeId(), { code, name, territoryId: idOf(territory), priority, condition: { all }, effectiveFrom: null, effectiveTo: null }))
  return { territories, rules }
}

function prefectures(): Listed[] {
  const choices = new Map(linesOf(PREFECTURE_CHOICES).map(([code = '', strategy = '', candidates = '']) => [code, { strategy, candidates }]))
  return Object.entries(JAPAN_REGIONS).flatMap(([parent, [first, last]]) =>
    Array.from({ length: last - first + 1 }, (_, offset): Listed => {
      const code = `JP-${String(first + offset).padStart(2, '0')}`
      const choice = choices.get(code)
      return { code, name: regionOf(code)?.names.ja ?? code, parent, strategy: choice?.strategy ?? 'roundRobin', tieBreak: 'fewestOpenLeads', candidates: choice?.candidates ?? '', countries: '', regions: code, requires: '' }
    }),
  )
}

function parentsFirst(listed: readonly Listed[]): Listed[] {
  const parents = new Map(listed.map(({ code, parent }) => [code, parent]))
  const depth = (code: string): number => (code === '' ? 0 : 1 + depth(existing(parents.get(code), code)))
  return listed.toSorted((one, other) => depth(one.code) - depth(other.code))
}

/** Certifications, a tier and the word `language`, in any order. */
function requirementsFrom(text: string): TerritoryRequirements {
  const demanded = words(text)
  return {
    certifications: demanded.filter((word) => word.startsWith('LIRA-')),
    minimumTier: demanded.find((word): word is PartnerTier => (partnerTiers as readonly string[]).includes(word)) ?? null,
    language: demanded.includes('language'),
  }
}

function conditionFrom(text: string): Condition {
  const [field = '', list = ''] = text.split('=')
  const values = list.split(',')
  if (field === 'postcode') return { field, in: values }
  if (field === 'employees') return { field, from: Number(list.split('..')[0]), to: null }
  return { field, is: values } as Condition
}

function linesOf(list: string): string[][] {
  return list.trim().split('\n').map((line) => line.split('|'))
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

function existing<T>(found: T | undefined, code: string): T {
  if (found === undefined) throw new Error(`the demo's lists name ${code}, which is not there`)
  return found
}
