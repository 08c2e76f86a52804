import { expect, test } from 'vitest'
import { calculateAmounts } from '#shared/quotes/calculate-amounts.ts'
import { buildInput } from './build-input.ts'
import { readWritten } from './price-written.ts'

test('gives all lines in one unit, as fine as the finest needs', () => {
  const { digits, unit } = calculateAmounts(readWritten(buildInput([{ quantity: '2', unitPrice: '10' }, { quantity: '1.5', unitPrice: '0.333', discountPercent: '12.5' }, { unitPrice: '1', discountAmount: '0.25' }])))
  // 20, 0.4370625 and 0.75 euros, in ten-millionths.
  expect([digits, unit]).toEqual([[200_000_000, 4_370_625, 7_500_000], 100_000])
})

test('is in whole minor units where nothing is finer', () => {
  expect(calculateAmounts(readWritten(buildInput([{ quantity: '3', unitPrice: '333' }], { currency: 'JPY' })))).toEqual({ digits: [999], unit: 1 })
})
