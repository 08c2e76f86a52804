import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import { deadlinesContract } from '#shared/deadlines/deadlines.contract.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { VISIBLE } from '../workspace/visible.ts'

const LEADS_AT_ONCE = 500
const NOT_HELD = notHeldStages.map((stage) => `'${stage}'`).join(', ')

export const deadlinesHost = hostCapability(
  deadlinesContract,
  { policies: (_, { db }) => selectRows(db, deadlinePolicies, 'ORDER BY "kind", "priority", "name"') },
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
      const done = { acted: 0, recalled: 0 }
      for (let start = 0; start < due.length; start += LEADS_AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, due.length)
        const { acted, recalled } = await context.write<typeof done>('leads.keepDeadlines', { due: due.slice(start, start + LEADS_AT_ONCE) }, { silent: true })
        done.acted += acted
        done.recalled += recalled
      }
      if (done.acted > 0) context.announce('leads', 'partners', 'territories')
      return done
    },
  },
)
