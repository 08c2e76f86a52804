import { z } from 'zod'
import { taxModes } from '../quotes/quote-to-price.ts'

/** A plain decimal as text, as `readDecimal` takes it. */
const decimal = z.string()

const lineSchema = z.strictObject({
  product: z.string(),
  name: z.string(),
  quantity: decimal,
  /** Of the price waterfall, for the whole quantity, exact, in the terms of the quote's tax mode; `list` is the special price where one was granted. */
  list: decimal,
  customer: decimal,
  net: decimal,
  /** Of the whole quantity; null where it is not known. */
  cost: decimal.nullable(),
  /** The least the customer may pay while another partner's registration of the deal protects its price; null where none does. */
  protectedPrice: decimal.nullable(),
  /** 0 where it is for no term. */
  months: z.int(),
  taxRate: decimal,
})

/**
 * What approval rules look at in a quote and what its approvers are shown, in plain values. Which quote an approval is bound to is not told
 * by this but by `quotes/hash-content.ts`, which every value here follows from.
 */
export const quoteContentSchema = z.strictObject({
  accountId: z.string(),
  partnerId: z.string().nullable(),
  currency: z.string(),
  taxMode: z.enum(taxModes),
  /** Local dates. */
  pricedOn: z.string(),
  validUntil: z.string().nullable(),
  lines: z.array(lineSchema),
  /** Off the whole quote, in the terms of the tax mode. */
  discount: decimal,
  net: decimal,
  tax: decimal,
  gross: decimal,
  /** What was written for this quote alone, beside the company's own terms. */
  texts: z.array(z.string()),
})
export type QuoteContent = z.infer<typeof quoteContentSchema>
export type ContentLine = QuoteContent['lines'][number]
