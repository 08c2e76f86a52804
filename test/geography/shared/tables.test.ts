import { allCountries, countryOf } from '#shared/geography/countries.ts'
import { locate } from '#shared/geography/locate.ts'
import { countriesWithRegions, regionOf, regionsOf } from '#shared/geography/regions.ts'
import { describe, expect, it } from 'vitest'

describe('countries', () => {
  it('are the 249 of ISO 3166-1 and Kosovo, each complete', () => {
    const countries = [...allCountries()]
    expect(countries).toHaveLength(250)
    for (const { alpha2, alpha3, numeric, names, latitude, longitude, continent, timeZone, currency } of countries) {
      expect(alpha2).toMatch(/^[A-Z]{2}$/u)
      expect(alpha3).toMatch(/^[A-Z]{3}$/u)
      expect(numeric).toMatch(/^\d{3}$/u)
      expect(Object.values(names).every((name) => name.length > 1)).toBe(true)
      expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180).toBe(true)
      expect(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']).toContain(continent)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
      expect(currency).toMatch(/^(?:[A-Z]{3})?$/u)
    }
    expect(new Set(countries.map((country) => country.alpha3)).size).toBe(250)
    expect(new Set(countries.map((country) => country.numeric)).size).toBe(250)
  })

  it.each([
    ['JP', 'Asia/Tokyo', 'JPY', 36, 138], ['GT', 'America/Guatemala', 'GTQ', 15, -90], ['BZ', 'America/Belize', 'BZD', 17, -88], ['ES', 'Europe/Madrid', 'EUR', 40, -4],
    ['US', 'America/New_York', 'USD', 39, -93], ['FR', 'Europe/Paris', 'EUR', 47, 3], ['DE', 'Europe/Berlin', 'EUR', 51, 10], ['MX', 'America/Mexico_City', 'MXN', 21, -101],
  ])('%s lies where it should, in its zone, with its currency', (code, timeZone, currency, latitude, longitude) => {
    const country = countryOf(code)!
    expect(country).toMatchObject({ timeZone, currency })
    expect(Math.hypot(country.latitude - latitude, country.longitude - longitude)).toBeLessThan(3)
  })
})

describe('regions', () => {
  it.each([['JP', 47], ['US', 57], ['CA', 13], ['AU', 8], ['BR', 27], ['MX', 32], ['DE', 16], ['GT', 22], ['BZ', 6], ['IN', 36]])('%s has %i', (country, count) => {
    expect(regionsOf(country)).toHaveLength(count)
  })

  it('have a place in the fifteen countries that need one, near their country', () => {
    for (const code of ['JP', 'US', 'CA', 'AU', 'BR', 'MX', 'DE', 'GB', 'FR', 'ES', 'IT', 'GT', 'BZ', 'IN', 'CN']) {
      const placed = regionsOf(code).filter((region) => region.place !== null)
      expect(placed.length).toBeGreaterThan(3)
      const country = countryOf(code)!
      for (const { place } of placed) expect(Math.hypot(place!.latitude - country.latitude, (place!.longitude - country.longitude) / 2)).toBeLessThan(40)
    }
  })

  it('belong to countries that there are, and have one code each', () => {
    const codes = [...countriesWithRegions()].flatMap((country) => {
      expect(countryOf(country)).toBeDefined()
      return regionsOf(country).map((region) => region.code)
    })
    expect(codes.length).toBeGreaterThan(5000)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('have names in three languages where they differ', () => {
    expect(regionOf('JP-13')).toMatchObject({ country: 'JP', names: { en: 'Tokyo', ja: '東京都', es: 'Tokio' } })
    expect(regionOf('US-NY')).toMatchObject({ names: { en: 'New York', ja: 'ニューヨーク州', es: 'Nueva York' } })
    expect(regionOf('GT-17')).toMatchObject({ names: { en: 'Petén', ja: null, es: null } })
    expect(regionOf('XX-1')).toBeUndefined()
  })
})

it('locates a region, else its country, else nothing', () => {
  expect(locate('JP', 'JP-27')).toEqual({ latitude: 34.69, longitude: 135.52 })
  expect(locate('AT', 'AT-9')).toEqual({ latitude: countryOf('AT')!.latitude, longitude: countryOf('AT')!.longitude })
  expect(locate(null, 'US-CA')).toEqual({ latitude: 35.5, longitude: -119.4 })
  expect(locate(null, null)).toBeNull()
  expect(locate('QQ', 'QQ-1')).toBeNull()
})
