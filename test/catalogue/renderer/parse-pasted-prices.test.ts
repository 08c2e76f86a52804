import { expect, test } from 'vitest'
import { parsePastedPrices } from '#renderer/catalogue/parse-pasted-prices.ts'

test('rows of a spreadsheet are prices; headings and rows without a code are left out', () => {
  expect(parsePastedPrices('SKU\tList price\nA\t1,234.50\t12\t10: 5 %\n\t5\nB\t0\n')).toEqual([
    { row: 2, code: 'A', price: { code: 'A', unitPrice: '1234.5', months: 12, tiers: { kind: 'whole', steps: [{ from: '10', percent: '5' }] } } },
    { row: 4, code: 'B', price: { code: 'B', unitPrice: '0', months: undefined, tiers: undefined } },
  ])
})
test('an empty cell takes months and tiers away, a missing one leaves them', () => {
  expect(parsePastedPrices('A\t1\t\t')[0]?.price).toEqual({ code: 'A', unitPrice: '1', months: null, tiers: null })
})
test('what cannot be read is said to be so, by its row', () => {
  for (const row of ['A\tfree', 'A\t-1', 'A\t1\tyear', 'A\t1\t0', 'A\t1\t12\tmany', 'A\t']) expect(parsePastedPrices(`B\t1\n${row}`)[1]).toEqual({ row: 2, code: 'A', price: null })
})
