import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { exchangeRates, partnerDiscounts, promotions, specialPrices } from './discount.table.ts'
import { priceBooks, prices, tiersSchema } from './price-book.table.ts'
import { products } from './product.table.ts'

export const productListFields = ['code', 'name', 'nameJa', 'nameEs', 'category', 'kind', 'unit', 'cost', 'costCurrency', 'taxCategory', 'sellableFrom', 'sellableTo', 'stock', 'createdAt', 'importId', 'id'] as const
export type ProductListField = (typeof productListFields)[number]
export const priceListFields = ['productCode', 'productName', 'unitPrice', 'months', 'bookId', 'importId', 'id'] as const

export const productEditableFields = ['name', 'nameJa', 'nameEs', 'description', 'category', 'kind', 'unit', 'cost', 'costCurrency', 'taxCategory', 'sellableFrom', 'sellableTo', 'stock', 'bundle'] as const
export const priceBookEditableFields = ['name', 'regions', 'partnerTypes', 'validFrom', 'validTo'] as const
export const promotionEditableFields = ['name', 'place', 'products', 'minimumQuantity', 'percent', 'amount', 'currency', 'standsAlone', 'validFrom', 'validTo'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const one = z.strictObject({ id: idSchema })
const priceInSheet = z.intersection(prices.row, z.object({ productCode: z.string(), productName: z.string(), category: z.string().nullable(), stock: z.int().nullable() }))
const priceInList = z.intersection(prices.row, z.object({ productCode: z.string().nullable(), productName: z.string().nullable() }))

/** Of prices that are set as one. */
export const MAXIMUM_PRICES = 5_000

const priceToSet = z.strictObject({
  /** By its code. */
  product: z.string().trim().min(1).max(60),
  /** Null: it is not in the book any more. */
  price: z.strictObject({ unitPrice: decimalText, months: z.int().min(1).max(120).nullable(), tiers: tiersSchema.nullable() }).nullable(),
  /** The price that the person saw, null for none; left out by who did not look. */
  was: decimalText.nullable().optional(),
})
export type PriceToSet = z.infer<typeof priceToSet>

export const catalogueContract = contract('catalogue', {
  products: query('A window of the products that match a filter', listInput(productListFields), listOutput(products.row)),
  product: query('One product', one, products.row),
  pricesOf: query('What a product costs in every price book', z.strictObject({ productId: idSchema }), z.array(z.strictObject({ book: priceBooks.row, price: prices.row }))),
  priceBooks: query('All price books, with how many prices each has', z.strictObject({}), z.array(z.intersection(priceBooks.row, z.object({ prices: z.int() })))),
  productsByCode: query('Which of these codes are products', z.strictObject({ codes: z.array(z.string().max(60)).max(MAXIMUM_PRICES) }), z.array(z.strictObject({ code: z.string(), name: z.string() }))),
  sheet: query('A price book with all its prices, and what its end and its beginning mean for quotes', one, z.strictObject({ book: priceBooks.row, prices: z.array(priceInSheet), openQuotes: z.int(), sentQuotes: z.int() })),
  prices: query('A window of the prices that match a filter', listInput(priceListFields), listOutput(priceInList)),
  promotions: query('All offers, in the order in which they are taken', z.strictObject({}), z.array(promotions.row)),
  partnerDiscounts: query('What partners buy below the customer’s price', z.strictObject({}), z.array(partnerDiscounts.row)),
  specialPrices: query('Special prices, those to be decided first', z.strictObject({ accountId: idSchema.nullable().default(null) }), z.array(z.intersection(specialPrices.row, z.object({ accountName: z.string().nullable() })))),
  exchangeRates: query('Exchange rates, the latest first', z.strictObject({}), z.array(exchangeRates.row)),
  createProduct: commandOperation('Adds a product', newRowInput(products, ['code', 'name', 'kind'], productEditableFields), made),
  updateProduct: commandOperation('Edits fields of a product', editInput(products, productEditableFields), done),
  createPriceBook: commandOperation('Adds a price book', newRowInput(priceBooks, ['code', 'name', 'currency', 'validFrom'], priceBookEditableFields), made),
  updatePriceBook: commandOperation('Edits fields of a price book', editInput(priceBooks, priceBookEditableFields), done),
  setPrice: commandOperation(
    'Sets what a product costs in a price book; without a price it is not in it',
    z.strictObject({ bookId: idSchema, productId: idSchema, unitPrice: decimalText.nullable(), months: z.int().min(1).max(120).nullable().default(null), tiers: tiersSchema.nullable().default(null) }),
    done,
  ),
  setPrices: commandOperation('Sets prices of a book as one change: all of them or none', z.strictObject({ bookId: idSchema, prices: z.array(priceToSet).min(1).max(MAXIMUM_PRICES) }), done),
  copyPriceBook: commandOperation(
    'Begins a price book with the prices of another, raised or lowered by a percentage, and may end the other the day before',
    z.strictObject({ id: idSchema, code: z.string().max(60), name: z.string().max(400), validFrom: z.iso.date(), validTo: z.iso.date().nullable().default(null), percent: decimalText.default('0'), decimals: z.int().min(0).max(6).nullable().default(null), endOriginal: z.boolean().default(false) }),
    made,
  ),
  createPromotion: commandOperation('Adds an offer', newRowInput(promotions, ['code', 'name', 'validFrom'], promotionEditableFields), made),
  updatePromotion: commandOperation('Edits fields of an offer', editInput(promotions, promotionEditableFields), done),
  setPartnerDiscount: commandOperation('Sets a discount of a partner tier from a day on', newRowInput(partnerDiscounts, ['tier', 'percent', 'validFrom'], ['product', 'validTo']), made),
  removePartnerDiscount: commandOperation('Removes a discount of a partner tier', one, done),
  setExchangeRate: commandOperation('Sets the exchange rate of a day', z.strictObject({ from: z.string().length(3), to: z.string().length(3), rate: decimalText, date: z.iso.date() }), made),
  requestSpecialPrice: commandOperation('Asks for a special price for an account', newRowInput(specialPrices, ['accountId', 'product', 'currency', 'unitPrice', 'validFrom', 'reason'], ['partnerId', 'maximumQuantity', 'stacks', 'validTo']), made),
  decideSpecialPrice: commandOperation('Grants or declines a special price', z.strictObject({ id: idSchema, grant: z.boolean(), note: z.string().trim().max(500).nullable().default(null) }), done),
  withdrawSpecialPrice: commandOperation('Takes a request for a special price back', one, done),
})
