import { describe, expect, test } from 'vitest'
import { appliesTo, territoriesOf, type Material } from '#shared/material/applies-to.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { buildMaterial } from './build-material.ts'

const lucio = buildPartner({ country: 'GT', region: 'GT-01', regions: ['GT', 'BZ'], type: 'valueAddedReseller', tier: 'gold', products: ['LIRA-PAY'] })
const why = (given: Partial<Material>, partner = lucio, worked: readonly string[] = []) => appliesTo(buildMaterial(given), partner, new Set(worked))

describe('a piece is for a partner', () => {
  test.each<[string, Partial<Material>, string | null]>([
    ['that asks nothing', {}, 'everybody '],
    ['of the country where it is', { places: ['GT'] }, 'place GT'],
    ['of another country that it serves', { places: ['MX', 'BZ'] }, 'place BZ'],
    ['of a part of a country that it serves', { places: ['BZ-CY'] }, 'place BZ-CY'],
    ['not of a country that it does not serve', { places: ['MX'] }, null],
    ['not of a country whose code begins alike', { places: ['GTX'] }, null],
    ['of its type', { partnerTypes: ['broker', 'valueAddedReseller'] }, 'type valueAddedReseller'],
    ['not of another type', { partnerTypes: ['broker'] }, null],
    ['of its tier', { tiers: ['gold'] }, 'tier gold'],
    ['not of another tier', { tiers: ['platinum'] }, null],
    ['about a product that it may sell', { products: ['LIRA-TREASURY', 'LIRA-PAY'] }, 'product LIRA-PAY'],
    ['not about one that it may not sell', { products: ['LIRA-TREASURY'] }, null],
    ['where all that it asks is so, and says each', { places: ['GT'], tiers: ['gold'] }, 'place GT, tier gold'],
    ['not where one of it is not so', { places: ['GT'], tiers: ['silver'] }, null],
  ])('%s', (_, given, expected) => {
    expect(why(given)?.map(({ kind, value }) => `${kind} ${value}`).join(', ') ?? null).toBe(expected)
  })

  test('that may serve any place: of where it is, not of everywhere', () => {
    const anywhere = buildPartner({ country: 'JP', region: 'JP-13', regions: [] })
    expect(why({ places: ['JP'] }, anywhere)).toEqual([{ kind: 'place', value: 'JP' }])
    expect(why({ places: ['JP-27'] }, anywhere)).toBeNull()
    expect(why({ places: ['GT'] }, anywhere)).toBeNull()
  })
})

describe('a territory', () => {
  const [world, latam, guatemala, emea] = [buildTerritory({ code: 'WORLD', parentId: null }), buildTerritory({ code: 'LATAM' }), buildTerritory({ code: 'GT', candidates: [{ partnerId: lucio.id, weight: 1 }] }), buildTerritory({ code: 'EMEA' })]
  const tree = [world, { ...latam, parentId: world.id }, { ...guatemala, parentId: latam.id }, { ...emea, parentId: world.id }]

  test('counts with all below it: a partner works in those that name it and in all above them', () => {
    expect(territoriesOf(lucio.id, tree)).toEqual(new Set([guatemala.id, latam.id, world.id]))
    expect(why({ territoryId: latam.id }, lucio, [...territoriesOf(lucio.id, tree)])).toEqual([{ kind: 'territory', value: latam.id }])
    expect(why({ territoryId: emea.id }, lucio, [...territoriesOf(lucio.id, tree)])).toBeNull()
  })

  test('that is gone is for nobody', () => {
    expect(why({ territoryId: latam.id }, lucio, [...territoriesOf(lucio.id, [])])).toBeNull()
  })

  test('that lies in a circle ends all the same', () => {
    expect(territoriesOf(lucio.id, [{ ...guatemala, parentId: latam.id }, { ...latam, parentId: guatemala.id }])).toEqual(new Set([guatemala.id, latam.id]))
  })
})
