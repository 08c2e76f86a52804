import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { waitingStages, type LeadStage } from '#shared/leads/lead.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { leadListFields, leadsContract } from '#shared/leads/leads.contract.ts'
import { territories } from '#shared/territories/territory.table.ts'
import { leadIndexOf } from '../matching/lead-index.ts'
import { POSSIBLE_DUPLICATE } from '../matching/possible-duplicate.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { selectRows } from '../workspace/rows.ts'
import { inbox } from './inbox.ts'
import { assignmentWarnings } from './assignment-warnings.ts'

const textFields = new Set(['company', 'companyEn', 'city', 'contactName'])
const numberFields = new Set(['employees', 'score'])

/** What is no plain column, as texts that a filter can name. */
const computed: Readonly<Record<string, string>> = {
  qualifies: `CASE "leads"."qualifies" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END`,
  possibleDuplicate: `CASE WHEN ${POSSIBLE_DUPLICATE} THEN 'yes' END`,
}

const source: ListSource = {
  table: leads,
  fields: Object.fromEntries(leadListFields.map((name): [string, ListField] => [name, { sql: computed[name] ?? `"leads"."${name}"`, kind: textFields.has(name) ? 'text' : numberFields.has(name) ? 'number' : 'exact', ...(name === 'territoryId' ? { tree: territories.name } : {}) }])),
  extra: { possibleDuplicate: computed['possibleDuplicate'] ?? '' },
  hidden: VISIBLE,
  defaultSort: '"leads"."_row" DESC',
}

export const leadsHost = hostCapability(
  leadsContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const [lead] = selectRows(db, leads, `WHERE "id" = ? AND ${VISIBLE}`, id)
      if (lead === undefined) throw new RefusedError('lead.not-found', 'there is no such lead')
      return lead
    },
    inbox: (input, { db }) => inbox(db, Date.now(), input),
    duplicatesOf: ({ leadId }, { db }) => {
      if (selectRows(db, leads, `WHERE "id" = ? AND ${VISIBLE}`, leadId).length === 0) throw new RefusedError('lead.not-found', 'there is no such lead')
      return leadIndexOf(db).likeOf(leadId).map(({ row, likeness }) => ({ ...likeness, evidence: [...likeness.evidence], lead: row }))
    },
    duplicates: ({ from, to }, { db }) => {
      const { of, ...found } = leadIndexOf(db).pairs(from, to)
      return { ...found, leads: of }
    },
    offers: ({ leadId }, { db }) => selectRows(db, offers, 'WHERE "leadId" = ? ORDER BY "endedAt" DESC, "_row" DESC', leadId),
    beforeAssigning: ({ ids, partnerId }, { db }) => assignmentWarnings(db, ids, partnerId),
    summary: (_, { db }) => {
      const counts = db.prepare(`SELECT "stage", count(*) AS "count" FROM "leads" WHERE ${VISIBLE} GROUP BY "stage"`).all() as { stage: LeadStage; count: number }[]
      return {
        total: counts.reduce((sum, row) => sum + row.count, 0),
        byStage: Object.fromEntries(counts.map((row) => [row.stage, row.count])),
        waiting: counts.filter((row) => waitingStages.includes(row.stage)).reduce((sum, row) => sum + row.count, 0),
      }
    },
  },
  {},
)
