import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { plainText } from '../foundation/column.ts'

const line = plainText.max(400)
const chosen = z.strictObject({ id: idSchema })

/** What a lead becomes. Each of the three is one that is there, by its id, or a new one, which takes the rest from the lead. */
export const conversionSchema = z.strictObject({
  id: idSchema,
  account: z.union([chosen, z.strictObject({ name: line })]),
  contact: z.union([chosen, z.strictObject({ name: line, email: line.nullable(), phone: line.nullable(), role: line.nullable() })]).nullable(),
  opportunity: z.union([
    chosen,
    z.strictObject({ name: line, product: line.nullable(), amount: z.int().min(0).nullable(), currency: z.string().length(3).nullable(), expectedCloseOn: z.iso.date().nullable() }),
  ]),
  /** What the partner or the manager hands over in words. */
  note: plainText.min(1).max(5000).nullable(),
})
