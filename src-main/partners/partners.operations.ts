import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnerListFields, partnersContract } from '#shared/partners/partners.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted } from '../workspace/rows.ts'

const notHeld = notHeldStages.map((stage) => `'${stage}'`).join(', ')
const openLeads = `(SELECT count(*) FROM "leads" WHERE "leads"."partnerId" = "partners"."id" AND "leads"."stage" NOT IN (${notHeld}))`
const numberFields = new Set(['capacity', 'openLeads'])

const source: ListSource = {
  table: partners,
  fields: Object.fromEntries(
    partnerListFields.map((name): [string, ListField] => [name, { sql: name === 'openLeads' ? openLeads : `"partners"."${name}"`, kind: numberFields.has(name) ? 'number' : ['code', 'name', 'city'].includes(name) ? 'text' : 'exact' }]),
  ),
  hidden: VISIBLE,
  extra: { openLeads },
  defaultSort: '"partners"."name" COLLATE NOCASE',
}

export const partnersHost = hostCapability(
  partnersContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const row = db.prepare(`SELECT ${quoted(partners.columnNames)}, ${openLeads} AS "openLeads" FROM "partners" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
      if (row === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
      return decodeRow(partners, row) as never
    },
    names: (_, { db }) => db.prepare(`SELECT "id", "code", "name", "status" FROM "partners" WHERE ${VISIBLE} ORDER BY "name" COLLATE NOCASE`).all() as never,
  },
  {},
)
