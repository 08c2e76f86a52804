import { closedStages } from '#shared/leads/lead.ts'
import type { Drafted } from '#shared/models/apply-model.ts'
import { modelsContract } from '#shared/models/models.contract.ts'
import { territoryModels } from '#shared/models/territory-model.table.ts'
import { hostCapability } from '../operations/capability.ts'
import { decodeRow, quoted } from '../workspace/rows.ts'
import { draftedMap, liveMap, problemsOf, readModel } from './read-model.ts'
import { studyOf } from './study.ts'

const closed = closedStages.map((stage) => `'${stage}'`).join(', ')

export const modelsHost = hostCapability(
  modelsContract,
  {
    list: (_, { db }) =>
      (db.prepare(`SELECT ${quoted(territoryModels.columnNames)}, (SELECT count(*) FROM "modelEdits" WHERE "modelId" = "territoryModels"."id" AND "kind" <> 'kept') AS "edits"
        FROM "territoryModels" ORDER BY "state" = 'active' DESC, "state" = 'archived', coalesce("archivedAt", "createdAt") DESC, "id" DESC`).all() as Record<string, unknown>[])
        .map((row) => decodeRow(territoryModels, row)) as never,
    tree: ({ id }, { db }) => {
      const model = readModel(db, id)
      const drafted = draftedMap(db, model, () => liveMap(db))
      const isPast = model.state === 'archived'
      const openLeads = new Map(db.prepare(`SELECT "territoryId", count(*) FROM "leads" WHERE "territoryId" IS NOT NULL AND "stage" NOT IN (${closed}) GROUP BY 1`).raw().all() as [string, number][])
      const shown = <Row>(all: readonly Drafted<Row>[]): readonly Drafted<Row>[] => (isPast ? all.map(({ row }) => ({ row, mark: { kind: 'same', fields: [], stale: [] }, live: null })) : all)
      return {
        model,
        territories: shown(drafted.territories).map((drafted) => ({ ...drafted, openLeads: isPast ? 0 : (openLeads.get(drafted.row.id) ?? 0) })),
        rules: [...shown(drafted.rules)],
        problems: isPast ? [] : [...problemsOf(db, drafted)],
      }
    },
    coverage: ({ id }, context) => studyOf(context).coverage(context.db, id),
    whatIf: ({ id }, context) => studyOf(context).whatIf(context.db, id),
  },
  {
    keep: async (_, context) => {
      const due = context.db.prepare(`SELECT "id" FROM "territoryModels" WHERE "state" = 'scheduled' AND "effectiveFrom" <= ? ORDER BY "effectiveFrom", "id"`).pluck().all(context.today()) as string[]
      const done = { activated: 0, heldUp: 0 }
      for (const id of due) {
        const { activated } = await context.write<{ activated: boolean }>('models.activateDue', { id, today: context.today() })
        if (activated) done.activated += 1
        else done.heldUp += 1
      }
      return done
    },
  },
)
