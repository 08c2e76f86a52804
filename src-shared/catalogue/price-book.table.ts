import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { date, decimal, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTypes } from '../partners/partner.ts'

/** Prices in one currency, for some regions and types of partners, for some days: see quotes/choose-price-book.ts. */
export const priceBooks = defineTable(
  'priceBooks',
  {
    code: text().notNull(),
    name: text().notNull(),
    currency: text().notNull(),
    /** Countries and regions of ISO 3166; none: everywhere. */
    regions: json(z.array(z.string().min(2).max(10)).max(300)).notNull(),
    /** None: partners of every type, and direct sales. */
    partnerTypes: json(z.array(z.enum(partnerTypes)).max(20)).notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCode: ['code'], byCurrency: ['currency'] }, visibility: 'everyone' },
)

/** See `VolumeTiers`. */
export const tiersSchema = z.strictObject({
  kind: z.enum(['whole', 'graduated']),
  steps: z.array(z.strictObject({ from: decimalText, percent: decimalText })).min(1).max(50),
})
export type StoredTiers = z.infer<typeof tiersSchema>

/** What one of a product costs in a price book; there is one row for both. */
export const prices = defineTable(
  'prices',
  {
    bookId: text().notNull(),
    productId: text().notNull(),
    /** May be finer than the currency. */
    unitPrice: decimal().notNull(),
    /** For how many months the price is, where the product is sold by time. */
    months: integer({ minimum: 1, maximum: 120 }),
    tiers: json(tiersSchema),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byBook: ['bookId'], byProduct: ['productId'] }, visibility: 'everyone' },
)
