import { dealsContract } from '#shared/deals/deals.contract.ts'
import { SCHEDULE } from '#shared/journal/actors.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'

const FIND_EVERY_SECONDS = 60
const KEEP = 'registration.keep'

/** Takes the steps of registrations by the database's clock: reviews missed, reminders, windows that are over. Each is a piece of work of its own. */
export const keepRegistrations: readonly DueHandler[] = [
  {
    kind: 'registrations.find',
    of: 'tenant',
    everySeconds: FIND_EVERY_SECONDS,
    work: async (session, { tenantId, now }) => {
      const due = await session.query<{ id: string; actAt: string }>(`SELECT "id", "actAt" FROM "registrations" WHERE "actAt" <= $1 AND ${VISIBLE}`, [now])
      for (const { id, actAt } of due) await planAt(session, { tenantId, kind: KEEP, key: id, dueAt: actAt })
    },
  },
  {
    kind: KEEP,
    of: 'tenant',
    work: async (session, { tenantId, key: id }) => {
      const [registration] = await session.query<{ actAt: string | null }>('SELECT "actAt" FROM "registrations" WHERE "id" = $1', [id])
      if (registration?.actAt == null) return
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(dealsContract.operations.takeSteps, { due: [{ id, actAt: registration.actAt }] })
      await giver.finish()
    },
  },
]
