import { SCHEDULE } from '#shared/journal/actors.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import type { Central } from '../central.ts'
import { planAt } from '../schedule/due-work.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'
import { assignLead } from './assign-lead.ts'

const FIND_EVERY_SECONDS = 60
const EXPIRE = 'offer.expire'
/** Offers of the rules: whom a person has chosen, a person takes it from. */
const OPEN_OFFER = `"stage" = 'offered' AND "assignmentOrigin" = 'rules'`

/**
 * Takes an offer back that nobody has answered for so many hours, and lets the rules offer the lead to the next partner, or to none:
 * each lead is a piece of work of its own, so that one that cannot be decided holds up no other.
 */
export function expireOffers({ ruleSets }: Pick<Central, 'ruleSets'>, hours: number): readonly DueHandler[] {
  const milliseconds = hours * 3_600_000
  const openSince = (now: string): string => new Date(Date.parse(now) - milliseconds).toISOString()
  return [
    {
      kind: 'offers.find',
      of: 'tenant',
      everySeconds: FIND_EVERY_SECONDS,
      work: async (session, { tenantId, now }) => {
        const offers = await session.query<{ id: string; assignedAt: string }>(`SELECT "id", "assignedAt" FROM "leads" WHERE ${OPEN_OFFER} AND "assignedAt" <= $1`, [openSince(now)])
        for (const { id, assignedAt } of offers) await planAt(session, { tenantId, kind: EXPIRE, key: id, dueAt: new Date(Date.parse(assignedAt) + milliseconds).toISOString() })
      },
    },
    {
      kind: EXPIRE,
      of: 'tenant',
      work: async (session, { tenantId, key: id, now }) => {
        const [offer] = await session.query(`SELECT 1 FROM "leads" WHERE "id" = $1 AND ${OPEN_OFFER} AND "assignedAt" <= $2`, [id, openSince(now)])
        if (offer === undefined) return
        const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
        const commandId = giver.newId()
        await giver.give(leadsContract.operations.setStage, { id, stage: 'expired' }, commandId)
        await assignLead(giver, ruleSets, id, commandId)
        await giver.finish()
      },
    },
  ]
}
