import { describe, expect, test } from 'vitest'
import { countryOf } from '#shared/geography/countries.ts'
import { greatCircle, nearestTestCentres, placeOf, testCentres } from '#shared/training/nearest-test-centres.ts'

const GUATEMALA = { country: 'GT', region: null, latitude: 14.63, longitude: -90.51 }

describe('test centres', () => {
  test('are nearest by the great circle, also across the date line', () => {
    expect(nearestTestCentres({ latitude: 34.99, longitude: 135.76 }, 2).map(({ code }) => code)).toEqual(['JP-OSA', 'JP-NGO'])
    expect(nearestTestCentres({ latitude: -36.85, longitude: -179.9 }, 1)[0]).toMatchObject({ code: 'NZ-AKL' })
    expect(nearestTestCentres(GUATEMALA, 1)[0]).toMatchObject({ city: 'Ciudad de Guatemala', kilometres: 0 })
  })

  test('a quarter around the earth is 10,008 km', () => {
    expect(Math.round(greatCircle({ latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 }))).toBe(10_008)
    expect(Math.round(greatCircle({ latitude: 0, longitude: 90 }, { latitude: 0, longitude: -90 }))).toBe(20_015)
  })

  test('have codes of their own, a country that there is, and a place on the globe', () => {
    expect(new Set(testCentres().map(({ code }) => code)).size).toBe(testCentres().length)
    for (const { country, latitude, longitude, languages, city } of testCentres()) expect([countryOf(country) === undefined, Math.abs(latitude) > 60.5, Math.abs(longitude) > 180, languages.length === 0, city === '']).toEqual([false, false, false, false, false])
  })

  test('are measured from the person’s region, else from the partner, else from a country', () => {
    expect(placeOf({ country: 'JP', region: 'JP-13' }, GUATEMALA)).toMatchObject({ by: 'region' })
    expect(placeOf({ country: null, region: null }, GUATEMALA)).toEqual({ by: 'partner', place: { latitude: 14.63, longitude: -90.51 } })
    expect(placeOf({ country: 'BZ', region: null }, GUATEMALA)).toMatchObject({ by: 'country', place: { latitude: countryOf('BZ')?.latitude } })
    expect(placeOf({ country: null, region: null }, { country: 'GT', region: null, latitude: null, longitude: null })).toMatchObject({ by: 'country' })
    expect(placeOf({ country: null, region: null }, { country: null, region: null, latitude: null, longitude: null })).toBeNull()
  })
})
