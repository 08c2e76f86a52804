import { expect, test } from 'vitest'
import { tables } from '#shared/tables.ts'

test('B4.1: money, quantities and percentages are whole numbers or decimals as text, never fractions in binary', () => {
  const priced = tables.filter(({ name }) => ['products', 'priceBooks', 'prices', 'promotions', 'partnerDiscounts', 'specialPrices', 'exchangeRates', 'taxPolicies', 'quotes', 'quoteLines', 'opportunities', 'registrations'].includes(name))
  expect(priced).toHaveLength(12)
  for (const table of priced) for (const [name, column] of Object.entries(table.columns)) expect(column.kind, `${table.name}.${name}`).not.toBe('real')
})
