import { describe, expect, test } from 'vitest'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { priceExport } from '#shared/imports/subjects/export-subjects.ts'
import { priceFields } from '#shared/imports/subjects/price-fields.ts'
import { priceImport, readPriceRow } from '#shared/imports/subjects/price-import.ts'
import { readExactDecimal } from '#shared/imports/read-number.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { buildPrice, buildPriceBook, buildProduct } from '#test/foundation/builders/build-quote.ts'
import { NOW, readLines } from '../read-lines.ts'

const line = (given: Readonly<Record<string, string>>) => ({ code: 'A', name: 'Anvil', price: '10.5', currency: 'usd', ...given })

describe('a price list', () => {
  test('becomes products, a price book of its currency and day, and prices', () => {
    const { rows, errors } = readLines(priceImport, [line({ cost: '6.25', stock: '1,200', kind: 'サービス', nameJa: '金床' }), line({ code: 'B', name: 'Bolt', price: '0.0404' })])
    expect(errors).toEqual([])
    expect(rows.products).toMatchObject([{ code: 'A', name: 'Anvil', nameJa: '金床', kind: 'service', cost: '6.25', costCurrency: 'USD', stock: 1200 }, { code: 'B', kind: 'product', cost: null, costCurrency: null }])
    expect(rows.priceBooks).toMatchObject([{ code: 'LIST-USD-2026-11-22', currency: 'USD', validFrom: '2026-11-22' }])
    expect(rows.prices).toMatchObject([{ bookId: rows.priceBooks[0]!['id'], productId: rows.products[0]!['id'], unitPrice: '10.5' }, { unitPrice: '0.0404' }])
    const stamps = { importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }
    expect(products.row.safeParse({ ...stamps, sellableFrom: null, sellableTo: null, bundle: null, ...rows.products[0] }).error).toBeUndefined()
    expect(priceBooks.row.safeParse({ ...stamps, validTo: null, ...rows.priceBooks[0] }).error).toBeUndefined()
    expect(prices.row.safeParse({ ...stamps, tiers: null, ...rows.prices[0] }).error).toBeUndefined()
  })
  test('leaves known products as they are, and what is priced already out', () => {
    const facts = { productIds: new Map([['A', 'a']]), priceBooks: new Map([['EU', { id: 'eu', currency: 'EUR' }]]), pricedProducts: new Set(['eu a']) }
    const { rows, duplicates, errors } = readLines(priceImport, [
      line({ currency: 'EUR', priceBook: 'EU' }), line({ currency: 'USD', priceBook: 'EU' }), line({ priceBook: '' }), line({ priceBook: '' }),
    ], facts)
    expect(rows.products).toEqual([])
    expect(rows.prices).toMatchObject([{ productId: 'a', unitPrice: '10.5' }])
    expect(duplicates).toEqual([2, 5])
    expect(errors.map(({ line: at, code }) => [at, code])).toEqual([[3, 'price-book.other-currency']])
  })
  test('tells every problem at its field', () => {
    const { errors } = readLines(priceImport, [line({ code: '', price: 'free', currency: 'QQQ' }), line({ price: '-1', months: '0' })])
    expect(errors.map(({ line: at, column, code }) => [at, column, code])).toEqual([
      [2, 'code', 'import.value-missing'], [2, 'price', 'import.number-invalid'], [2, 'currency', 'import.choice-unknown'], [3, 'price', 'import.number-out-of-range'], [3, 'months', 'import.number-out-of-range'],
    ])
  })
  test('is recognised by its headers, and read again as it was written', () => {
    const mapped = suggestMapping(priceFields, ['ProductSKU', 'ProductName', 'ProductCost', 'ProductPrice'], [])
    expect(Object.fromEntries(mapped.map(({ field, source }) => [field, 'column' in source ? source.column : '']))).toMatchObject({ code: 'ProductSKU', name: 'ProductName', cost: 'ProductCost', price: 'ProductPrice' })
    const product = buildProduct({ code: 'A', name: 'Anvil', cost: '6.25', costCurrency: 'USD' })
    const book = buildPriceBook({ currency: 'USD' })
    const cells = priceExport.cells(product, buildPrice({ bookId: book.id, productId: product.id, unitPrice: '10.50' }), book)
    const values = Object.fromEntries(priceFields.map(({ name }, at) => [name, String(cells[at] ?? '')])) as Parameters<typeof readPriceRow>[0]
    expect(readPriceRow(values, 'point', '2026-11-22')).toMatchObject({ line: { product: { code: 'A', name: 'Anvil', cost: '6.25' }, unitPrice: '10.5', currency: 'USD', book: 'LIST-USD', validFrom: '2026-01-01' } })
  })
})

test.each([['868.634', 'point', '868.634'], ['1.234,50', 'comma', '1234.5'], ['0012', null, '12'], ['', null, null]] as const)('an exact amount %s with a decimal %s is %s', (text, mark, value) => {
  expect(readExactDecimal(text, { mark })).toEqual({ ok: true, value })
})
