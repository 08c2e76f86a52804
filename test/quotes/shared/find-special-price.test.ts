import { expect, test } from 'vitest'
import { findSpecialPrice, type SpecialPrice } from '#shared/quotes/find-special-price.ts'
import { d } from './decimals.ts'

function granted(code: string, unitPrice: string, change: Partial<SpecialPrice> = {}): SpecialPrice {
  return { code, state: 'approved', customerId: 'lira', partnerId: null, product: 'LEDGER', currency: 'EUR', unitPrice: d(unitPrice), maximumQuantity: null, soldQuantity: d('0'), stacks: false, from: '2026-01-01', to: '2026-12-31', ...change }
}

const asked = { customerId: 'lira', partnerId: 'ana', product: 'LEDGER', currency: 'EUR', quantity: d('10'), date: '2026-06-30' }

test('is the lowest that was granted, and tells what speaks against the others', () => {
  const found = findSpecialPrice([
    granted('S9', '90'), granted('S8', '80'), granted('S0', '10', { state: 'requested' }), granted('S1', '10', { partnerId: 'ben' }), granted('S2', '10', { currency: 'USD' }),
    granted('S3', '10', { from: '2026-07-01' }), granted('S4', '10', { to: '2026-06-29' }), granted('S5', '10', { maximumQuantity: d('100'), soldQuantity: d('90.5') }),
    granted('XX', '1', { customerId: 'acme' }), granted('XY', '1', { product: 'VAULT' }),
  ], asked)
  expect(found.special?.code).toBe('S8')
  expect(Object.fromEntries(found.passedOver.map(({ code, because }) => [code, because]))).toEqual({ S0: 'notApproved', S1: 'otherPartner', S2: 'otherCurrency', S3: 'notYet', S4: 'ended', S5: 'quantityExceeded', S9: 'dearer' })
})

test('covers just what is left of its quantity', () => {
  expect(findSpecialPrice([granted('S', '90', { maximumQuantity: d('100'), soldQuantity: d('90') })], asked).special?.code).toBe('S')
})
