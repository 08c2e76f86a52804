import { expect, test } from 'vitest'
import { compareScopes } from '#shared/quotes/compare-scopes.ts'
import { buildInput, repeated } from './build-input.ts'
import { readWritten } from './price-written.ts'

test('tells which totals another scope would give, and only where they differ', () => {
  const [line, document] = [{ unitPrice: '348.35', quantity: '16', discountPercent: '4', taxRate: '22' }, { scope: 'document', net: 535066, tax: 117714, gross: 652780 }]
  expect(compareScopes(readWritten(buildInput([line])))).toEqual([document])
  expect(compareScopes(readWritten(buildInput([line], { scope: 'document' }))).map(({ scope, gross }) => [scope, gross])).toEqual([['line', 652781], ['rate', 652781]])
  expect(compareScopes(readWritten(buildInput(repeated(3, { unitPrice: '333', taxRate: '10' }), { currency: 'JPY' })))).toEqual([{ scope: 'line', net: 999, tax: 99, gross: 1098 }])
  expect(compareScopes(readWritten(buildInput([{ unitPrice: '100', taxRate: '10' }])))).toEqual([])
})

test('has nothing to compare where the quote is refused', () => {
  expect(compareScopes(readWritten(buildInput([], { discountAmount: '1' })))).toEqual([])
})
