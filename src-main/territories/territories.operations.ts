import { VISIBLE } from '#shared/journal/visible.ts'
import { closedStages } from '#shared/leads/lead.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'

const closed = closedStages.map((stage) => `'${stage}'`).join(', ')

export const territoriesHost = hostCapability(
  territoriesContract,
  {
    tree: (_, { db }) =>
      (db.prepare(`SELECT ${quoted(territories.columnNames)},
          (SELECT count(*) FROM "leads" WHERE "leads"."territoryId" = "territories"."id" AND "leads"."stage" NOT IN (${closed})) AS "openLeads",
          (SELECT count(*) FROM "territoryRules" WHERE "territoryRules"."territoryId" = "territories"."id") AS "rules"
        FROM "territories" WHERE ${VISIBLE} ORDER BY "name" COLLATE NOCASE`).all() as Record<string, unknown>[])
        .map((row) => decodeRow(territories, row)) as never,
    rules: ({ territoryId }, { db }) => selectRows(db, territoryRules, `WHERE ${VISIBLE} AND (? IS NULL OR "territoryId" = ?) ORDER BY "priority", "code"`, territoryId, territoryId),
  },
  {},
)
