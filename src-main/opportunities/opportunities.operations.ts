import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { opportunityListFields, opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted } from '../workspace/rows.ts'

const nameOf = (table: string, column: string): string => `(SELECT "name" FROM "${table}" WHERE "${table}"."id" = "opportunities"."${column}")`
const extra = { accountName: nameOf('accounts', 'accountId'), contactName: nameOf('contacts', 'contactId') }
const textFields = new Set(['name', 'accountName', 'product'])

const source: ListSource = {
  table: opportunities,
  fields: Object.fromEntries(
    opportunityListFields.map((name): [string, ListField] => [name, { sql: name === 'accountName' ? extra.accountName : `"opportunities"."${name}"`, kind: name === 'amount' ? 'number' : textFields.has(name) ? 'text' : 'exact' }]),
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
  },
  {},
)
