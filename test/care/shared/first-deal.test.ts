import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDeals, medianDays, type ActivatedPartner, type Deal } from '#shared/care/first-deal.ts'

const activated = (partnerId: string, given: Partial<ActivatedPartner> = {}): ActivatedPartner => ({ partnerId, type: 'reseller', activatedAt: '2026-03-01T12:00:00.000Z', ...given })
const deal = (partnerId: string, at: string, territoryId: string | null = 'GT'): Deal => ({ partnerId, at: `${at}T12:00:00.000Z`, territoryId })

describe('the time to the first deal', () => {
  test('runs from the activation to the first registration or won opportunity since', () => {
    const found = firstDeals([activated('a'), activated('b')], [deal('a', '2026-05-10', 'BZ'), deal('a', '2026-04-10')])
    expect(found).toEqual([{ ...activated('a'), days: 40, territoryId: 'GT' }, { ...activated('b'), days: null, territoryId: null }])
  })

  test('leaves out what was handed on by a partner that went: it is older than the activation of the one that took it over', () => {
    expect(firstDeals([activated('successor')], [deal('successor', '2026-02-10'), deal('successor', '2026-03-31')])[0]?.days).toBe(30)
    expect(firstDeals([activated('successor')], [deal('successor', '2026-02-10')])[0]?.days).toBeNull()
  })

  test('is told as a median of each group, without those that have had none', () => {
    const partners = [activated('a'), activated('b', { type: 'broker' }), activated('c'), activated('d')]
    const found = firstDeals(partners, [deal('a', '2026-03-11'), deal('b', '2026-03-06'), deal('c', '2026-03-22')])
    expect(medianDays(found, ({ type }) => type)).toEqual([{ key: 'reseller', median: 15.5, partners: 2 }, { key: 'broker', median: 5, partners: 1 }])
    expect(medianDays(firstDeals(partners, []), () => null)).toEqual([])
  })

  test('has as many at or below the median as at or above it, in any order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 }), (days) => {
      const rows = days.map((each, at) => ({ ...activated(String(at)), days: each, territoryId: null }))
      const [{ median } = { median: -1 }] = medianDays(rows, () => null)
      expect(days.filter((each) => each <= median).length * 2).toBeGreaterThanOrEqual(days.length)
      expect(days.filter((each) => each >= median).length * 2).toBeGreaterThanOrEqual(days.length)
      expect(medianDays(rows.toReversed(), () => null)[0]?.median).toBe(median)
    }))
  })
})
