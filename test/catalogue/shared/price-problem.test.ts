import { expect, test } from 'vitest'
import { priceProblem } from '#shared/catalogue/price-problem.ts'

const tiers = (...steps: readonly [from: string, percent: string][]) => priceProblem({ unitPrice: '1', tiers: { kind: 'whole', steps: steps.map(([from, percent]) => ({ from, percent })) } })

test('a list price is not below zero', () => {
  expect(priceProblem({ unitPrice: '0', tiers: null })).toBeNull()
  expect(priceProblem({ unitPrice: null, tiers: null })).toBeNull()
  expect(priceProblem({ unitPrice: '-0.001', tiers: null })).toMatchObject({ code: 'price-book.price-negative', details: { value: '-0.001' } })
})
test('steps go up, and take off from 0 to 100 percent', () => {
  expect(tiers(['2', '0'], ['10', '100'])).toBeNull()
  expect(tiers(['10', '5'], ['9.5', '7'])).toMatchObject({ code: 'price-book.tiers-invalid' })
  expect(tiers(['10', '5'], ['10.0', '7'])).toMatchObject({ code: 'price-book.tiers-invalid' })
  expect(tiers(['10', '100.1'])).toMatchObject({ code: 'price-book.tiers-invalid' })
  expect(tiers(['-1', '5'])).toMatchObject({ code: 'price-book.tiers-invalid' })
})
