import type Database from 'better-sqlite3'
import { rulesOf, type EngagementRules } from '#shared/engagement/engagement-rules.ts'
import { engagementRules } from '#shared/engagement/engagement-rules.table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { selectRows } from '../workspace/rows.ts'

/** The rules of engagement that hold on this desk. */
export function publishedRules(db: Database.Database): EngagementRules {
  return rulesOf(selectRows(db, engagementRules, `WHERE "state" = 'published' AND ${VISIBLE} ORDER BY "number" DESC LIMIT 1`)[0])
}
