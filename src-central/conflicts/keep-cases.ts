import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { SCHEDULE } from '#shared/journal/actors.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'

const FIND_EVERY_SECONDS = 60
const CLOSE = 'case.close'
const OVER = `"state" = 'decided' AND "dueAt" <= $1 AND ${VISIBLE}`

/** Closes decided cases that can be appealed no more, by the database's clock. Each is a piece of work of its own. */
export const keepCases: readonly DueHandler[] = [
  {
    kind: 'cases.find',
    of: 'tenant',
    everySeconds: FIND_EVERY_SECONDS,
    work: async (session, { tenantId, now }) => {
      const over = await session.query<{ id: string; dueAt: string }>(`SELECT "id", "dueAt" FROM "conflictCases" WHERE ${OVER}`, [now])
      for (const { id, dueAt } of over) await planAt(session, { tenantId, kind: CLOSE, key: id, dueAt })
    },
  },
  {
    kind: CLOSE,
    of: 'tenant',
    work: async (session, { tenantId, key: id, now }) => {
      // Somebody may have appealed, closed or joined it meanwhile.
      const [over] = await session.query(`SELECT "id" FROM "conflictCases" WHERE ${OVER} AND "id" = $2`, [now, id])
      if (over === undefined) return
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(conflictsContract.operations.finalise, { id })
      await giver.finish()
    },
  },
]
