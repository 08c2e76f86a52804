import type { RowOf } from '#shared/foundation/table.ts'
import type { criteria } from '#shared/qualification/criterion.table.ts'
import { USUAL_TERMS, type DistributionTerms } from '#shared/qualification/distribution-terms.ts'
import { TERMS_ID, type distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

/** Forty points for a manufacturer. */
export function buildCriterion(given: Partial<RowOf<typeof criteria>> = {}): RowOf<typeof criteria> {
  return { id: nextId(), name: 'Manufacturer', kind: 'points', condition: { field: 'industry', is: ['manufacturing'] }, points: 40, enabled: true, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given }
}

export function buildTerms(given: Partial<DistributionTerms> = {}): RowOf<typeof distributionTerms> {
  return { ...USUAL_TERMS, id: TERMS_ID, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given }
}
