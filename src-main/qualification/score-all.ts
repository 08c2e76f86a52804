import { VISIBLE } from '#shared/journal/visible.ts'
import { closedStages } from '#shared/leads/lead.ts'
import type { JobContext } from '../operations/capability.ts'

const LEADS_AT_ONCE = 1000
const CLOSED = closedStages.map((stage) => `'${stage}'`).join(', ')

/**
 * Scores every open lead, or those of one import, in small commands. Nothing to do where nobody has stated criteria or a threshold,
 * unless leads still have a score of earlier ones.
 * @returns how many have another score now
 */
export async function scoreAll(context: JobContext, importId: string | null = null): Promise<number> {
  const { db } = context
  const stated = db.prepare(`SELECT EXISTS (SELECT 1 FROM "criteria") OR EXISTS (SELECT 1 FROM "distributionTerms" WHERE "threshold" IS NOT NULL)`).pluck().get() === 1
  const concerned = stated ? '' : ` AND ("scoringId" IS NOT NULL OR "qualifies" IS NOT NULL)`
  const ids = db.prepare(`SELECT "id" FROM "leads" WHERE "stage" NOT IN (${CLOSED}) AND ${VISIBLE}${concerned} AND (? IS NULL OR "importId" = ?) ORDER BY "_row"`).pluck().all(importId, importId) as string[]
  let changed = 0
  for (let start = 0; start < ids.length; start += LEADS_AT_ONCE) {
    context.heedCancel()
    context.progress('writing', start, ids.length)
    changed += (await context.write<{ changed: number }>('leads.score', { ids: ids.slice(start, start + LEADS_AT_ONCE) }, { silent: true })).changed
  }
  if (changed > 0) context.announce('leads')
  return changed
}
