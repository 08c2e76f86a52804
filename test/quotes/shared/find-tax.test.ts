import { describe, expect, test } from 'vitest'
import { findTax, type TaxAsked } from '#shared/quotes/find-tax.ts'
import { initialTaxPolicies } from '#shared/quotes/tax-policies.ts'
import { d, text } from './decimals.ts'

const domestic: TaxAsked = { date: '2026-11-26', sellerCountry: 'JP', sellerNumber: 'T1234567890123', buyerCountry: 'JP', buyerNumber: null, category: 'standard', isService: true, resaleCertificateTo: null, localRate: null }

function tax(change: Partial<TaxAsked>) {
  const found = findTax(initialTaxPolicies, { ...domestic, ...change })
  return found.ok ? [found.value.category, text(found.value.rate), found.value.notices] : found.error.code
}

describe('at home', () => {
  test.each([
    ['JP', 'standard', '2019-09-30', '8'], ['JP', 'standard', '2019-10-01', '10'], ['JP', 'reduced', '2026-11-26', '8'],
    ['DE', 'standard', '2020-08-01', '16'], ['DE', 'standard', '2021-01-01', '19'], ['FR', 'superReduced', '2026-11-26', '5.5'], ['MX', 'standard', '2026-11-26', '16'], ['GT', 'standard', '2026-11-26', '12'], ['BZ', 'standard', '2026-11-26', '12.5'],
  ] as const)('%s %s on %s is %s %%', (country, category, date, rate) => {
    expect(tax({ sellerCountry: country, buyerCountry: country, category, date }).slice(0, 2)).toEqual([category, rate])
  })

  test('an invoice of Japan needs the seller’s registration number', () => {
    expect(tax({})).toEqual(['standard', '10', []])
    expect(tax({ sellerNumber: null })).toEqual(['standard', '10', ['sellerNumberMissing']])
    for (const wrong of ['1234567890123', 'T123', 'T12345678901234', 'Ｔ1234567890123']) expect(tax({ sellerNumber: wrong })).toEqual(['standard', '10', ['sellerNumberInvalid']])
  })

  test('what nobody has confirmed says so, and what is not known is refused', () => {
    for (const country of ['GT', 'BZ', 'MX']) expect(tax({ sellerCountry: country, buyerCountry: country })[2]).toEqual(['toBeConfirmed'])
    expect(tax({ sellerCountry: 'XX' })).toBe('price.tax-unknown')
    expect(tax({ date: '2010-01-01' })).toBe('price.tax-unknown')
    expect(tax({ sellerCountry: 'US', buyerCountry: 'US' })).toBe('price.tax-unknown')
  })
})

describe('in the European Union', () => {
  const german = { sellerCountry: 'DE', sellerNumber: 'DE123456789', buyerCountry: 'FR', buyerNumber: 'FR12345678901' }

  test('a registered buyer in another country owes the tax himself', () => {
    expect(tax(german)).toEqual(['reverseCharge', '0', ['toBeConfirmed', 'reverseChargeStatement']])
    expect(tax({ ...german, isService: false })).toEqual(['intraCommunity', '0', ['toBeConfirmed']])
  })

  test('without both numbers the tax at home applies, and what is missing is said', () => {
    expect(tax({ ...german, buyerNumber: null })).toEqual(['standard', '19', ['toBeConfirmed', 'buyerNumberMissing']])
    expect(tax({ ...german, buyerNumber: 'DE123456789' })).toEqual(['standard', '19', ['toBeConfirmed', 'buyerNumberInvalid']])
    expect(tax({ ...german, sellerNumber: null })).toEqual(['standard', '19', ['sellerNumberMissing', 'toBeConfirmed']])
  })

  test('what leaves it is exported', () => {
    expect(tax({ ...german, buyerCountry: 'JP', isService: false })).toEqual(['export', '0', ['toBeConfirmed']])
    expect(tax({ ...german, buyerCountry: 'JP' })).toEqual(['outOfScope', '0', ['toBeConfirmed']])
  })
})

test('a reseller’s certificate in the United States counts to its last day', () => {
  const american = { sellerCountry: 'US', buyerCountry: 'US', sellerNumber: null, localRate: d('8.875') }
  expect(tax(american)).toEqual(['standard', '8.875', ['toBeConfirmed']])
  expect(tax({ ...american, resaleCertificateTo: '2026-11-26' })).toEqual(['resale', '0', ['toBeConfirmed']])
  expect(tax({ ...american, resaleCertificateTo: '2026-11-25' })).toEqual(['standard', '8.875', ['toBeConfirmed', 'resaleCertificateEnded']])
  expect(tax({ resaleCertificateTo: '2027-01-01' })).toEqual(['standard', '10', []])
})
