import { z } from 'zod'
import { compareDecimals, decimalOf } from '../foundation/decimal.ts'
import { approvalMeasures } from './approval-measures.ts'

const plainDecimal = z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/)

/**
 * When somebody must be asked. `beyond`: percent for discounts, margin (here: below it) and prices below the registered one, months for terms,
 * pieces for texts; a total has an amount for each currency, and is beyond in any currency that has none. Up to `upTo`, so that bands stand side by side.
 */
export const approvalRuleSchema = z.strictObject({
  id: z.string().min(1).max(40),
  measure: z.enum(approvalMeasures),
  beyond: plainDecimal.nullable(),
  upTo: plainDecimal.nullable(),
  amounts: z.array(z.strictObject({ currency: z.string().length(3), amount: plainDecimal })).max(60).readonly(),
  seatId: z.string(),
  /** Those of one place are asked at once, those of the next when all before have approved. */
  place: z.int().min(1).max(30),
  /** After so many hours without an answer stand-ins and the seat above may decide too; null: never. */
  hours: z.int().min(1).max(720).nullable(),
})
export type ApprovalRule = z.infer<typeof approvalRuleSchema>

export const approvalRulesSchema = z.array(approvalRuleSchema).max(100)

/** What keeps rules from being published: the rule and what it lacks; nothing where they can be. */
export function ruleProblem(rules: readonly ApprovalRule[]): { readonly rule: string; readonly lacks: 'threshold' | 'amounts' | 'ownName' | 'bandReversed' } | undefined {
  const names = new Set<string>()
  for (const { id, measure, beyond, upTo, amounts } of rules) {
    if (names.has(id)) return { rule: id, lacks: 'ownName' }
    names.add(id)
    const limits = measure === 'total' ? amounts.map(({ amount }) => amount) : beyond === null ? [] : [beyond]
    if (limits.length === 0) return { rule: id, lacks: measure === 'total' ? 'amounts' : 'threshold' }
    if (upTo !== null && limits.some((limit) => !isFurther(upTo, limit, measure))) return { rule: id, lacks: 'bandReversed' }
  }
  return undefined
}

/** Of margins the lower one goes further. */
function isFurther(one: string, other: string, measure: ApprovalRule['measure']): boolean {
  const order = compareDecimals(decimalOf(one), decimalOf(other))
  return measure === 'margin' ? order < 0 : order > 0
}
