import { accept, command, insert, many, one, refuse, remove, update, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { Template } from './ask-checklist.ts'
import { checkTemplate, whyNotSaved, type TemplateProblem } from './check-template.ts'
import { checklists } from './checklist.table.ts'
import { onboardingContract } from './onboarding.contract.ts'
import { readyMadeTemplates } from './ready-made/ready-made-templates.ts'
import { FOR_EVERYBODY } from './template.ts'
import { checklistTemplates } from './template.table.ts'

const { operations } = onboardingContract

const notFound = () => refuse('template.not-found', 'there is no such template')
const doesNotFit = ({ kind, at, other }: TemplateProblem) => refuse('template.does-not-fit', 'nobody could go through this', { problem: kind, at, other })

const draft = command(operations.draftTemplate, function* ({ name, basedOn, readyMade }, { id, commandId }) {
  const draftId = id()
  const base = basedOn === null ? undefined : yield* one(checklistTemplates, basedOn)
  if (basedOn !== null && base === undefined) return notFound()
  const given = base ?? (readyMade === null ? { key: `own-${draftId}`, appliesTo: FOR_EVERYBODY, stages: [] } : readyMadeTemplates[readyMade])
  const row = { id: draftId, key: given.key, name, state: 'draft' as const, appliesTo: given.appliesTo, stages: given.stages }
  return accept({ entry: commandId, id: draftId }, [insert(checklistTemplates, row as never)], [{ event: 'template.drafted', about: draftId, details: { name } }])
})

const edit = command(operations.updateTemplate, function* (input, { commandId }) {
  const template = yield* one(checklistTemplates, input.id)
  if (template === undefined) return notFound()
  if (!(yield* isFree(template))) return refuse('template.published', 'what was published is not edited; begin a draft of it')
  const decided = decideEdit('template', template, input.edits)
  if (!('patch' in decided)) return decided
  const after = { ...template, ...decided.patch }
  if (after.name.trim() === '') return refuse('template.name-missing', 'a template needs a name')
  const wrong = whyNotSaved(after.stages, after.appliesTo)
  if (wrong !== undefined) return doesNotFit(wrong)
  return accept({ entry: commandId }, [update(checklistTemplates, template.id, decided.patch)], [{ event: 'template.edited', about: template.id, details: { name: after.name, fields: Object.keys(decided.patch) } }])
})

const publish = command(operations.publishTemplate, function* ({ id }, { commandId, now, actor }) {
  const template = yield* one(checklistTemplates, id)
  if (template === undefined) return notFound()
  if (template.state !== 'draft') return refuse('template.published', 'this was published already')
  const [wrong] = checkTemplate(template.stages, template.appliesTo)
  if (wrong !== undefined) return doesNotFit(wrong)
  const versions = yield* many(checklistTemplates, 'byKey', [template.key])
  const number = Math.max(0, ...versions.map((each) => each.number ?? 0)) + 1
  const replaced = versions.filter(({ state }) => state === 'published').map((each) => update(checklistTemplates, each.id, { state: 'replaced', replacedAt: now }))
  return accept(
    { entry: commandId, number },
    [...replaced, update(checklistTemplates, id, { state: 'published', number, publishedAt: now, publishedBy: actor.name })],
    [{ event: 'template.published', about: id, details: { name: template.name, number } }],
  )
})

const discard = command(operations.discardTemplate, function* ({ id }, { commandId }) {
  const template = yield* one(checklistTemplates, id)
  if (template === undefined) return notFound()
  if (!(yield* isFree(template))) return refuse('template.published', 'what was published is kept')
  return accept({ entry: commandId }, [remove(checklistTemplates, id)], [{ event: 'template.discarded', about: id, details: { name: template.name } }])
})

/** Whether nothing goes by it: a draft, and none that checklists were begun by before its publishing was taken back. */
function* isFree({ id, state }: Template): Generator<Question, boolean, unknown> {
  return state === 'draft' && (yield* many(checklists, 'byTemplate', [id])).length === 0
}

export const templatesCommands = [draft, edit, publish, discard]
