import { COUNTRY_TABLE } from './country-table.ts'

/** An ISO 3166-1 country. `latitude`/`longitude`: where its people live on average, in degrees. */
export interface Country {
  readonly alpha2: string
  readonly alpha3: string
  /** Three digits, leading zeros kept. */
  readonly numeric: string
  readonly names: { readonly en: string; readonly ja: string; readonly es: string }
  readonly latitude: number
  readonly longitude: number
  readonly continent: 'AF' | 'AN' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA'
  /** IANA zone of the capital or of most of the people. */
  readonly timeZone: string
  /** ISO 639-1, main one first. */
  readonly languages: readonly string[]
  /** ISO 4217; empty where there is none. */
  readonly currency: string
  /** Its own and shorter names. */
  readonly also: readonly string[]
}

let byCode: ReadonlyMap<string, Country> | null = null

function table(): ReadonlyMap<string, Country> {
  byCode ??= new Map(
    COUNTRY_TABLE.trim()
      .split('\n')
      .map((line) => {
        const [alpha2, alpha3, numeric, en, ja, es, latitude, longitude, continent, timeZone, languages, currency, also] = line.split('|') as [
          string, string, string, string, string, string, string, string, Country['continent'], string, string, string, string,
        ]
        const country: Country = {
          alpha2, alpha3, numeric, names: { en, ja, es }, latitude: Number(latitude), longitude: Number(longitude), continent, timeZone,
          languages: languages === '' ? [] : languages.split(' '), currency, also: also === '' ? [] : also.split(';'),
        }
        return [alpha2, country]
      }),
  )
  return byCode
}

export function allCountries(): Iterable<Country> {
  return table().values()
}

/** @param alpha2 ISO 3166-1 alpha-2 in capitals */
export function countryOf(alpha2: string): Country | undefined {
  return table().get(alpha2)
}
