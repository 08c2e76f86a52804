import type Database from 'better-sqlite3'
import { termsOf, type DistributionTerms } from '#shared/qualification/distribution-terms.ts'
import { distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import { selectRows } from '../workspace/rows.ts'

export function loadTerms(db: Database.Database): DistributionTerms {
  return termsOf(selectRows(db, distributionTerms, '')[0])
}
