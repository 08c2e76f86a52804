import { foldText } from '../foundation/fold-text.ts'
import type { RowOf } from '../foundation/table.ts'
import type { registrations } from './registration.table.ts'

type Keyed = Pick<RowOf<typeof registrations>, 'partnerId' | 'customerKey' | 'project' | 'fiscalYear' | 'products'>

/** Equal for two registrations of one partner that are certainly of the same business with the same customer. */
export function claimKey({ partnerId, customerKey, project, fiscalYear, products }: Keyed): string {
  return [partnerId, customerKey, foldText(project ?? ''), foldText(fiscalYear ?? ''), products.toSorted().join(' ')].join('\n')
}
