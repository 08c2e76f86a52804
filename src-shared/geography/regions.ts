import { REGION_TABLE } from './region-table.ts'

/** An ISO 3166-2 subdivision. Japanese and Spanish names are given where they differ from the English one and are known. */
export interface Region {
  readonly code: string
  readonly country: string
  readonly names: { readonly en: string; readonly ja: string | null; readonly es: string | null }
  /** Degrees; null outside the fifteen countries whose regions have a place. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null
  readonly also: readonly string[]
}

let byCountry: ReadonlyMap<string, readonly Region[]> | null = null
let byCode: ReadonlyMap<string, Region> | null = null

function table(): ReadonlyMap<string, readonly Region[]> {
  if (byCountry !== null) return byCountry
  byCountry = new Map(
    REGION_TABLE.trim()
      .split('\n')
      .map((line) => {
        const [country = '', ...regions] = line.split('~')
        return [country, regions.map((region) => parsedRegion(country, region))]
      }),
  )
  return byCountry
}

function parsedRegion(country: string, text: string): Region {
  const [code = '', en = '', ja = '', es = '', latitude = '', longitude = '', also = ''] = text.split('|')
  return {
    code: `${country}-${code}`,
    country,
    names: { en, ja: ja || null, es: es || null },
    place: latitude === '' ? null : { latitude: Number(latitude), longitude: Number(longitude) },
    also: also === '' ? [] : also.split(';'),
  }
}

export function regionsOf(country: string): readonly Region[] {
  return table().get(country) ?? []
}

export function countriesWithRegions(): Iterable<string> {
  return table().keys()
}

/** @param code ISO 3166-2 in capitals, like JP-13 */
export function regionOf(code: string): Region | undefined {
  byCode ??= new Map([...table().values()].flat().map((region) => [region.code, region]))
  return byCode.get(code)
}
