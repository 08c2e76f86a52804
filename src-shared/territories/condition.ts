import { z } from 'zod'

/**
 * What a rule may ask of a lead. Text is compared after folding (case, width, accents); codes exactly.
 * `postcodeIn`: prefixes (`060`) or inclusive ranges of equal length (`0600000-0649999`), leading zeros kept.
 * `employeesBetween`: either end may be null. `accountIn`: named accounts by corporate number, web domain or company name.
 */
export const conditionSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('country'), is: z.array(z.string().length(2)).min(1).max(300) }),
  z.strictObject({ field: z.literal('region'), is: z.array(z.string().min(2).max(8)).min(1).max(2000) }),
  z.strictObject({ field: z.literal('postcode'), in: z.array(z.string().min(1).max(40)).min(1).max(2000) }),
  z.strictObject({ field: z.literal('industry'), is: z.array(z.string().min(1).max(120)).min(1).max(200) }),
  z.strictObject({ field: z.literal('employees'), from: z.int().min(0).nullable(), to: z.int().min(0).nullable() }),
  z.strictObject({ field: z.literal('product'), is: z.array(z.string().min(1).max(60)).min(1).max(500) }),
  z.strictObject({ field: z.literal('source'), is: z.array(z.string().min(1).max(120)).min(1).max(200) }),
  z.strictObject({ field: z.literal('account'), is: z.array(z.string().min(1).max(200)).min(1).max(5000) }),
])
export type Condition = z.infer<typeof conditionSchema>
export type ConditionField = Condition['field']

/** All of (`all`), any of (`any`), or none of (`none`) the parts; an empty `all` matches every lead. Nested at most 6 deep. */
export type ConditionGroup =
  | { readonly all: readonly ConditionNode[] }
  | { readonly any: readonly ConditionNode[] }
  | { readonly none: readonly ConditionNode[] }
export type ConditionNode = ConditionGroup | Condition

const MAXIMUM_DEPTH = 6

function nodeSchema(depth: number): z.ZodType<ConditionNode> {
  if (depth === 0) return conditionSchema
  const parts = z.array(nodeSchema(depth - 1)).max(100)
  return z.union([z.strictObject({ all: parts }), z.strictObject({ any: parts }), z.strictObject({ none: parts }), conditionSchema])
}

export const conditionGroupSchema: z.ZodType<ConditionNode> = nodeSchema(MAXIMUM_DEPTH)
