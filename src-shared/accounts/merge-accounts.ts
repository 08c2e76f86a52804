import { changedFields, joinNotes, mergeFields } from '../foundation/merge-fields.ts'
import type { RowOf } from '../foundation/table.ts'
import { duplicateKey } from '../leads/duplicate-key.ts'
import type { accounts } from './account.table.ts'

type Account = RowOf<typeof accounts>

/** What a person chooses field by field: the survivor's value, else the other's, unless said otherwise. */
export const mergedAccountFields = [
  'name', 'nameEn', 'nameKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address', 'industry', 'employees', 'partnerId',
] as const satisfies readonly (keyof Account)[]
export type MergedAccountField = (typeof mergedAccountFields)[number]

/**
 * What of the survivor changes when another account is found to be the same. Notes are joined; in two territories it is everybody's.
 * @param fromOther fields whose value is the other's
 */
export function mergeAccounts(survivor: Account, other: Account, fromOther: ReadonlySet<MergedAccountField>): Partial<Account> {
  const fields = mergeFields(survivor, other, mergedAccountFields, fromOther)
  const { name, country, corporateNumber, website } = fields
  return changedFields(survivor, {
    ...fields,
    domain: website === other.website && website !== survivor.website ? other.domain : survivor.domain,
    duplicateKey: duplicateKey(name, country, corporateNumber),
    notes: joinNotes(survivor.notes, other.notes),
    territoryId: survivor.territoryId === other.territoryId ? survivor.territoryId : null,
  })
}

/** Two corporate numbers are two companies: neither is merged into the other, one may lie above the other. */
export function isOneCompany(one: Pick<Account, 'corporateNumber'>, other: Pick<Account, 'corporateNumber'>): boolean {
  return one.corporateNumber === null || other.corporateNumber === null || one.corporateNumber === other.corporateNumber
}
