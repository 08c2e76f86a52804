import { computed, type ComputedRef, type Ref } from 'vue'
import { regionsOf } from '#shared/geography/regions.ts'
import { localDate } from '../../partners/partner.presenter.ts'
import { useFormats, useWorkbench, useWords } from '../../shell/workbench.ts'
import type { Rule } from '../rule-draft.ts'
import type { Territory } from '../territory.presenter.ts'
import type { World } from './draw-world.ts'
import { mapPlace, type MapPlace } from './map-place.ts'
import { holdingOf, rankRules, type Holding, type Place } from './place-holder.ts'
import { bordersOf, groupsOf, looksOf, type PartLook, type TerritoryGroups } from './territory-groups.ts'
import { useOpenLeads } from './use-open-leads.ts'

export interface TerritoriesAndRules {
  readonly territories: readonly Territory[]
  readonly rules: readonly Rule[]
}

/** A region with who has it, and where it is drawn, if that is known. */
export interface MapRegion extends MapPlace {
  readonly holding: Holding
  readonly x: number | null
  readonly y: number | null
}

export interface MapPlaces {
  readonly groups: ComputedRef<TerritoryGroups>
  readonly looks: ComputedRef<readonly PartLook[]>
  readonly territoryName: (id: string) => string
  readonly holdings: ComputedRef<ReadonlyMap<string, Holding>>
  readonly countries: ComputedRef<readonly MapPlace[]>
  /** Those that the territory shown has, or a part of it. */
  readonly shownCountries: ComputedRef<readonly MapPlace[]>
  /** Of the country that one stands on. */
  readonly regions: ComputedRef<readonly MapRegion[]>
}

interface MapFacts {
  readonly map: () => TerritoriesAndRules
  /** The map that this one is a draft of. */
  readonly before: () => TerritoriesAndRules | undefined
  readonly shown: () => string | null
  readonly world: Readonly<Ref<World | undefined>>
  readonly active: Readonly<Ref<string>>
}

/** Who has which country and region, in words and looks. */
export function useMapPlaces({ map, before, shown, world, active }: MapFacts): MapPlaces {
  const { places } = useWorkbench()
  const w = useWords()
  const formats = useFormats()

  const namesOf = (territories: readonly Territory[] = []): ReadonlyMap<string, string> => new Map(territories.map(({ id, name }) => [id, name]))
  const rank = ({ rules, territories }: TerritoriesAndRules) => rankRules(rules, territories, localDate(new Date()))
  const names = computed(() => namesOf(map().territories))
  const namesBefore = computed(() => namesOf(before()?.territories))
  const territoryName = (id: string): string => names.value.get(id) ?? '…'
  const ranked = computed(() => rank(map()))
  const rankedBefore = computed(() => {
    const was = before()
    return was === undefined ? undefined : rank(was)
  })

  const groups = computed(() => groupsOf(shown(), map().territories, (a, b) => formats.value.compare(territoryName(a), territoryName(b))))
  /** Colours go by who had what before a draft, so that an edit recolours nothing else. */
  const looks = computed(() => {
    const countries = world.value?.countries ?? []
    const holders = countries.map(({ code }) => [code, holdingOf({ country: code, region: null }, rankedBefore.value ?? ranked.value).rule?.territoryId ?? ''] as const)
    return looksOf(bordersOf(new Map(holders.map(([code, holder]) => [code, groups.value.partOf.get(holder) ?? -1])), countries, groups.value.parts.length))
  })
  const speaking = computed(() => ({ groups: groups.value, looks: looks.value, territory: territoryName, words: w.value.territories.map, formats: formats.value }))

  /** Who had a place, where that is somebody else now; an empty text for nobody. */
  function former(place: Place, { rule: now }: Holding): string | undefined {
    if (rankedBefore.value === undefined) return undefined
    const { rule } = holdingOf(place, rankedBefore.value)
    return rule?.territoryId === now?.territoryId ? undefined : rule === undefined ? '' : (namesBefore.value.get(rule.territoryId) ?? '…')
  }

  const leads = useOpenLeads('country')
  const holdings = computed(() => new Map(world.value?.countries.map(({ code }) => [code, holdingOf({ country: code, region: null }, ranked.value)])))
  const countries = computed(() => [...holdings.value].map(([code, holding]) => mapPlace({ code, name: formats.value.country(code), holding, former: former({ country: code, region: null }, holding), openLeads: leads.value.get(code) ?? 0 }, speaking.value)))

  const leadsHere = useOpenLeads('region', { country: () => active.value, changes: active })
  const regions = computed(() => regionsOf(active.value).map(({ code, country, place }): MapRegion => {
    const holding = holdingOf({ country, region: code }, ranked.value)
    const [x, y] = place === null || world.value === undefined ? [null, null] : world.value.place(place.longitude, place.latitude)
    return { ...mapPlace({ code, name: places.region(code), holding, former: former({ country, region: code }, holding), openLeads: leadsHere.value.get(code) ?? 0 }, speaking.value), holding, x, y }
  }))

  return { groups, looks, territoryName, holdings, countries, shownCountries: computed(() => countries.value.filter(({ look }) => typeof look === 'object' || look === 'own')), regions }
}
