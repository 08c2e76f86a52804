import { expect, test } from 'vitest'
import type { Quote } from '#shared/quotes/quote-rows.ts'
import { retaxLines } from '#shared/quotes/retax-lines.ts'
import { customTerms } from '#shared/quotes/find-line-terms.ts'
import { initialTaxPolicies } from '#shared/quotes/tax-policies.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildLine, buildProduct, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { buildTaxPolicy } from '#test/foundation/builders/build-tax-policy.ts'

const quote = buildQuote({ accountId: 'a', currency: 'EUR', sellerCountry: 'DE', country: 'FR', sellerNumber: 'DE123456789', buyerNumber: null })
const product = buildProduct({ code: 'LEDGER', kind: 'service' })
const custom = customTerms({ taxPolicies: initialTaxPolicies }, quote, { unitPrice: '1', cost: null, taxCategory: 'reduced', isService: false })
if (!custom.ok) throw new Error(custom.error.code)
const home = { ...custom.value.tax, category: 'standard' as const, rate: '19' }
const lines = [buildLine({ quoteId: quote.id, code: 'LEDGER' }, { tax: { category: home.category, rate: home.rate, notices: home.notices } }), buildLine({ quoteId: quote.id, code: null, productId: null }, { tax: custom.value.tax })]
const retaxed = (patch: Partial<Quote>, policies: readonly unknown[] = []) => answered(retaxLines({ quote, lines }, patch), { taxPolicies: policies as never, products: [product] as never })

test('the buyer’s number brings the relief at once, to products and custom items alike (B4.21)', () => {
  const taxed = retaxed({ buyerNumber: 'FRAB123456789' })
  expect(taxed).toMatchObject({ ok: true, value: [{ terms: { tax: { category: 'reverseCharge', rate: '0' } } }, { terms: { tax: { category: 'intraCommunity', rate: '0', item: { category: 'reduced', isService: false } } } }] })
})
test('and what is not of the seller or the buyer leaves the lines as they are', () => {
  const taxed = retaxed({ notes: 'Thank you', discountAmount: '5' })
  expect(taxed.ok && taxed.value).toBe(lines)
  expect(retaxed({ sellerNumber: 'DE123456789' })).toEqual({ ok: true, value: lines })
})
test('a custom item that became free of tax is taxed again under what it is', () => {
  const relieved = retaxed({ buyerNumber: 'FRAB123456789' })
  if (!relieved.ok) throw new Error(relieved.error.code)
  const back = answered(retaxLines({ quote: { ...quote, buyerNumber: 'FRAB123456789' }, lines: relieved.value }, { buyerNumber: null }), { taxPolicies: [], products: [product] as never })
  expect(back).toMatchObject({ value: [{ terms: { tax: { category: 'standard', rate: '19' } } }, { terms: { tax: { category: 'reduced', rate: '7', notices: ['toBeConfirmed', 'buyerNumberMissing'] } } }] })
})
test('the policies that the quote was priced by stay, unless the seller’s country becomes another', () => {
  const german = buildTaxPolicy({ country: 'DE', version: 1, union: 'EU', rates: [{ category: 'standard', rate: '21', from: '2007-01-01', to: null }, { category: 'reduced', rate: '9', from: '2007-01-01', to: null }] })
  const spanish = buildTaxPolicy({ country: 'ES', version: 3, union: 'EU', rates: [{ category: 'standard', rate: '23', from: '2007-01-01', to: null }, { category: 'reduced', rate: '11', from: '2007-01-01', to: null }] })
  expect(retaxed({ sellerNumber: 'wrong' }, [german])).toMatchObject({ value: [{ terms: { tax: { rate: '19' } } }, { terms: { tax: { rate: '7' } } }] })
  expect(retaxed({ sellerCountry: 'ES' }, [german, spanish])).toMatchObject({ value: [{ terms: { tax: { rate: '23', policyVersion: 3 } } }, { terms: { tax: { rate: '11', policyVersion: 3 } } }] })
})
test('where no tax is known it is refused', () => {
  expect(retaxed({ sellerCountry: 'CA' })).toMatchObject({ ok: false, error: { code: 'price.tax-unknown' } })
})
