import type { RoundingPolicy } from './quote-to-price.ts'
import type { TaxPolicy, TaxRate } from './tax-policy.ts'

const byRate: RoundingPolicy = { scope: 'rate', mode: 'halfAwayFromZero' }

function standing(category: TaxRate['category'], rate: string, from: string, to: string | null = null): TaxRate {
  return { category, rate, from, to }
}

function european(country: string, registrationNumber: string, rates: readonly TaxRate[]): TaxPolicy {
  return { country, version: 0, rounding: byRate, registrationNumber, rates, resaleCertificates: false, union: 'EU', toBeConfirmed: true }
}

/** What counts until a company publishes its own: see taxes/policies-on.ts. */
export const initialTaxPolicies: readonly TaxPolicy[] = [
  {
    // One rounding for each rate on an invoice, up, down or to the nearest (NTA, qualified invoices, question 46); down is usual.
    country: 'JP', version: 0, rounding: { scope: 'rate', mode: 'down' }, registrationNumber: 'T#############', resaleCertificates: false, union: null, toBeConfirmed: false,
    rates: [standing('standard', '8', '2014-04-01', '2019-09-30'), standing('standard', '10', '2019-10-01'), standing('reduced', '8', '2019-10-01')],
  },
  european('DE', 'DE#########', [standing('standard', '19', '2007-01-01', '2020-06-30'), standing('reduced', '7', '1983-07-01', '2020-06-30'), standing('standard', '16', '2020-07-01', '2020-12-31'), standing('reduced', '5', '2020-07-01', '2020-12-31'), standing('standard', '19', '2021-01-01'), standing('reduced', '7', '2021-01-01')]),
  european('FR', 'FR**#########', [standing('standard', '20', '2014-01-01'), standing('reduced', '10', '2014-01-01'), standing('superReduced', '5.5', '2014-01-01')]),
  european('ES', 'ES*#######*', [standing('standard', '21', '2012-09-01'), standing('reduced', '10', '2012-09-01'), standing('superReduced', '4', '1995-01-01')]),
  european('IT', 'IT###########', [standing('standard', '22', '2013-10-01'), standing('reduced', '10', '1995-02-24'), standing('superReduced', '4', '1989-01-01')]),
  european('NL', 'NL************', [standing('standard', '21', '2012-10-01'), standing('reduced', '9', '2019-01-01')]),
  // State and local rates together, half up from the third decimal; by item or by invoice as the seller elects (SST).
  { country: 'US', version: 0, rounding: byRate, registrationNumber: null, rates: [], resaleCertificates: true, union: null, toBeConfirmed: true },
  { country: 'MX', version: 0, rounding: byRate, registrationNumber: null, rates: [standing('standard', '16', '2010-01-01'), standing('zero', '0', '1980-01-01')], resaleCertificates: false, union: null, toBeConfirmed: true },
  { country: 'GT', version: 0, rounding: byRate, registrationNumber: null, rates: [standing('standard', '12', '2001-08-01')], resaleCertificates: false, union: null, toBeConfirmed: true },
  { country: 'BZ', version: 0, rounding: byRate, registrationNumber: null, rates: [standing('standard', '12.5', '2010-04-01')], resaleCertificates: false, union: null, toBeConfirmed: true },
]
