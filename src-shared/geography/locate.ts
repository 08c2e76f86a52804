import { countryOf } from './countries.ts'
import { regionOf } from './regions.ts'

/** Where the people of a region live, else those of its country; null where neither is known. Degrees. */
export function locate(country: string | null, region: string | null): { readonly latitude: number; readonly longitude: number } | null {
  const place = region === null ? null : regionOf(region)?.place
  if (place) return place
  const known = country === null ? undefined : countryOf(country)
  return known === undefined ? null : { latitude: known.latitude, longitude: known.longitude }
}
