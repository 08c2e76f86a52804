import { locate } from '../geography/locate.ts'
import { TEST_CENTRE_LIST } from './test-centre-list.ts'

export interface TestCentre {
  readonly code: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Degrees. */
  readonly latitude: number
  readonly longitude: number
  /** ISO 639-1: in which it examines. */
  readonly languages: readonly string[]
}

export interface NearTestCentre extends TestCentre {
  /** Along the great circle, whole. */
  readonly kilometres: number
}

/** A place on the globe, degrees. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS_KM = 6371.0088

let list: readonly TestCentre[] | null = null

export function testCentres(): readonly TestCentre[] {
  list ??= TEST_CENTRE_LIST.trim().split('\n').map((line) => {
    const [code = '', city = '', country = '', latitude, longitude, languages = ''] = line.split('|')
    return { code, city, country, latitude: Number(latitude), longitude: Number(longitude), languages: languages.split(' ') }
  })
  return list
}

/** @param most how many */
export function nearestTestCentres(place: Place, most: number): readonly NearTestCentre[] {
  return testCentres()
    .map((centre) => ({ ...centre, kilometres: Math.round(greatCircle(place, centre)) }))
    .toSorted((a, b) => a.kilometres - b.kilometres || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}

/** Kilometres between two places along the surface, by the haversine formula. */
export function greatCircle(from: Place, to: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2
  const chord = half(from.latitude, to.latitude) + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

interface Whereabouts {
  readonly country: string | null
  readonly region: string | null
}

/** Where somebody works: in the region they name, else at the partner's own place, else somewhere in a country. */
export function placeOf(person: Whereabouts, partner: Whereabouts & { readonly latitude: number | null; readonly longitude: number | null }): { readonly place: Place; readonly by: 'region' | 'partner' | 'country' } | null {
  if (person.region !== null) {
    const place = locate(person.country, person.region)
    if (place !== null) return { place, by: 'region' }
  }
  const abroad = person.country !== null && person.country !== partner.country
  if (!abroad && partner.latitude !== null && partner.longitude !== null) return { place: { latitude: partner.latitude, longitude: partner.longitude }, by: 'partner' }
  const place = abroad ? locate(person.country, null) : locate(partner.country, partner.region)
  return place === null ? null : { place, by: 'country' }
}
