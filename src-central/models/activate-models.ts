import { SCHEDULE } from '#shared/journal/actors.ts'
import { modelsContract } from '#shared/models/models.contract.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'

const FIND_EVERY_SECONDS = 60
const ACTIVATE = 'model.activate'

/** The day, by UTC: the same on which the rules of the central API go by dates. */
const dayOf = (instant: string): string => instant.slice(0, 10)

/** Makes territory models active on their day, by the database's clock. What cannot be is a draft again, and says why. */
export const activateModels: readonly DueHandler[] = [
  {
    kind: 'models.find',
    of: 'tenant',
    everySeconds: FIND_EVERY_SECONDS,
    work: async (session, { tenantId, now }) => {
      const due = await session.query<{ id: string; effectiveFrom: string }>(`SELECT "id", "effectiveFrom" FROM "territoryModels" WHERE "state" = 'scheduled' AND "effectiveFrom" <= $1`, [dayOf(now)])
      for (const { id, effectiveFrom } of due) await planAt(session, { tenantId, kind: ACTIVATE, key: id, dueAt: `${effectiveFrom}T00:00:00.000Z` })
    },
  },
  {
    kind: ACTIVATE,
    of: 'tenant',
    work: async (session, { tenantId, key: id }) => {
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(modelsContract.operations.activateDue, { id, today: dayOf(giver.now) })
      await giver.finish()
    },
  },
]
