import type Database from 'better-sqlite3'
import type { RowOf } from '#shared/foundation/table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { applyModel, type DraftedMap, type TerritoryMap } from '#shared/models/apply-model.ts'
import { findProblems } from '#shared/models/find-problems.ts'
import type { ModelProblem } from '#shared/models/model-problem.ts'
import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { selectRows } from '../workspace/rows.ts'

const NOTHING: TerritoryMap = { territories: [], rules: [] }

export type TerritoryModel = RowOf<typeof territoryModels>

export function readModel(db: Database.Database, id: string): TerritoryModel {
  const [model] = selectRows(db, territoryModels, 'WHERE "id" = ?', id)
  if (model === undefined) throw new RefusedError('model.not-found', 'there is no such territory model')
  return model
}

/** The map of a model: a draft's on the live one, the live one, or what an archived one was. */
export function draftedMap(db: Database.Database, { id, state }: TerritoryModel, live: () => TerritoryMap): DraftedMap {
  return applyModel(state === 'archived' ? NOTHING : live(), selectRows(db, modelEdits, 'WHERE "modelId" = ? ORDER BY "id"', id))
}

export function liveMap(db: Database.Database): TerritoryMap {
  const inOrder = `WHERE ${VISIBLE} ORDER BY "id"`
  return { territories: selectRows(db, territories, inOrder), rules: selectRows(db, territoryRules, inOrder) }
}

/** What speaks against a draft. */
export function problemsOf(db: Database.Database, drafted: DraftedMap): readonly ModelProblem[] {
  const leadsIn = db.prepare('SELECT count(*) FROM "leads" WHERE "territoryId" = ?').pluck()
  const partner = db.prepare('SELECT 1 FROM "partners" WHERE "id" = ?').pluck()
  return findProblems(drafted, { leadsIn: (id) => leadsIn.get(id) as number, hasPartner: (id) => partner.get(id) !== undefined })
}
