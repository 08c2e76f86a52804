import { expect } from 'vitest'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildPrice, buildPriceBook, buildProduct } from '#test/foundation/builders/build-quote.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, linesOf, quotingDesk } from '../../quotes/shared/quoting-desk.ts'

const { setPrices, copyPriceBook } = catalogueContract.operations
const tiers = { kind: 'graduated' as const, steps: [{ from: '10', percent: '5' }] }

/** A book in euros that costs A 100.00 and B 2.8207 a month. */
async function aSheet(desk: Desk) {
  const book = buildPriceBook({ code: 'EU-2026', name: 'Europe 2026', currency: 'EUR', regions: ['FR', 'DE'], partnerTypes: ['reseller'], validFrom: '2026-01-01' })
  const goods = ['A', 'B', 'C'].map((code) => buildProduct({ code }))
  await desk.put(priceBooks, book)
  await desk.put(products, ...goods)
  await desk.put(prices, buildPrice({ bookId: book.id, productId: goods[0]!.id, unitPrice: '100', tiers }), buildPrice({ bookId: book.id, productId: goods[1]!.id, unitPrice: '2.8207', months: 1 }))
  const listed = async (bookId = book.id) => Object.fromEntries((await desk.rows(prices)).filter((price) => price.bookId === bookId).map(({ productId, unitPrice, months, tiers: steps }) => [goods.find(({ id }) => id === productId)!.code, { unitPrice, months, tiers: steps }]))
  return { book, listed }
}
const price = (unitPrice: string) => ({ unitPrice, months: null, tiers: null })

export const priceSheetScenarios: Scenarios = {
  'sets, changes and removes prices as one change, which is taken back as one': async (desk) => {
    const { book, listed } = await aSheet(desk)
    const before = await listed()
    const { entry } = valueOf(await desk.run(setPrices, { bookId: book.id, prices: [{ product: 'A', price: { ...price('90'), tiers }, was: '100' }, { product: 'B', price: null, was: '2.8207' }, { product: 'C', price: price('7'), was: null }] }))
    expect(await listed()).toEqual({ A: { unitPrice: '90', months: null, tiers }, C: price('7') })
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await listed()).toEqual(before)
  },
  'sets all prices or none, and says which cannot be': async (desk) => {
    const { book, listed } = await aSheet(desk)
    const before = await listed()
    const refused = async (...given: Parameters<typeof setPrices.input.parse>[0][]) => refusalOf(await desk.run(setPrices, { bookId: book.id, prices: [{ product: 'C', price: price('7') }, ...(given as never[])] }))
    expect(await refused({ product: 'NONE', price: price('1') })).toEqual({ code: 'product.not-found', details: { product: 'NONE' } })
    expect(await refused({ product: 'C', price: price('8') })).toEqual({ code: 'price-book.product-twice', details: { product: 'C' } })
    expect(await refused({ product: 'A', price: price('-1') })).toEqual({ code: 'price-book.price-negative', details: { value: '-1', product: 'A' } })
    expect(await refused({ product: 'A', price: { ...price('1'), tiers: { ...tiers, steps: [{ from: '10', percent: '101' }] } } })).toEqual({ code: 'price-book.tiers-invalid', details: { product: 'A' } })
    expect(await refused({ product: 'A', price: price('1'), was: '99' })).toEqual({ code: 'price-book.price-moved', details: { product: 'A', theirs: '100', yours: '1' } })
    expect(await refused({ product: 'B', price: price('1'), was: null })).toEqual({ code: 'price-book.price-moved', details: { product: 'B', theirs: '2.8207', yours: '1' } })
    expect(refusalOf(await desk.run(setPrices, { bookId: nextId(), prices: [{ product: 'A', price: null }] }))).toEqual({ code: 'price-book.not-found' })
    expect(await listed()).toEqual(before)
  },
  'copies a book to the next year, raised, and ends the other the day before; all of it is one change': async (desk) => {
    const { book, listed } = await aSheet(desk)
    const { id, entry } = valueOf(await desk.run(copyPriceBook, { id: book.id, code: 'EU-2027', name: 'Europe 2027', validFrom: '2027-01-01', percent: '3.333', endOriginal: true }))
    expect(await desk.row(priceBooks, id)).toMatchObject({ code: 'EU-2027', currency: 'EUR', regions: ['FR', 'DE'], partnerTypes: ['reseller'], validFrom: '2027-01-01', validTo: null })
    expect(await desk.row(priceBooks, book.id)).toMatchObject({ validTo: '2026-12-31' })
    expect(await listed(id)).toEqual({ A: { unitPrice: '103.33', months: null, tiers }, B: { unitPrice: '2.91', months: 1, tiers: null } })
    expect((await listed())['A']).toMatchObject({ unitPrice: '100' })
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await desk.row(priceBooks, id)).toBeUndefined()
    expect(await desk.row(priceBooks, book.id)).toMatchObject({ validTo: null })
    expect(await listed(id)).toEqual({})
  },
  'copies prices as they are where nothing is raised, and refuses a copy that cannot be': async (desk) => {
    const { book, listed } = await aSheet(desk)
    const copy = { id: book.id, code: 'EU-2027', name: 'Europe 2027', validFrom: '2027-01-01' }
    const { id } = valueOf(await desk.run(copyPriceBook, copy))
    expect(await listed(id)).toEqual(await listed())
    expect(await desk.row(priceBooks, book.id)).toMatchObject({ validTo: null })
    const refused = async (given: object) => refusalOf(await desk.run(copyPriceBook, { ...copy, code: 'OTHER', ...given }))
    expect(await refused({ code: 'EU-2026' })).toEqual({ code: 'price-book.code-taken', details: { code: 'EU-2026', name: 'Europe 2026' } })
    expect(await refused({ code: ' ' })).toEqual({ code: 'price-book.code-missing' })
    expect(await refused({ validTo: '2026-12-31' })).toEqual({ code: 'price-book.dates-reversed' })
    expect(await refused({ percent: '-100' })).toEqual({ code: 'price-book.percent-out-of-range', details: { value: '-100' } })
    expect(await refused({ validFrom: '2026-01-01', endOriginal: true })).toEqual({ code: 'price-book.copy-too-early', details: { on: '2026-01-01' } })
    expect(await refused({ id: nextId() })).toEqual({ code: 'price-book.not-found' })
  },
  'nothing moves in a quote while its price book does': async (desk) => {
    const { account, book } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER')])
    valueOf(await desk.run(setPrices, { bookId: book.id, prices: [{ product: 'LEDGER', price: price('1500') }] }))
    expect((await linesOf(desk, id))[0]!.terms.unitPrice).toBe('1000')
    valueOf(await desk.run(quotesContract.operations.reprice, { id, on: '2026-11-22' }))
    expect((await linesOf(desk, id))[0]!.terms.unitPrice).toBe('1500')
  },
}
