import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { applicationListFields, recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { selectRows } from '../workspace/rows.ts'
import { vetApplicant } from './vet-applicant.ts'

const AT_ONCE = 500
const textFields = new Set(['company', 'companyEn', 'city', 'referredBy', 'vetter', 'decidedBy'])

const source: ListSource = {
  table: applications,
  fields: Object.fromEntries(applicationListFields.map((name): [string, ListField] => [name, { sql: `"applications"."${name}"`, kind: name === 'employees' ? 'number' : textFields.has(name) ? 'text' : 'exact' }])),
  hidden: VISIBLE,
  extra: {},
  defaultSort: '"applications"."_row" DESC',
}

export const recruitingHost = hostCapability(
  recruitingContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const [application] = selectRows(db, applications, `WHERE "id" = ? AND ${VISIBLE}`, id)
      if (application === undefined) throw new RefusedError('application.not-found', 'there is no such application')
      return application
    },
    vet: ({ id }, { db }) => vetApplicant(db, id) as never,
    profiles: (_, { db }) => selectRows(db, partnerProfiles, `WHERE ${VISIBLE} ORDER BY "name" COLLATE NOCASE`),
  },
  {
    keep: async (_, context) => {
      const due = context.db.prepare(`SELECT "id", "retentionUntil" FROM "applications" WHERE "retentionUntil" <= ? AND ${VISIBLE} ORDER BY "retentionUntil", "id"`).all(context.now()) as { id: string; retentionUntil: string }[]
      let erased = 0
      for (let start = 0; start < due.length; start += AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, due.length)
        erased += (await context.write<{ erased: number }>('recruiting.erase', { due: due.slice(start, start + AT_ONCE) }, { silent: true })).erased
      }
      if (erased > 0) context.announce('applications')
      return { erased }
    },
  },
)
