import { SCHEDULE } from '#shared/journal/actors.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import type { Central } from '../central.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'
import { assignLead } from './assign-lead.ts'

const FIND_EVERY_SECONDS = 60
const KEEP = 'deadline.keep'

/**
 * Takes the steps of leads' deadlines by the database's clock: warns, escalates, recalls; a recalled lead is offered to the next
 * partner, or to none, in the same transaction. Each lead is a piece of work of its own.
 */
export function keepDeadlines({ ruleSets }: Pick<Central, 'ruleSets'>): readonly DueHandler[] {
  return [
    {
      kind: 'deadlines.find',
      of: 'tenant',
      everySeconds: FIND_EVERY_SECONDS,
      work: async (session, { tenantId, now }) => {
        const due = await session.query<{ id: string; actAt: string }>(`SELECT "id", "actAt" FROM "leads" WHERE "actAt" <= $1 AND ${VISIBLE}`, [now])
        for (const { id, actAt } of due) await planAt(session, { tenantId, kind: KEEP, key: id, dueAt: actAt })
      },
    },
    {
      kind: KEEP,
      of: 'tenant',
      work: async (session, { tenantId, key: id }) => {
        const [lead] = await session.query<{ actAt: string | null }>('SELECT "actAt" FROM "leads" WHERE "id" = $1', [id])
        if (lead?.actAt == null) return
        const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
        const commandId = giver.newId()
        const { recalled } = await giver.give(leadsContract.operations.keepDeadlines, { due: [{ id, actAt: lead.actAt }] }, commandId)
        if (recalled > 0) await assignLead(giver, ruleSets, id, commandId)
        await giver.finish()
      },
    },
  ]
}
