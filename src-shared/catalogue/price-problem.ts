import { compareDecimals, decimalOf, isNegative, isPercentage } from '../foundation/decimal.ts'
import { refused, type Refusal } from '../foundation/outcome.ts'
import type { RowOf } from '../foundation/table.ts'
import type { prices } from './price-book.table.ts'

type Price = Pick<RowOf<typeof prices>, 'tiers'> & { readonly unitPrice: string | null }

/** What cannot be of a price: `price-book.price-negative`, `price-book.tiers-invalid`. Decimals were checked to be some. */
export function priceProblem({ unitPrice, tiers }: Price): Refusal | null {
  if (unitPrice !== null && isNegative(decimalOf(unitPrice))) return refused('price-book.price-negative', 'a list price is not below zero', { value: unitPrice }).error
  if (tiers !== null && !areAscending(tiers.steps)) return refused('price-book.tiers-invalid', 'steps go up, and take off from 0 to 100 percent').error
  return null
}

function areAscending(steps: NonNullable<Price['tiers']>['steps']): boolean {
  return steps.every((step, at) => {
    const [from, percent] = [decimalOf(step.from), decimalOf(step.percent)]
    return isPercentage(percent) && !isNegative(from) && (at === 0 || compareDecimals(decimalOf(steps[at - 1]!.from), from) < 0)
  })
}
