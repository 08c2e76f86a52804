import { expect } from 'vitest'
import { exchangeRates, partnerDiscounts, promotions } from '#shared/catalogue/discount.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { buildPriceBook, buildProduct } from '#test/foundation/builders/build-quote.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { createProduct, updateProduct, createPriceBook, updatePriceBook, setPrice, createPromotion, updatePromotion, setPartnerDiscount, removePartnerDiscount, setExchangeRate } = catalogueContract.operations
const option = { product: 'OPTION', kind: 'optional' as const, minimum: '1', maximum: null, excludes: [], needs: [], from: '2026-01-01', to: null }
const product = { code: 'LEDGER', name: 'Ledger', kind: 'service' as const }

async function aBook(desk: Desk) {
  const book = buildPriceBook({ currency: 'JPY' })
  const sold = buildProduct({ code: 'LEDGER' })
  await desk.put(priceBooks, book)
  await desk.put(products, sold)
  return { book, sold }
}

export const catalogueScenarios: Scenarios = {
  'adds a product, and refuses one that cannot be': async (desk) => {
    const { id } = valueOf(await desk.run(createProduct, { ...product, code: ' LEDGER ', cost: '12.5', costCurrency: 'USD' }))
    expect(await desk.row(products, id)).toMatchObject({ code: 'LEDGER', name: 'Ledger', kind: 'service', cost: '12.5', taxCategory: 'standard', bundle: null })
    const refused = async (given: object) => refusalOf(await desk.run(createProduct, { ...product, code: 'OTHER', ...given }))
    expect(await refused({ code: 'LEDGER' })).toEqual({ code: 'product.code-taken', details: { code: 'LEDGER', name: 'Ledger' } })
    expect(await refused({ code: ' ' })).toEqual({ code: 'product.code-missing' })
    expect(await refused({ name: ' ' })).toEqual({ code: 'product.name-missing' })
    expect(await refused({ cost: '1' })).toEqual({ code: 'product.cost-incomplete', details: { cost: '1' } })
    expect(await refused({ cost: '-1', costCurrency: 'USD' })).toEqual({ code: 'product.cost-negative', details: { value: '-1' } })
    expect(await refused({ costCurrency: 'QQQ' })).toEqual({ code: 'product.currency-unknown', details: { currency: 'QQQ' } })
    expect(await refused({ sellableFrom: '2026-02-01', sellableTo: '2026-01-01' })).toEqual({ code: 'product.dates-reversed' })
    expect(await refused({ bundle: { options: [{ ...option, product: 'OTHER' }] } })).toEqual({ code: 'product.bundle-of-itself', details: { code: 'OTHER' } })
    expect(await refused({ bundle: { options: [option] } })).toEqual({ code: 'product.bundle-unknown', details: { code: 'OPTION' } })
    expect(await refused({ bundle: { options: [{ ...option, product: 'LEDGER', needs: ['NOTHING'] }] } })).toEqual({ code: 'product.bundle-unknown', details: { code: 'NOTHING' } })
    expect(await refused({ bundle: { options: [{ ...option, product: 'LEDGER' }] } })).toBe('accepted')
  },
  'edits a product': async (desk) => {
    const { sold } = await aBook(desk)
    valueOf(await desk.run(updateProduct, { id: sold.id, edits: [{ field: 'stock', value: 5, was: null }, { field: 'nameJa', value: '台帳' }] }))
    expect(await desk.row(products, sold.id)).toMatchObject({ stock: 5, nameJa: '台帳', rev: 2 })
    expect(refusalOf(await desk.run(updateProduct, { id: sold.id, edits: [{ field: 'stock', value: 6, was: 4 }] }))).toEqual({ code: 'product.stale', details: { field: 'stock', yours: 6, theirs: 5 } })
    expect(refusalOf(await desk.run(updateProduct, { id: nextId(), edits: [{ field: 'stock', value: 6 }] }))).toEqual({ code: 'product.not-found' })
  },
  'keeps price books apart by code, in a currency that there is, with days in order': async (desk) => {
    const { id } = valueOf(await desk.run(createPriceBook, { code: 'JP', name: 'Japan', currency: 'JPY', validFrom: '2026-01-01', regions: ['JP'] }))
    expect(await desk.row(priceBooks, id)).toMatchObject({ regions: ['JP'], partnerTypes: [], validTo: null })
    const refused = async (given: object) => refusalOf(await desk.run(createPriceBook, { code: 'US', name: 'US', currency: 'USD', validFrom: '2026-01-01', ...given }))
    expect(await refused({ code: 'JP' })).toEqual({ code: 'price-book.code-taken', details: { code: 'JP', name: 'Japan' } })
    expect(await refused({ code: '' })).toEqual({ code: 'price-book.code-missing' })
    expect(await refused({ currency: 'QQQ' })).toEqual({ code: 'price-book.currency-unknown', details: { currency: 'QQQ' } })
    expect(await refused({ validTo: '2025-12-31' })).toEqual({ code: 'price-book.dates-reversed' })
    expect(refusalOf(await desk.run(updatePriceBook, { id, edits: [{ field: 'validTo', value: '2025-12-31' }] }))).toEqual({ code: 'price-book.dates-reversed' })
    expect(refusalOf(await desk.run(updatePriceBook, { id, edits: [{ field: 'name', value: 'x', was: 'y' }] }))).toEqual({ code: 'price-book.stale', details: { field: 'name', yours: 'x', theirs: 'Japan' } })
    expect(refusalOf(await desk.run(updatePriceBook, { id, edits: [{ field: 'validTo', value: '2026-12-31' }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(updatePriceBook, { id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toEqual({ code: 'price-book.not-found' })
  },
  'sets a price once for a book and a product, and takes it away': async (desk) => {
    const { book, sold } = await aBook(desk)
    const set = async (given: object) => refusalOf(await desk.run(setPrice, { bookId: book.id, productId: sold.id, unitPrice: '100.5', ...given }))
    expect(await set({})).toBe('accepted')
    expect(await set({ unitPrice: '99', months: 12, tiers: { kind: 'whole', steps: [{ from: '10', percent: '5' }, { from: '20', percent: '7' }] } })).toBe('accepted')
    expect(await desk.rows(prices)).toMatchObject([{ unitPrice: '99', months: 12, tiers: { kind: 'whole' } }])
    expect(await set({ unitPrice: '-1' })).toEqual({ code: 'price-book.price-negative', details: { value: '-1' } })
    expect(await set({ tiers: { kind: 'whole', steps: [{ from: '20', percent: '5' }, { from: '10', percent: '7' }] } })).toEqual({ code: 'price-book.tiers-invalid' })
    expect(await set({ tiers: { kind: 'whole', steps: [{ from: '20', percent: '101' }] } })).toEqual({ code: 'price-book.tiers-invalid' })
    expect(await set({ bookId: nextId() })).toEqual({ code: 'price-book.not-found' })
    expect(await set({ productId: nextId() })).toEqual({ code: 'product.not-found' })
    expect(await set({ unitPrice: null })).toBe('accepted')
    expect(await desk.rows(prices)).toEqual([])
  },
  'adds offers that take off a percentage or an amount': async (desk) => {
    const { id } = valueOf(await desk.run(createPromotion, { code: 'SPRING', name: 'Spring', percent: '5', validFrom: '2026-03-01' }))
    expect(await desk.row(promotions, id)).toMatchObject({ place: 100, products: null, minimumQuantity: '0', standsAlone: false })
    const refused = async (given: object) => refusalOf(await desk.run(createPromotion, { code: 'OTHER', name: 'Other', percent: '5', validFrom: '2026-03-01', ...given }))
    expect(await refused({ code: 'SPRING' })).toEqual({ code: 'promotion.code-taken', details: { code: 'SPRING', name: 'Spring' } })
    expect(await refused({ name: '' })).toEqual({ code: 'promotion.name-missing' })
    expect(await refused({ amount: '5', currency: 'USD' })).toEqual({ code: 'promotion.discount-unclear' })
    expect(await refused({ percent: null })).toEqual({ code: 'promotion.discount-unclear' })
    expect(await refused({ percent: '100.1' })).toEqual({ code: 'promotion.percent-out-of-range', details: { value: '100.1' } })
    expect(await refused({ percent: null, amount: '5' })).toEqual({ code: 'promotion.amount-incomplete', details: { amount: '5' } })
    expect(await refused({ validTo: '2026-02-28' })).toEqual({ code: 'promotion.dates-reversed' })
    expect(refusalOf(await desk.run(updatePromotion, { id, edits: [{ field: 'place', value: 3, was: 100 }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(updatePromotion, { id, edits: [{ field: 'place', value: 3, was: 100 }, { field: 'name', value: 'x', was: 'y' }] }))).toMatchObject({ code: 'promotion.stale' })
    expect(refusalOf(await desk.run(updatePromotion, { id: nextId(), edits: [{ field: 'place', value: 3 }] }))).toEqual({ code: 'promotion.not-found' })
  },
  'sets partners’ discounts and exchange rates, one for each day': async (desk) => {
    const discount = { tier: 'gold' as const, percent: '20', validFrom: '2026-01-01' }
    const { id } = valueOf(await desk.run(setPartnerDiscount, discount))
    expect(valueOf(await desk.run(setPartnerDiscount, { ...discount, percent: '25' })).id).toBe(id)
    valueOf(await desk.run(setPartnerDiscount, { ...discount, product: 'LEDGER' }))
    expect((await desk.rows(partnerDiscounts)).map(({ percent, product: of }) => [percent, of])).toEqual([['25', null], ['20', 'LEDGER']])
    expect(refusalOf(await desk.run(setPartnerDiscount, { ...discount, percent: '-1' }))).toEqual({ code: 'partner-discount.percent-out-of-range', details: { value: '-1' } })
    expect(refusalOf(await desk.run(setPartnerDiscount, { ...discount, validTo: '2025-01-01' }))).toEqual({ code: 'partner-discount.dates-reversed' })
    expect(refusalOf(await desk.run(removePartnerDiscount, { id }))).toBe('accepted')
    expect(refusalOf(await desk.run(removePartnerDiscount, { id }))).toEqual({ code: 'partner-discount.not-found' })
    const rate = { from: 'USD', to: 'JPY', rate: '150', date: '2026-11-01' }
    valueOf(await desk.run(setExchangeRate, rate))
    valueOf(await desk.run(setExchangeRate, { ...rate, rate: '151' }))
    expect((await desk.rows(exchangeRates)).map((each) => each.rate)).toEqual(['151'])
    expect(refusalOf(await desk.run(setExchangeRate, { ...rate, from: 'QQQ' }))).toEqual({ code: 'exchange-rate.currency-unknown', details: { currency: 'QQQ' } })
    expect(refusalOf(await desk.run(setExchangeRate, { ...rate, to: 'USD' }))).toEqual({ code: 'exchange-rate.same-currency', details: { currency: 'USD' } })
    expect(refusalOf(await desk.run(setExchangeRate, { ...rate, rate: '0' }))).toEqual({ code: 'exchange-rate.not-positive', details: { value: '0' } })
  },
}
