import { expect, test } from 'vitest'
import { describeRounding } from '#shared/quotes/describe-rounding.ts'
import { explainRoundings } from '#shared/quotes/price-quote.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { buildInput } from './build-input.ts'
import type { WrittenInput } from './reference-pricing.ts'

function roundings(input: WrittenInput) {
  const quote = readQuoteToPrice(input)
  if (!quote.ok) throw new Error(quote.error.code)
  return explainRoundings(quote.value).map((rounding) => {
    const { exact, result, by } = describeRounding(rounding, quote.value.decimals)
    return `${rounding.what} of ${rounding.line ?? (rounding.rate === null ? 'all' : 'rate')} ${rounding.how}: ${exact} → ${result} (${by})`
  })
}

const line = { quantity: '3', unitPrice: '1.1151', taxRate: '10' }

test('tells of each what it was, what it became and by how much', () => {
  expect(roundings(buildInput([line], { scope: 'line' }))).toEqual(['amount of 0 rounded: 3.3453 → 3.35 (+0.0047)', 'tax of 0 rounded: 0.335 → 0.34 (+0.005)'])
  expect(roundings(buildInput([line, line], { discountAmount: '1.01' }))).toEqual([
    'amount of 0 rounded: 3.3453 → 3.35 (+0.0047)', 'amount of 1 rounded: 3.3453 → 3.35 (+0.0047)',
    'discount of 0 shared: 0.505 → 0.51 (+0.005)', 'discount of 1 shared: 0.505 → 0.50 (-0.005)',
    'tax of rate rounded: 0.569 → 0.57 (+0.001)', 'tax of 0 shared: 0.284 → 0.28 (-0.004)', 'tax of 1 shared: 0.285 → 0.29 (+0.005)',
  ])
})

test('writes a share that does not end to six more decimals, and negatives with their sign', () => {
  expect(roundings(buildInput([{ unitPrice: '-100', taxRate: '10' }], { currency: 'JPY', taxMode: 'inclusive' }))).toEqual(['tax of rate rounded: -9.090909 → -9 (+0.090909)'])
  expect(roundings(buildInput([{ unitPrice: '100.4', taxRate: '0' }, { unitPrice: '0.6', taxRate: '10' }], { currency: 'JPY', scope: 'document' }))).toEqual(['amount of rate shared: 100.4 → 100 (-0.4)', 'amount of rate shared: 0.6 → 1 (+0.4)', 'tax of all rounded: 0.06 → 0 (-0.06)', 'tax of rate shared: 0.06 → 0 (-0.06)'])
})

test('says nothing where all was exact', () => {
  expect(roundings(buildInput([{ unitPrice: '10', taxRate: '10' }]))).toEqual([])
})
