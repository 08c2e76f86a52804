import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { taxCategories } from '../quotes/tax-policy.ts'

/** Rates with the days on which they are in force; none where places within the country set them. */
export const taxRatesSchema = z.array(z.strictObject({ category: z.enum(taxCategories), rate: decimalText, from: z.iso.date(), to: z.iso.date().nullable() })).max(100).readonly()
