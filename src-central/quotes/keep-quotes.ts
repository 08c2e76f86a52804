import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { SCHEDULE } from '#shared/journal/actors.ts'
import { isValidAt } from '#shared/quotes/quote-validity.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import type { DueHandler } from '../schedule/schedule.ts'
import { CommandGiver } from '../sync/command-giver.ts'

const NUMBER_EVERY_SECONDS = 10
const EXPIRE_EVERY_SECONDS = 60
const AT_ONCE = 500

/** Gives quotes their numbers soon after they have arrived, and lets those expire whose last day is over where the customer is. */
export const keepQuotes: readonly DueHandler[] = [
  {
    kind: 'quotes.number',
    of: 'tenant',
    everySeconds: NUMBER_EVERY_SECONDS,
    work: async (session, { tenantId }) => {
      const found = await session.query<{ id: string }>(`SELECT "id" FROM "quotes" WHERE "number" IS NULL AND ${VISIBLE} ORDER BY "id" LIMIT ${AT_ONCE}`)
      if (found.length === 0) return
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(quotesContract.operations.giveNumbers, { ids: found.map(({ id }) => id) })
      await giver.finish()
    },
  },
  {
    kind: 'quotes.expire',
    of: 'tenant',
    everySeconds: EXPIRE_EVERY_SECONDS,
    work: async (session, { tenantId, now }) => {
      // In the east a day is over while it is still the day before by UTC; the command knows where each customer is.
      const latest = dateText(dayNumber(now.slice(0, 10)) + 1)
      const found = await session.query<{ id: string; validUntil: string; timeZone: string }>(`SELECT "id", "validUntil", "timeZone" FROM "quotes" WHERE "status" = 'sent' AND "validUntil" <= $1 AND ${VISIBLE} ORDER BY "id"`, [latest])
      const due = found.filter((quote) => !isValidAt(quote, now)).slice(0, AT_ONCE)
      if (due.length === 0) return
      const giver = await CommandGiver.begin(session, tenantId, SCHEDULE)
      await giver.give(quotesContract.operations.expireDue, { ids: due.map(({ id }) => id) })
      await giver.finish()
    },
  },
]
