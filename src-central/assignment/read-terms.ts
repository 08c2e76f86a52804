import { termsOf, type DistributionTerms } from '#shared/qualification/distribution-terms.ts'
import { distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { decodeRow, quoted, type Row } from '../store/rows.ts'
import type { Session } from '../store/store.ts'

export async function readTerms(session: Session): Promise<DistributionTerms> {
  const [row] = await session.query<Row>(`SELECT ${quoted(distributionTerms.columnNames)} FROM "${distributionTerms.name}"`)
  return termsOf(row === undefined ? undefined : (decodeRow(distributionTerms, row) as RowOf<typeof distributionTerms>))
}
