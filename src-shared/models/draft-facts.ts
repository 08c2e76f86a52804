import { many, one, refuse, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { leads } from '../leads/lead.table.ts'
import { partners } from '../partners/partner.table.ts'
import { territories, territoryRules } from '../territories/territory.table.ts'
import type { DraftedMap, ModelEdit, Rule, TerritoryMap } from './apply-model.ts'
import { findProblems } from './find-problems.ts'
import type { ModelProblem } from './model-problem.ts'
import { modelEdits, territoryModels } from './territory-model.table.ts'
import type { ModelState, ModelSubject } from './territory-model.ts'

/** A draft, with the live map, or as much of it as is asked about. */
export interface Draft {
  readonly model: RowOf<typeof territoryModels>
  readonly edits: readonly ModelEdit[]
  readonly live: TerritoryMap
}

type Asked<T> = Generator<Question, T, unknown>
type Refusal = Decision<never>

export function isRefusal(answer: object): answer is Refusal {
  return 'kind' in answer && answer.kind === 'refused'
}

/** A draft with the whole live map. */
export function* askDraft(modelId: string, states: readonly ModelState[] = ['draft']): Asked<Draft | Refusal> {
  const model = yield* askModel(modelId, states)
  if (isRefusal(model)) return model
  return { model, edits: yield* many(modelEdits, 'byModel', [modelId]), live: yield* askLiveMap() }
}

export function* askLiveMap(): Asked<TerritoryMap> {
  return { territories: yield* many(territories, 'byCode', []), rules: yield* many(territoryRules, 'byCode', []) }
}

/**
 * A draft with as much of the map as one territory or rule can clash with: every territory, and of the rules this one and those of a code.
 * @param code that it is to have, if it is to have another
 */
export function* askAround(modelId: string, subject: ModelSubject, subjectId: string, code?: string): Asked<Draft | Refusal> {
  const model = yield* askModel(modelId)
  if (isRefusal(model)) return model
  const edits = yield* many(modelEdits, 'byModel', [modelId])
  const rules = new Map<string, Rule>()
  if (subject === 'rule') {
    const renamed = edits.filter(({ fields }) => code !== undefined && fields['code'] === code).map((edit) => edit.subjectId)
    const near = [...(yield* many(territoryRules, 'id', ...[subjectId, ...renamed].map((id) => [id]))), ...(code === undefined ? [] : yield* many(territoryRules, 'byCode', [code]))]
    for (const rule of near) rules.set(rule.id, rule)
  } else {
    for (const rule of yield* many(territoryRules, 'byTerritory', [subjectId])) rules.set(rule.id, rule)
  }
  const concerned = edits.filter((edit) => edit.subject === 'territory' || edit.kind === 'add' || rules.has(edit.subjectId))
  return { model, edits: concerned, live: { territories: yield* many(territories, 'byCode', []), rules: [...rules.values()] } }
}

function* askModel(modelId: string, states: readonly ModelState[] = ['draft']): Asked<Draft['model'] | Refusal> {
  const model = yield* one(territoryModels, modelId)
  if (model === undefined) return refuse('model.not-found', 'there is no such territory model')
  return states.includes(model.state) ? model : refuse('model.not-draft', 'only a draft is edited', { name: model.name, state: model.state })
}

/** What speaks against a draft. */
export function* askProblems(drafted: DraftedMap): Asked<readonly ModelProblem[]> {
  const leadsIn = new Map<string, number>()
  const known = new Set<string>()
  for (const { row, mark } of drafted.territories) {
    if (mark.kind === 'removed') leadsIn.set(row.id, (yield* many(leads, 'byTerritory', [row.id])).length)
    if (!mark.fields.includes('candidates')) continue
    for (const { partnerId } of row.candidates) if (!known.has(partnerId) && (yield* one(partners, partnerId)) !== undefined) known.add(partnerId)
  }
  return findProblems(drafted, { leadsIn: (id) => leadsIn.get(id) ?? 0, hasPartner: (id) => known.has(id) })
}

/** The first problem as a refusal; only of one territory or rule, if it is named. */
export function refusalFor(problems: readonly ModelProblem[], subjectId?: string): Refusal | undefined {
  const problem = problems.find((each) => subjectId === undefined || each.subjectId === subjectId)
  return problem === undefined ? undefined : refuse(problem.code, 'the draft cannot be as it is', problem.details)
}
