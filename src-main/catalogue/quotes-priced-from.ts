import type { QueryContext } from '../operations/capability.ts'
import { editableStatuses } from '#shared/quotes/quote.ts'
import { VISIBLE } from '#shared/journal/visible.ts'

/** How many quotes have prices of a book and keep them, whatever becomes of it: those still worked on until they are repriced. */
export function quotesPricedFrom(db: QueryContext['db'], code: string): { readonly openQuotes: number; readonly sentQuotes: number } {
  const statuses = db.prepare(`SELECT "status", count(*) AS "quotes" FROM "quotes" WHERE "status" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE}
    AND EXISTS (SELECT 1 FROM "quoteLines" WHERE "quoteLines"."quoteId" = "quotes"."id" AND json_extract("quoteLines"."terms", '$.book') = ?) GROUP BY "status"`)
    .all(JSON.stringify([...editableStatuses, 'sent']), code) as readonly { readonly status: string; readonly quotes: number }[]
  const count = (isSent: boolean): number => statuses.filter(({ status }) => (status === 'sent') === isSent).reduce((sum, { quotes }) => sum + quotes, 0)
  return { openQuotes: count(false), sentQuotes: count(true) }
}
