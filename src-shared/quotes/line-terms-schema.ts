import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { tiersSchema } from '../catalogue/price-book.table.ts'
import { taxCategories } from './tax-policy.ts'

/**
 * All that a line's price follows from at any quantity, as it was on the day the quote was priced for: nothing moves while price lists,
 * rates and tax rates do, until somebody asks for it.
 */
export const lineTermsSchema = z.strictObject({
  /** The price book's code; null: a price by hand. */
  book: z.string().nullable(),
  unitPrice: decimalText,
  months: z.int().nullable(),
  tiers: tiersSchema.nullable(),
  specials: z.array(z.strictObject({ code: z.string(), unitPrice: decimalText, left: decimalText.nullable(), stacks: z.boolean() })),
  offers: z.array(z.strictObject({ code: z.string(), name: z.string(), place: z.int(), minimumQuantity: decimalText, percent: decimalText.nullable(), amount: decimalText.nullable(), standsAlone: z.boolean() })),
  /** What the partner's tier and, while it stands, the registered deal take off the customer's price. */
  tierPercent: decimalText,
  registeredPercent: decimalText,
  tax: z.strictObject({
    category: z.enum(taxCategories), rate: decimalText, notices: z.array(z.string()),
    /** Of the seller's tax policy; left out where it came with the program. */
    policyVersion: z.int().optional(),
    /** What a custom item is, which no product says. */
    item: z.strictObject({ category: z.enum(taxCategories), isService: z.boolean() }).optional(),
  }),
  /** What one costs the vendor, in the quote's currency; null where that is not known. */
  cost: z.strictObject({ amount: decimalText, given: decimalText, currency: z.string(), rate: decimalText.nullable(), rateDate: z.string().nullable() }).nullable(),
  /** What keeps the line from being sold on the day, found when it was priced. */
  problem: z.enum(['notSellableYet', 'discontinued', 'notListed']).nullable(),
})
export type LineTerms = z.infer<typeof lineTermsSchema>
