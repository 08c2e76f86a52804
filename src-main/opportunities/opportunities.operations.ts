import { basename } from 'node:path'
import { registrations } from '#shared/deals/registration.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { activities } from '#shared/opportunities/activity.table.ts'
import { attributions } from '#shared/opportunities/attribution.table.ts'
import { opportunityListFields, opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { projects } from '#shared/opportunities/project.table.ts'
import { proposeShares } from '#shared/opportunities/propose-shares.ts'
import { reportAttribution } from '#shared/opportunities/report-attribution.ts'
import { tallyForecast, withoutAmount } from '#shared/opportunities/tally-forecast.ts'
import { writeAtomically } from '../imports/files/write-atomically.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { outgoing } from '../workspace/outgoing.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { mailFile } from './mail-file.ts'
import { attributedBusiness, boardColumns, forecastGroups } from './read-pipeline.ts'

const nameOf = (table: string, column: string): string => `(SELECT "name" FROM "${table}" WHERE "${table}"."id" = "opportunities"."${column}")`
const extra = { accountName: nameOf('accounts', 'accountId'), contactName: nameOf('contacts', 'contactId'), settledSince: 'coalesce("opportunities"."stageSince", "opportunities"."createdAt")' }
const textFields = new Set(['name', 'accountName', 'product', 'salesAgent', 'salesTeam', 'reference'])
const expressions: Readonly<Record<string, string>> = { accountName: extra.accountName, stageSince: extra.settledSince, judgement: `coalesce("opportunities"."judgement", 'pipeline')` }

const source: ListSource = {
  table: opportunities,
  fields: Object.fromEntries(
    opportunityListFields.map((name): [string, ListField] => [name, { sql: expressions[name] ?? `"opportunities"."${name}"`, kind: name === 'amount' ? 'number' : textFields.has(name) ? 'text' : 'exact' }]),
  ),
  hidden: VISIBLE,
  extra,
  defaultSort: '"opportunities"."_row" DESC',
}

export const opportunitiesHost = hostCapability(
  opportunitiesContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const named = Object.entries(extra).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')
      const row = db.prepare(`SELECT ${quoted(opportunities.columnNames)}, ${named} FROM "opportunities" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
      if (row === undefined) throw new RefusedError('opportunity.not-found', 'there is no such opportunity')
      return decodeRow(opportunities, row) as never
    },
    board: (input, { db, today }) => ({ columns: boardColumns(db, input, today()) }),
    forecast: ({ by, channel }, { db, today }) => {
      const groups = forecastGroups(db, channel, today())
      return { currencies: tallyForecast(groups, by, today()) as never, withoutAmount: withoutAmount(groups) }
    },
    activities: ({ id }, { db }) => selectRows(db, activities, `WHERE "opportunityId" = ? AND ${VISIBLE} ORDER BY "happenedAt" DESC, "id" DESC`, id),
    attribution: ({ id }, { db }) => {
      const opportunity = selectRows(db, opportunities, 'WHERE "id" = ?', id)[0]
      if (opportunity === undefined) throw new RefusedError('opportunity.not-found', 'there is no such opportunity')
      const registered = selectRows(db, registrations, `WHERE "opportunityId" = ? AND "status" IN ('approved', 'closedWon') AND ${VISIBLE} ORDER BY "_row"`, id)[0]
      return { rows: selectRows(db, attributions, `WHERE "opportunityId" = ? AND ${VISIBLE} ORDER BY "percent" DESC, "id"`, id), proposal: [...proposeShares(opportunity, registered)] }
    },
    attributionReport: (input, { db }) => reportAttribution(attributedBusiness(db, input)) as never,
    project: ({ id }, { db }) => selectRows(db, projects, `WHERE "opportunityId" = ? AND ${VISIBLE}`, id)[0] ?? null,
  },
  {
    saveMail: async ({ file, name, ...mail }, context) => {
      const path = file === null ? outgoing(context.directory, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 80)}.eml`) : context.file(file, 'write')
      await writeAtomically(path, async (handle) => { await handle.writeFile(mailFile(mail)) })
      return { file: context.offerFile(path), name: basename(path) }
    },
  },
)
