import { visibleAs } from '../journal/visible.ts'
import { closedStages } from '../leads/lead.ts'
import type { HeldBackReason } from '../qualification/criterion.ts'
import type { DistributionTerms } from '../qualification/distribution-terms.ts'

const CLOSED = closedStages.map((stage) => `'${stage}'`).join(', ')
const is = (reason: HeldBackReason): string => `'${reason}'`

/**
 * Why an open lead in nobody's hands waits, as SQL of both databases over the table of leads; null where nothing holds it back.
 * Only what has never been offered nor let through by a person (stage `new`) waits to qualify; of two leads of one company that are
 * about one product the later one waits, until somebody has merged them or said that they are not the same.
 */
export function heldBackSql({ onlyQualified, holdDuplicates }: Pick<DistributionTerms, 'onlyQualified' | 'holdDuplicates'>): string {
  const cases = [
    ...(onlyQualified ? [`WHEN "leads"."stage" = 'new' AND "leads"."qualifies" IS NOT TRUE THEN ${is('notQualified')}`] : []),
    ...(holdDuplicates ? [`WHEN "leads"."stage" IN ('new', 'qualified') AND EXISTS (SELECT 1 FROM "leads" AS "twin" WHERE "twin"."duplicateKey" = "leads"."duplicateKey" AND "twin"."id" < "leads"."id"
      AND "twin"."stage" NOT IN (${CLOSED}) AND ("twin"."product" IS NULL OR "leads"."product" IS NULL OR "twin"."product" = "leads"."product")
      AND ${visibleAs('twin')} AND NOT EXISTS (SELECT 1 FROM "leadsApart" AS "apart" WHERE "apart"."leadId" = "twin"."id" AND "apart"."otherId" = "leads"."id")) THEN ${is('possibleDuplicate')}`] : []),
  ]
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`
}
