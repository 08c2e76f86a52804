import { expect, test } from 'vitest'
import { newQuote } from '#shared/quotes/new-quote.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'

const given = { name: ' A ', currency: 'USD' }
const begun = (country: string, now = '2026-11-22T16:00:00.000Z') => newQuote('01990000-0000-7000-8000-000000000001', given, { ...buildAccount({ country }), country }, null, [], now)

test.each([
  // It is the next day already in Tokyo.
  ['JP', { language: 'ja', timeZone: 'Asia/Tokyo', sellerCountry: 'JP', roundingMode: 'down', pricedOn: '2026-11-23', validUntil: '2026-12-23', localTaxRate: null }],
  ['GT', { language: 'es', timeZone: 'America/Guatemala', sellerCountry: 'GT', roundingMode: 'halfAwayFromZero', pricedOn: '2026-11-22' }],
  ['US', { language: 'en', sellerCountry: 'US', localTaxRate: '0' }],
  // No taxes are known there.
  ['KE', { language: 'en', sellerCountry: 'US', country: 'KE' }],
])('a quote for %s begins as is usual there', (country, expected) => {
  expect(begun(country)).toMatchObject({ ...expected, name: 'A', country })
})
