import type { RowOf } from '../foundation/table.ts'
import { initialTaxPolicies } from '../quotes/tax-policies.ts'
import type { TaxPolicy } from '../quotes/tax-policy.ts'
import type { taxPolicies } from './tax-policy.table.ts'

export type PublishedPolicy = RowOf<typeof taxPolicies>

/** A version of a country's taxes that somebody keeps to, whatever was published since. */
export interface KeptVersion {
  readonly country: string
  readonly version: number
}

/**
 * The taxes of each country on a day: of what the company published, the version that began last by then, among those of one day the later
 * one; else what came with the program.
 * @param kept what a quote was priced by already
 */
export function policiesOn(published: readonly PublishedPolicy[], date: string, kept: KeptVersion | null = null): readonly TaxPolicy[] {
  const mayCount = published.filter((row) => row.country === kept?.country ? row.version === kept.version : row.validFrom <= date)
  const latest = Map.groupBy(mayCount.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom) || other.version - one.version), ({ country }) => country)
  return [
    ...[...latest.values()].flatMap(([row]) => (row === undefined ? [] : [policyOf(row)])),
    ...initialTaxPolicies.filter(({ country }) => !latest.has(country)),
  ]
}

function policyOf({ country, version, roundingScope, roundingMode, registrationNumber, rates, resaleCertificates, union, toBeConfirmed }: PublishedPolicy): TaxPolicy {
  return { country, version, rounding: { scope: roundingScope, mode: roundingMode }, registrationNumber, rates, resaleCertificates, union, toBeConfirmed }
}
