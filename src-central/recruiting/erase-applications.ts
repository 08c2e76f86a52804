import { SCHEDULE } from '#shared/journal/actors.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'

const FIND_EVERY_SECONDS = 60
const ERASE = 'application.erase'

/** Erases what is personal in declined applications when their retention is over, by the database's clock. Each is a piece of work of its own. */
export const eraseApplications: readonly DueHandler[] = [
  {
    kind: 'applications.find',
    of: 'tenant',
    everySeconds: FIND_EVERY_SECONDS,
    work: async (session, { tenantId, now }) => {
      const due = await session.query<{ id: string; retentionUntil: string }>(`SELECT "id", "retentionUntil" FROM "applications" WHERE "retentionUntil" <= $1 AND ${VISIBLE}`, [now])
      for (const { id, retentionUntil } of due) await planAt(session, { tenantId, kind: ERASE, key: id, dueAt: retentionUntil })
    },
  },
  {
    kind: ERASE,
    of: 'tenant',
    work: async (session, { tenantId, key: id, now }) => {
      // Somebody may have taken it up again meanwhile, or let it be kept longer.
      const [due] = await session.query<{ retentionUntil: string }>('SELECT "retentionUntil" FROM "applications" WHERE "id" = $1 AND "retentionUntil" <= $2', [id, now])
      if (due === undefined) return
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(recruitingContract.operations.erase, { due: [{ id, retentionUntil: due.retentionUntil }] })
      await giver.finish()
    },
  },
]
