import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import { deadlinesContract } from '#shared/deadlines/deadlines.contract.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { offerLeads } from '../assignment/run-assignment.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { explainDeadline } from './explain-deadline.ts'
import { fairness } from './fairness.ts'

const LEADS_AT_ONCE = 500
const DAY_MS = 86_400_000
const NOT_HELD = notHeldStages.map((stage) => `'${stage}'`).join(', ')

export const deadlinesHost = hostCapability(
  deadlinesContract,
  {
    policies: (_, { db }) => selectRows(db, deadlinePolicies, 'ORDER BY "kind", "priority", "name"'),
    ofLead: ({ leadId }, { db }) => explainDeadline(db, leadId, Date.now()),
    board: (_, { db }) => {
      const now = Date.now()
      const at = (instant: number): string => new Date(instant).toISOString()
      return db.prepare(`SELECT "partnerId", sum("dueAt" <= ?) AS "overdue", sum("dueAt" > ? AND "dueAt" <= ?) AS "today", sum("dueAt" > ?) AS "later", sum("dueAt" IS NULL) AS "paused",
          sum("dueStep" IN ('escalated', 'missed')) AS "escalated"
        FROM "leads" WHERE "dueKind" IS NOT NULL AND "partnerId" IS NOT NULL AND ${VISIBLE} GROUP BY "partnerId" ORDER BY "overdue" DESC, "today" DESC, "partnerId"`)
        .all(at(now), at(now), at(now + DAY_MS), at(now + DAY_MS)) as never
    },
    fairness: ({ from, to }, { db }) => fairness(db, from, to),
  },
  {
    reckon: async (_, context) => {
      const ids = context.db.prepare(`SELECT "id" FROM "leads" WHERE "partnerId" IS NOT NULL AND "stage" NOT IN (${NOT_HELD}) AND ${VISIBLE} ORDER BY "_row"`).pluck().all() as string[]
      let changed = 0
      for (let start = 0; start < ids.length; start += LEADS_AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, ids.length)
        changed += (await context.write<{ changed: number }>('leads.reckonDeadlines', { ids: ids.slice(start, start + LEADS_AT_ONCE) }, { silent: true })).changed
      }
      if (changed > 0) context.announce('leads')
      return { changed }
    },
    keep: async (_, context) => {
      const due = context.db.prepare(`SELECT "id", "actAt" FROM "leads" WHERE "actAt" IS NOT NULL AND "actAt" <= ? AND ${VISIBLE} ORDER BY "actAt", "id"`).all(context.now()) as { id: string; actAt: string }[]
      const done = { acted: 0, recalled: 0, offered: 0 }
      for (let start = 0; start < due.length; start += LEADS_AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, due.length)
        const { acted, recalled } = await context.write<{ acted: number; recalled: number }>('leads.keepDeadlines', { due: due.slice(start, start + LEADS_AT_ONCE) }, { silent: true })
        done.acted += acted
        done.recalled += recalled
      }
      if (done.acted > 0) context.announce('leads', 'partners', 'territories')
      if (done.recalled > 0) done.offered = (await offerLeads(new Set(due.map(({ id }) => id)), context)).offered
      return done
    },
  },
)
