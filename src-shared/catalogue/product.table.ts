import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { date, decimal, defineTable, integer, json, text } from '../foundation/table.ts'
import { taxCategories } from '../quotes/tax-policy.ts'
import { productKinds } from './product.ts'

const codes = z.array(z.string().min(1).max(60)).max(200)

/** What may be sold with it, as `check-bundle` reads it; products by code. */
export const bundleSchema = z.strictObject({
  options: z.array(z.strictObject({
    product: z.string().min(1).max(60),
    kind: z.enum(['required', 'optional']),
    minimum: decimalText,
    maximum: decimalText.nullable(),
    excludes: codes,
    needs: codes,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
  })).min(1).max(200),
})
export type StoredBundle = z.infer<typeof bundleSchema>

/** Products and services that are sold. Custom items stand in quotes alone. */
export const products = defineTable(
  'products',
  {
    /** The SKU: what people type, price lists and bundles refer to. It never changes. */
    code: text().notNull(),
    /** In English, or in the company's own language. */
    name: text().notNull(),
    nameJa: text(),
    nameEs: text(),
    description: text(),
    category: text(),
    kind: text({ enum: productKinds }).notNull(),
    /** What one of it is: a piece, a seat, a day. */
    unit: text(),
    /** What one costs the vendor. Never for partners: see documents/documented-quote.ts. */
    cost: decimal(),
    costCurrency: text(),
    taxCategory: text({ enum: taxCategories }).notNull(),
    sellableFrom: date(),
    sellableTo: date(),
    /** Pieces in stock; null where none is counted. */
    stock: integer(),
    bundle: json(bundleSchema),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byCode: ['code'], byCategory: ['category'] },
    visibility: 'everyone',
    searched: ['code', 'name', 'nameJa', 'nameEs', 'category'],
  },
)
