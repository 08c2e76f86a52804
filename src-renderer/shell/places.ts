import { computed, shallowRef, type ComputedRef } from 'vue'
import type { Option } from '../ui/option.ts'
import type { Language } from './language.ts'

/** Countries and their regions by name. The tables are large, so they come when a page first asks; until then codes stand for themselves. */
export interface Places {
  region(code: string): string
  regionsOf(country: string): readonly Option[]
  readonly countries: ComputedRef<readonly Option[]>
  industry(key: string): string
  readonly industries: ComputedRef<readonly Option[]>
}

export function createPlaces({ locale, formats }: Pick<Language, 'locale' | 'formats'>): Places {
  const countries = lazy(() => import('#shared/geography/countries.ts'))
  const regions = lazy(() => import('#shared/geography/regions.ts'))
  const industries = lazy(() => import('#shared/imports/industries.ts'))

  const nameOf = (names: { readonly en: string; readonly ja: string | null; readonly es: string | null }): string => names[locale.value] ?? names.en
  const sorted = (options: readonly Option[]): readonly Option[] => options.toSorted((a, b) => formats.value.compare(a.label, b.label))

  return {
    region(code) {
      const region = regions()?.regionOf(code)
      return region === undefined ? code : nameOf(region.names)
    },
    regionsOf: (country) => sorted((regions()?.regionsOf(country) ?? []).map((region) => ({ value: region.code, label: nameOf(region.names), detail: region.code }))),
    countries: computed(() => sorted([...(countries()?.allCountries() ?? [])].map(({ alpha2 }) => ({ value: alpha2, label: formats.value.country(alpha2), detail: alpha2 })))),
    industry(key) {
      const industry = industries()?.industryOf(key)
      return industry === undefined ? key : nameOf(industry.names)
    },
    industries: computed(() => sorted([...(industries()?.allIndustries() ?? [])].map(({ key, names }) => ({ value: key, label: nameOf(names) })))),
  }
}

/** A module that is fetched when it is first asked for; `undefined` until it is here, and then read reactively. */
function lazy<M>(load: () => Promise<M>): () => M | undefined {
  const loaded = shallowRef<M>()
  let asked = false
  return () => {
    if (!asked) {
      asked = true
      void load().then((module) => {
        loaded.value = module
      })
    }
    return loaded.value
  }
}
