import { foldText } from '../foundation/fold-text.ts'
import type { RowOf } from '../foundation/table.ts'
import type { ApprovedFacts, registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>
export type MaterialField = keyof ApprovedFacts

/** The facts that an approval is about. */
export function approvedFacts({ company, corporateNumber, country, project, fiscalYear, products, amount, currency }: Registration): ApprovedFacts {
  return { company, corporateNumber, country, project, fiscalYear, products: [...products], amount, currency }
}

/**
 * What of an approved registration is not what was approved any more (field.md B3, 12): another customer, project, year or product,
 * another currency, or an amount that has grown or shrunk by more than the terms tolerate. Spelling is no change.
 */
export function materialChange(approved: ApprovedFacts, now: ApprovedFacts, tolerance: number): readonly MaterialField[] {
  const texts = (['company', 'corporateNumber', 'country', 'project', 'fiscalYear', 'currency'] as const).filter((field) => plain(approved[field]) !== plain(now[field]))
  const products = approved.products.toSorted().join('\n') === now.products.toSorted().join('\n') ? [] : (['products'] as const)
  const before = approved.amount ?? 0
  const amount = Math.abs((now.amount ?? 0) - before) * 100 > before * tolerance ? (['amount'] as const) : []
  return [...texts, ...products, ...amount]
}

function plain(text: string | null): string {
  return foldText(text ?? '').replaceAll(/\s+/gu, ' ').trim()
}
