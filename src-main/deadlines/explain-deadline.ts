import type Database from 'better-sqlite3'
import { calendars } from '#shared/calendars/calendar.table.ts'
import { WorkClock } from '#shared/calendars/work-clock.ts'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import type { LeadDeadline } from '#shared/deadlines/deadlines.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { selectRows } from '../workspace/rows.ts'

/** Why a lead is due when it is; null where nothing is. */
export function explainDeadline(db: Database.Database, leadId: string, now: number): LeadDeadline | null {
  const [lead] = selectRows(db, leads, 'WHERE "id" = ?', leadId)
  if (lead?.dueKind == null || lead.dueFrom === null) return null
  const [policy] = selectRows(db, deadlinePolicies, 'WHERE "id" = ?', lead.duePolicyId)
  const [partner] = selectRows(db, partners, 'WHERE "id" = ?', lead.partnerId)
  if (policy === undefined || partner === undefined) return null
  const [calendar] = selectRows(db, calendars, 'WHERE "code" = ?', partner.calendar)
  const clock = new WorkClock(calendar ?? ORDINARY_CALENDAR, partner.timeZone)
  const from = Date.parse(lead.dueFrom)
  const due = lead.dueAt === null ? null : Date.parse(lead.dueAt)
  const paused = (lead.pauses ?? []).reduce((sum, pause) => sum + clock.between(Math.max(from, Date.parse(pause.from)), pause.to === null ? now : Date.parse(pause.to)), 0)
  return {
    kind: lead.dueKind,
    step: lead.dueStep ?? 'running',
    from: lead.dueFrom,
    dueAt: lead.dueAt,
    policy: policy.name,
    minutes: policy.minutes,
    passed: Math.max(0, clock.between(from, now) - paused),
    timeZone: partner.timeZone,
    calendar: partner.calendar,
    days: [...clock.specialDaysBetween(from, due ?? now)],
    holidaysKnown: calendar?.publishedTo != null,
    recallAt: policy.breach === 'recall' && due !== null ? new Date(clock.add(due, policy.grace)).toISOString() : null,
  }
}
