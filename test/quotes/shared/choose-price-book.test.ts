import { expect, test } from 'vitest'
import { choosePriceBook, type PriceAsked, type PriceBook } from '#shared/quotes/choose-price-book.ts'
import { d } from './decimals.ts'

function book(code: string, change: Partial<PriceBook> = {}): PriceBook {
  return { code, currency: 'EUR', regions: [], partnerTypes: [], from: '2026-01-01', to: null, entries: [{ product: 'LEDGER', unitPrice: d('100'), months: null, tiers: null }], ...change }
}

const asked: PriceAsked = { product: 'LEDGER', currency: 'EUR', country: 'GB', region: 'GB-ENG', partnerType: 'reseller', date: '2026-06-30' }

function chosen(...books: readonly PriceBook[]): string | null {
  return choosePriceBook(books, asked).chosen?.book ?? null
}

test('says of every other book what first speaks against it', () => {
  const choice = choosePriceBook([
    book('WORLD'), book('DOLLARS', { currency: 'USD' }), book('LATER', { from: '2026-07-01' }), book('OVER', { to: '2026-06-29' }), book('FRANCE', { regions: ['FR'] }),
    book('BROKERS', { partnerTypes: ['broker'] }), book('EMPTY', { entries: [] }), book('BRITAIN', { regions: ['GB'] }),
  ], asked)
  expect(choice.chosen?.book).toBe('BRITAIN')
  expect(choice.passedOver).toEqual([
    { book: 'BROKERS', because: 'otherPartnerType' }, { book: 'DOLLARS', because: 'otherCurrency' }, { book: 'EMPTY', because: 'notListed' }, { book: 'FRANCE', because: 'otherRegion' },
    { book: 'LATER', because: 'notYet' }, { book: 'OVER', because: 'ended' }, { book: 'WORLD', because: 'lessSpecific' },
  ])
})

test('takes the region before the country, the country before everywhere, and the type of partner after that', () => {
  const [world, country, region] = [book('A'), book('B', { regions: ['GB'] }), book('C', { regions: ['GB-ENG'] })]
  expect(chosen(world, country, region)).toBe('C')
  expect(chosen(world, book('T', { partnerTypes: ['reseller'] }))).toBe('T')
  expect(chosen(book('T', { partnerTypes: ['reseller'] }), country)).toBe('B')
})

test('takes the one that began last, and among those the lower code, in whatever order they come', () => {
  expect(chosen(book('OLD', { from: '2025-01-01' }), book('NEW'))).toBe('NEW')
  expect(chosen(book('B'), book('A'))).toBe('A')
  expect(chosen(book('A'), book('B'))).toBe('A')
})

test('its first and last day are included', () => {
  expect(chosen(book('DAY', { from: '2026-06-30', to: '2026-06-30' }))).toBe('DAY')
  expect(chosen()).toBeNull()
})
