import { expect, test } from 'vitest'
import { policiesOn } from '#shared/taxes/policies-on.ts'
import { buildTaxPolicy } from '#test/foundation/builders/build-tax-policy.ts'

const of = (country: string, ...[published, date, kept]: Parameters<typeof policiesOn>) => policiesOn(published, date, kept).find((policy) => policy.country === country)
const first = buildTaxPolicy({ country: 'GT', version: 1, validFrom: '2026-01-01' })
const second = buildTaxPolicy({ country: 'GT', version: 2, validFrom: '2027-01-01' })

test('what came with the program counts until something published does', () => {
  expect(of('GT', [first], '2025-12-31')).toMatchObject({ version: 0, rates: [{ rate: '12' }] })
  expect(of('GT', [first], '2026-01-01')).toMatchObject({ version: 1, rounding: { scope: 'rate', mode: 'halfEven' } })
  expect(of('BZ', [first], '2026-01-01')).toMatchObject({ version: 0 })
})

test('the version that began last by the day counts, of one day the later', () => {
  expect(of('GT', [second, first], '2026-12-31')?.version).toBe(1)
  expect(of('GT', [first, second], '2027-01-01')?.version).toBe(2)
  expect(of('GT', [second, { ...first, version: 3, validFrom: '2027-01-01' }], '2027-01-01')?.version).toBe(3)
  expect(of('GT', [second, { ...first, version: 3 }], '2027-01-01')?.version).toBe(2)
})

test('a quote that keeps a version has that one, also where it was the program’s own', () => {
  const kept = (version: number) => of('GT', [first, second], '2027-06-01', { country: 'GT', version })?.version
  expect([kept(0), kept(1), kept(2)]).toEqual([0, 1, 2])
  expect(of('MX', [buildTaxPolicy({ country: 'MX', version: 4, validFrom: '2026-01-01' })], '2027-01-01', { country: 'GT', version: 0 })?.version).toBe(4)
})

test('a country that the program does not know has taxes once they are published', () => {
  const canada = buildTaxPolicy({ country: 'CA', version: 1, validFrom: '2026-01-01' })
  expect(of('CA', [canada], '2025-12-31')).toBeUndefined()
  expect(of('CA', [canada], '2026-01-01')).toMatchObject({ version: 1 })
})
