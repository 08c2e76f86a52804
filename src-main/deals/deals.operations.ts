import { dealsContract, registrationListFields } from '#shared/deals/deals.contract.ts'
import { holdingSpans } from '#shared/deals/holding-spans.ts'
import { partnerView } from '#shared/deals/partner-view.ts'
import { registrationPolicies } from '#shared/deals/registration-policy.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import type Database from 'better-sqlite3'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { checkClaim } from './check-claim.ts'
import { readOfCustomer } from './read-overlaps.ts'

const AT_ONCE = 500
const nameOf = (table: string, column: string, wanted: string): string => `(SELECT "${wanted}" FROM "${table}" WHERE "${table}"."id" = "registrations"."${column}")`
/** The sales stage is the opportunity's: it moves without the registration. */
const extra = { stage: nameOf('opportunities', 'opportunityId', 'stage'), accountName: nameOf('accounts', 'accountId', 'name') }
const textFields = new Set(['company', 'companyEn', 'project', 'fiscalYear', 'reviewer', 'decidedBy'])
const numberFields = new Set(['amount', 'overlaps', 'reviewMissed'])

const source: ListSource = {
  table: registrations,
  fields: Object.fromEntries(
    registrationListFields.map((name): [string, ListField] => [name, { sql: name === 'stage' ? extra.stage : `"registrations"."${name}"`, kind: numberFields.has(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }]),
  ),
  hidden: VISIBLE,
  extra,
  defaultSort: '"registrations"."_row" DESC',
}

export const dealsHost = hostCapability(
  dealsContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const named = Object.entries(extra).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')
      const row = db.prepare(`SELECT ${quoted(registrations.columnNames)}, ${named} FROM "registrations" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
      if (row === undefined) throw new RefusedError('registration.not-found', 'there is no such registration')
      return decodeRow(registrations, row) as never
    },
    check: (input, { db }) => checkClaim(db, input, new Date().toISOString()) as never,
    timeline: ({ id }, { db }) => [...holdingSpans(readOfCustomer(db, registrationOf(db, id)))],
    partnerView: ({ id }, { db }) => partnerView(registrationOf(db, id)) as never,
    policies: (_, { db }) => selectRows(db, registrationPolicies, 'ORDER BY "priority", "name"'),
  },
  {
    keep: async (_, context) => {
      const due = context.db.prepare(`SELECT "id", "actAt" FROM "registrations" WHERE "actAt" IS NOT NULL AND "actAt" <= ? AND ${VISIBLE} ORDER BY "actAt", "id"`).all(context.now()) as { id: string; actAt: string }[]
      const done = { acted: 0, ended: 0 }
      for (let start = 0; start < due.length; start += AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, due.length)
        const { acted, ended } = await context.write<{ acted: number; ended: number }>('deals.takeSteps', { due: due.slice(start, start + AT_ONCE) }, { silent: true })
        done.acted += acted
        done.ended += ended
      }
      if (done.acted > 0) context.announce('registrations')
      return done
    },
  },
)

function registrationOf(db: Database.Database, id: string): RowOf<typeof registrations> {
  const [registration] = selectRows(db, registrations, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (registration === undefined) throw new RefusedError('registration.not-found', 'there is no such registration')
  return registration
}
