import type Database from 'better-sqlite3'
import { calendars } from '#shared/calendars/calendar.table.ts'
import { WorkClock } from '#shared/calendars/work-clock.ts'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import { policyFor } from '#shared/deadlines/reckon-deadline.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type { LeadWeights } from '#shared/models/lead-weights.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { selectRows } from '../workspace/rows.ts'

const WEEK_MS = 7 * 86_400_000
const NO_POLICY = -1

type Row = readonly [score: number | null, dueAt: string | null, country: string | null, source: string | null]

/** What every lead weighs, in the order in which `loadLeads` reads them. @param now epoch milliseconds */
export function weighLeads(db: Database.Database, count: number, partnerRows: readonly RowOf<typeof partners>[], now: number): LeadWeights {
  const policies = selectRows(db, deadlinePolicies, '')
  const weekOn = new Date(now + WEEK_MS).toISOString()
  const score = new Uint8Array(count)
  const isDue = new Uint8Array(count)
  const policyOf = new Int32Array(count).fill(NO_POLICY)
  const chosen = new Map<string, number>()
  let lead = 0
  for (const row of db.prepare(`SELECT "score", "dueAt", "country", "source" FROM "leads" WHERE ${VISIBLE} ORDER BY "_row"`).raw().iterate() as IterableIterator<Row>) {
    const [points, dueAt, country, source] = row
    score[lead] = points ?? 0
    isDue[lead] = dueAt !== null && dueAt <= weekOn ? 1 : 0
    const key = `${country ?? ''} ${source ?? ''}`
    let policy = chosen.get(key)
    if (policy === undefined) chosen.set(key, (policy = indexOfPolicy(country, source)))
    policyOf[lead] = policy
    lead += 1
  }

  const calendarRows = new Map(selectRows(db, calendars, '').map((calendar) => [calendar.code, calendar]))
  const partnersById = new Map(partnerRows.map((partner) => [partner.id, partner]))
  const answers = new Map<string, boolean>()
  return {
    score,
    isDue,
    capacityOf: (partnerId) => partnersById.get(partnerId)?.capacity ?? null,
    wouldBeDue(which, partnerId) {
      const policy = policies[policyOf[which] ?? NO_POLICY]
      const partner = partnersById.get(partnerId)
      if (policy === undefined || partner === undefined) return false
      const key = `${policy.id} ${partnerId}`
      let answer = answers.get(key)
      if (answer === undefined) {
        const due = new WorkClock(calendarRows.get(partner.calendar) ?? ORDINARY_CALENDAR, partner.timeZone).add(now, policy.minutes)
        answers.set(key, (answer = due !== null && due <= now + WEEK_MS))
      }
      return answer
    },
  }

  function indexOfPolicy(country: string | null, source: string | null): number {
    const policy = policyFor('accept', { country, source }, policies)
    return policy === undefined ? NO_POLICY : policies.indexOf(policy)
  }
}
