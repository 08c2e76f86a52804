import { foldText } from '../foundation/fold-text.ts'
import type { RowOf } from '../foundation/table.ts'
import { compareProducts } from '../matching/compare-products.ts'
import type { registrations } from './registration.table.ts'

export type Business = Pick<RowOf<typeof registrations>, 'project' | 'fiscalYear' | 'products'>

/**
 * Whether two claims on one customer are about the same business. Where both say a project, a fiscal year or products and these
 * differ, it is another deal: a block of the whole customer would be wrong (field.md B3, 4). What is not said rules nothing out.
 */
export function sameBusiness(one: Business, other: Business): boolean {
  return !differ(one.project, other.project) && !differ(one.fiscalYear, other.fiscalYear) && shareProducts(one.products, other.products)
}

function differ(one: string | null, other: string | null): boolean {
  const [left, right] = [one, other].map((text) => foldText(text ?? '').replaceAll(/[\s\p{P}]/gu, ''))
  return left !== '' && right !== '' && left !== right
}

function shareProducts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((product) => others.some((other) => compareProducts(product, other) !== 'different'))
}
