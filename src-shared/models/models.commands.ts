import { accept, command, insert, many, one, refuse, remove, update, type Change, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { newRule, newTerritory } from '../territories/new-territory.ts'
import { activateModel } from './activate-model.ts'
import { applyModel } from './apply-model.ts'
import { askAround, askDraft, askLiveMap, askProblems, isRefusal, refusalFor, type Draft } from './draft-facts.ts'
import { editsFrom } from './draft-from.ts'
import { addSubject, changeSubject, holdOn, removeSubject, revertSubjects } from './edit-draft.ts'
import { modelsContract } from './models.contract.ts'
import { modelEdits, territoryModels } from './territory-model.table.ts'
import type { ModelSubject } from './territory-model.ts'

const { operations } = modelsContract

const draft = command(operations.draft, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('model.name-missing', 'a territory model needs a name')
  const modelId = id()
  const changes: Change[] = [insert(territoryModels, { id: modelId, name, state: 'draft', basedOn: input.from, holdOver: 'worked' })]
  if (input.from !== null) {
    const from = yield* one(territoryModels, input.from)
    if (from === undefined) return refuse('model.not-found', 'there is no such territory model')
    if (from.state !== 'archived') return refuse('model.not-archived', 'only an archived model is drafted anew', { name: from.name, state: from.state })
    changes.push(...editsFrom(yield* many(modelEdits, 'byModel', [from.id]), yield* askLiveMap(), modelId, id))
  }
  return accept({ entry: commandId, id: modelId }, changes, [{ event: 'model.drafted', about: modelId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const model = yield* one(territoryModels, input.id)
  if (model === undefined) return refuse('model.not-found', 'there is no such territory model')
  if (model.state === 'archived') return refuse('model.archived', 'what is archived stays as it was', { name: model.name })
  const decided = decideEdit('model', model, input.edits)
  if (!('patch' in decided)) return decided
  const after = { ...model, ...decided.patch }
  if (after.name.trim() === '') return refuse('model.name-missing', 'a territory model needs a name')
  if (after.holdOver === 'worked' && after.holdOverUntil !== null) return refuse('model.last-day-idle', 'work that has begun is never taken away by a run; a last day is for offers')
  return accept({ entry: commandId }, [update(territoryModels, model.id, decided.patch)], [{ event: 'model.edited', about: model.id }])
})

const addTerritory = command(operations.addTerritory, function* ({ modelId, territory }, { id, commandId }) {
  const territoryId = id()
  const found = yield* askAround(modelId, 'territory', territoryId)
  const decided = isRefusal(found) ? found : yield* addSubject(found, 'territory', newTerritory(territoryId, territory), id)
  return ended(decided, { entry: commandId, id: territoryId }, modelId, 'added', territory.name)
})

const addRule = command(operations.addRule, function* ({ modelId, rule }, { id, commandId }) {
  const ruleId = id()
  const found = yield* askAround(modelId, 'rule', ruleId, rule.code.trim())
  const decided = isRefusal(found) ? found : yield* addSubject(found, 'rule', newRule(ruleId, rule), id)
  return ended(decided, { entry: commandId, id: ruleId }, modelId, 'added', rule.name)
})

const changeTerritory = command(operations.changeTerritory, function* ({ modelId, id: territoryId, edits }, { id, commandId }) {
  const found = yield* askAround(modelId, 'territory', territoryId)
  const decided = isRefusal(found) ? found : yield* changeSubject(found, 'territory', territoryId, edits, id)
  return ended(decided, { entry: commandId }, modelId, 'changed', nameIn(found, 'territory', territoryId))
})

const changeRule = command(operations.changeRule, function* ({ modelId, id: ruleId, edits }, { id, commandId }) {
  const code = edits.find(({ field }) => field === 'code')?.value
  const found = yield* askAround(modelId, 'rule', ruleId, typeof code === 'string' ? code.trim() : undefined)
  const decided = isRefusal(found) ? found : yield* changeSubject(found, 'rule', ruleId, edits, id)
  return ended(decided, { entry: commandId }, modelId, 'changed', nameIn(found, 'rule', ruleId))
})

const removeTerritory = command(operations.removeTerritory, function* (input, context) {
  return yield* removeFrom('territory', input, context)
})

const removeRule = command(operations.removeRule, function* (input, context) {
  return yield* removeFrom('rule', input, context)
})

const revert = command(operations.revert, function* ({ modelId, ids }, { commandId }) {
  const found = yield* askDraft(modelId)
  if (isRefusal(found)) return found
  const changes = revertSubjects(found, ids)
  const reverted = changes.reduce((sum, change) => sum + (change.kind === 'remove' ? change.ids.length : 0), 0)
  return accept({ entry: commandId, reverted }, changes, [{ event: 'model.reverted', about: modelId, details: { reverted } }])
})

const keepEdits = command(operations.holdOn, function* ({ modelId, ids }, { commandId }) {
  const found = yield* askDraft(modelId)
  if (isRefusal(found)) return found
  const changes = holdOn(found, ids)
  return accept({ entry: commandId, kept: changes.length }, changes, [{ event: 'model.held-on', about: modelId }])
})

const discard = command(operations.discard, function* ({ id }, { commandId }) {
  const model = yield* one(territoryModels, id)
  if (model === undefined) return refuse('model.not-found', 'there is no such territory model')
  if (model.state !== 'draft') return refuse('model.not-draft', 'only a draft is discarded', { name: model.name, state: model.state })
  const edits = yield* many(modelEdits, 'byModel', [id])
  return accept({ entry: commandId }, [...(edits.length === 0 ? [] : [remove(modelEdits, ...edits.map((each) => each.id))]), remove(territoryModels, id)], [{ event: 'model.discarded', about: id, details: { name: model.name } }])
})

const schedule = command(operations.schedule, function* ({ id, on }, { commandId }) {
  const model = yield* one(territoryModels, id)
  if (model === undefined) return refuse('model.not-found', 'there is no such territory model')
  if (on === null) {
    if (model.state !== 'scheduled') return refuse('model.not-scheduled', 'it waits for no day', { name: model.name, state: model.state })
    return accept({ entry: commandId }, [update(territoryModels, id, { state: 'draft', effectiveFrom: null })], [{ event: 'model.unscheduled', about: id }])
  }
  const found = yield* askDraft(id)
  const wrong = isRefusal(found) ? found : yield* whyNot(found)
  return wrong ?? accept({ entry: commandId }, [update(territoryModels, id, { state: 'scheduled', effectiveFrom: on, heldUpBy: null })], [{ event: 'model.scheduled', about: id, details: { on } }])
})

const activate = command(operations.activate, function* ({ id }, context) {
  const found = yield* askDraft(id, ['draft', 'scheduled'])
  if (isRefusal(found)) return found
  const wrong = yield* whyNot(found)
  if (wrong !== undefined) return wrong
  const { changes, archived } = yield* takeEffect(found, context)
  return accept({ entry: context.commandId, archived }, changes, [{ event: 'model.activated', about: id }])
})

const activateDue = command(operations.activateDue, function* ({ id, today }, context) {
  const model = yield* one(territoryModels, id)
  if (model?.state !== 'scheduled' || model.effectiveFrom === null || model.effectiveFrom > today) return accept({ activated: false }, [])
  const found = yield* askDraft(id, ['scheduled'])
  if (isRefusal(found)) return found
  const wrong = yield* whyNot(found)
  if (wrong?.kind === 'refused') return accept({ activated: false }, [update(territoryModels, id, { state: 'draft', effectiveFrom: null, heldUpBy: wrong.code })], [{ event: 'model.held-up', about: id, details: { code: wrong.code } }])
  const { changes } = yield* takeEffect(found, context)
  return accept({ activated: true }, changes, [{ event: 'model.activated', about: id }])
})

export const modelsCommands = [draft, edit, addTerritory, changeTerritory, removeTerritory, addRule, changeRule, removeRule, revert, keepEdits, discard, schedule, activate, activateDue]

type Asked<T> = Generator<Question, T, unknown>

function* removeFrom(subject: ModelSubject, { modelId, id: subjectId }: { readonly modelId: string; readonly id: string }, { id, commandId }: CommandContext): Asked<Decision<{ entry: string }>> {
  const found = yield* askAround(modelId, subject, subjectId)
  const decided = isRefusal(found) ? found : yield* removeSubject(found, subject, subjectId, id)
  return ended(decided, { entry: commandId }, modelId, 'removed', nameIn(found, subject, subjectId))
}

function* whyNot(found: Draft): Asked<Decision<never> | undefined> {
  const drafted = applyModel(found.live, found.edits)
  const changesNothing = drafted.gone.length === 0 && [...drafted.territories, ...drafted.rules].every(({ mark }) => mark.kind === 'same')
  if (changesNothing) return refuse('model.changes-nothing', 'the draft is what is live already', { name: found.model.name })
  return refusalFor(yield* askProblems(drafted))
}

function* takeEffect(found: Draft, { now, id, actor }: CommandContext): Asked<ReturnType<typeof activateModel>> {
  const [active = null] = yield* many(territoryModels, 'byState', ['active'])
  return activateModel(found, active, { now, id, by: actor.name })
}

function ended<Output>(decided: readonly Change[] | Decision<never>, output: Output, modelId: string, how: 'added' | 'changed' | 'removed', name: string): Decision<Output> {
  return 'kind' in decided ? decided : accept(output, decided, [{ event: `model.${how}`, about: modelId, details: { name } }])
}

function nameIn(found: Draft | Decision<never>, subject: ModelSubject, subjectId: string): string {
  if (isRefusal(found)) return ''
  const { territories, rules } = applyModel(found.live, found.edits)
  return (subject === 'territory' ? territories : rules).find(({ row }) => row.id === subjectId)?.row.name ?? ''
}
