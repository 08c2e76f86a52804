import { describe, expect, test } from 'vitest'
import { customTerms, findLineTerms, problemOf, type TermsHead } from '#shared/quotes/find-line-terms.ts'
import type { PricingFacts } from '#shared/quotes/pricing-facts.ts'
import { initialTaxPolicies } from '#shared/quotes/tax-policies.ts'
import { buildExchangeRate, buildPartnerDiscount, buildPrice, buildPriceBook, buildProduct, buildPromotion, buildQuote, buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'

const product = buildProduct({ code: 'LEDGER', cost: '0.0036', costCurrency: 'USD', kind: 'service' })
const everywhere = buildPriceBook({ currency: 'JPY' })
const japan = buildPriceBook({ currency: 'JPY', code: 'JP', regions: ['JP'] })
const facts: PricingFacts = {
  products: new Map([[product.code, product]]),
  books: [everywhere, japan],
  prices: new Map([[product.id, [buildPrice({ bookId: everywhere.id, productId: product.id, unitPrice: '1000' }), buildPrice({ bookId: japan.id, productId: product.id, unitPrice: '900', tiers: { kind: 'whole', steps: [{ from: '5', percent: '2' }] } })]]]),
  promotions: [buildPromotion({ code: 'ALL', percent: '1' }), buildPromotion({ code: 'OTHERS', percent: '2', products: ['TRAIN'] })],
  partnerDiscounts: [buildPartnerDiscount({ percent: '20' }), buildPartnerDiscount({ percent: '25', product: 'LEDGER' })],
  specialPrices: [buildSpecialPrice({ accountId: 'a', product: 'LEDGER', unitPrice: '700', maximumQuantity: '5', soldQuantity: '9' })],
  exchangeRates: [buildExchangeRate({ rate: '150.5' })],
  taxPolicies: initialTaxPolicies,
}
const head: TermsHead = buildQuote({ accountId: 'a', partnerId: 'p', partnerTier: 'gold', registration: { code: 'DR', products: null, percent: '5', from: '2026-11-01', to: '2026-11-22' } })

describe('the terms of a line', () => {
  test('are those of the nearest price book, of the day, the tier and the registration', () => {
    expect(findLineTerms(facts, head, product)).toEqual({ ok: true, value: {
      book: 'JP', unitPrice: '900', months: null, tiers: { kind: 'whole', steps: [{ from: '5', percent: '2' }] }, specials: [{ code: 'SPA-7', unitPrice: '700', left: '0', stacks: false }],
      offers: [{ code: 'ALL', name: 'ALL', place: 1, minimumQuantity: '0', percent: '1', amount: null, standsAlone: false }], tierPercent: '25', registeredPercent: '5',
      tax: { category: 'standard', rate: '10', notices: ['sellerNumberMissing'] }, cost: { amount: '0.5418', given: '0.0036', currency: 'USD', rate: '150.5', rateDate: '2026-11-01' }, problem: null,
    } })
  })
  test('are others on another day: the registration has ended, the tax was eight percent', () => {
    const terms = (pricedOn: string) => findLineTerms({ ...facts, books: [{ ...everywhere, validFrom: '2010-01-01' }] }, { ...head, pricedOn }, product)
    expect(terms('2026-11-23')).toMatchObject({ value: { registeredPercent: '0' } })
    expect(terms('2019-09-30')).toMatchObject({ value: { tax: { rate: '8' }, tierPercent: '0', offers: [], specials: [], cost: null } })
  })
  test('have the relief of a union only with the papers for it (B4.21)', () => {
    const german = { ...head, currency: 'JPY', sellerCountry: 'DE', sellerNumber: 'DE123456789', country: 'FR', buyerNumber: null }
    const inEurope = (change: Partial<TermsHead>) => findLineTerms(facts, { ...german, ...change }, product)
    expect(findLineTerms({ ...facts, books: [everywhere] }, german, product)).toMatchObject({ value: { tax: { category: 'standard', rate: '19', notices: ['toBeConfirmed', 'buyerNumberMissing'] } } })
    expect(inEurope({ buyerNumber: 'FRAB123456789' })).toMatchObject({ value: { tax: { category: 'reverseCharge', rate: '0' } } })
    const american = { ...head, sellerCountry: 'US', country: 'US', localTaxRate: '8.25' }
    expect(findLineTerms(facts, { ...american, resaleCertificateTo: '2026-11-21' }, product)).toMatchObject({ value: { tax: { rate: '8.25', notices: ['toBeConfirmed', 'resaleCertificateEnded'] } } })
    expect(findLineTerms(facts, { ...american, resaleCertificateTo: '2026-11-22' }, product)).toMatchObject({ value: { tax: { category: 'resale', rate: '0' } } })
  })
  test('are refused where no book has a price, or no tax is known', () => {
    expect(findLineTerms({ ...facts, books: [] }, head, product)).toMatchObject({ error: { code: 'price.not-listed' } })
    expect(findLineTerms(facts, { ...head, sellerCountry: 'XX' }, product)).toMatchObject({ error: { code: 'price.tax-unknown' } })
    expect(customTerms(facts, { ...head, sellerCountry: 'XX' }, { unitPrice: '1', cost: null, taxCategory: 'standard', isService: true })).toMatchObject({ error: { code: 'price.tax-unknown' } })
  })
  test('say on which days a product is not sold', () => {
    const sold = { sellableFrom: '2026-02-01', sellableTo: '2026-03-01' }
    expect(['2026-01-31', '2026-02-01', '2026-03-01', '2026-03-02'].map((day) => problemOf(sold, day))).toEqual(['notSellableYet', null, null, 'discontinued'])
    expect(problemOf({ sellableFrom: null, sellableTo: null }, '1999-01-01')).toBeNull()
  })
})
