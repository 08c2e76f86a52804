import { accountListFields, accountsContract } from '#shared/accounts/accounts.contract.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { accountIndexOf } from '../matching/account-index.ts'
import { partnerDomains } from '../matching/company-index.ts'
import { confirmedNames } from '../matching/confirmed-names.ts'

const MOST_MATCHES = 5
const closed = closedOpportunityStages.map((stage) => `'${stage}'`).join(', ')
const openOpportunities = `(SELECT count(*) FROM "opportunities" WHERE "opportunities"."accountId" = "accounts"."id" AND "opportunities"."stage" NOT IN (${closed}))`
const textFields = new Set(['name', 'nameEn', 'nameKana', 'city'])
const numberFields = new Set(['employees', 'openOpportunities'])

const source: ListSource = {
  table: accounts,
  fields: Object.fromEntries(
    accountListFields.map((name): [string, ListField] => [name, { sql: name === 'openOpportunities' ? openOpportunities : `"accounts"."${name}"`, kind: numberFields.has(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }]),
  ),
  hidden: `"accounts"."mergedInto" IS NULL AND ${VISIBLE}`,
  extra: { openOpportunities },
  defaultSort: '"accounts"."name" COLLATE NOCASE, "accounts"."_row"',
}

export const accountsHost = hostCapability(
  accountsContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const row = db.prepare(`SELECT ${quoted(accounts.columnNames)}, ${openOpportunities} AS "openOpportunities" FROM "accounts" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
      if (row === undefined) throw new RefusedError('account.not-found', 'there is no such account')
      return decodeRow(accounts, row) as never
    },
    contacts: ({ accountId }, { db }) => selectRows(db, contacts, `WHERE "accountId" = ? AND ${VISIBLE} ORDER BY "name" COLLATE NOCASE, "_row"`, accountId),
    matchesOf: ({ leadId }, { db }) => {
      const [lead] = selectRows(db, leads, `WHERE "id" = ? AND ${VISIBLE}`, leadId)
      if (lead === undefined) throw new RefusedError('lead.not-found', 'there is no such lead')
      const matches = accountIndexOf(db).companies.current().find(lead, { sharedDomains: partnerDomains(db), decided: confirmedNames(db, lead) }).filter(({ verdict }) => verdict !== 'different').slice(0, MOST_MATCHES)
      const rows = new Map(selectRows(db, accounts, 'WHERE "id" IN (SELECT "value" FROM json_each(?))', JSON.stringify(matches.map(({ id }) => id))).map((account) => [account.id, account]))
      return matches.flatMap(({ id, score, verdict, evidence }) => {
        const account = rows.get(id)
        return account === undefined ? [] : [{ account, score, verdict, evidence: [...evidence] }]
      })
    },
    duplicatesOf: ({ id }, { db }) => accountIndexOf(db).likeOf(id).map(({ row, likeness: { score, verdict, evidence } }) => ({ account: row, score, verdict, evidence: [...evidence] })),
    duplicates: ({ from, to }, { db }) => {
      const { of, ...found } = accountIndexOf(db).pairs(from, to)
      return { ...found, accounts: of }
    },
  },
  {},
)
