import { accept, command, insert, many, one, refuse, remove, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { askRules } from './ask-rules.ts'
import { clauseProblem } from './clause-problem.ts'
import { engagementRules } from './engagement-rules.table.ts'
import { engagementContract } from './engagement.contract.ts'

const { operations } = engagementContract

const draft = command(operations.draft, function* ({ name, basedOn }, { id, commandId }) {
  const base = basedOn === null ? yield* askRules() : yield* one(engagementRules, basedOn)
  if (base === undefined) return refuse('rules.not-found', 'there is no such version of the rules')
  const draftId = id()
  return accept({ entry: commandId, id: draftId }, [insert(engagementRules, { id: draftId, name, state: 'draft', clauses: base.clauses, times: base.times })], [{ event: 'rules.drafted', about: draftId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const version = yield* one(engagementRules, input.id)
  if (version === undefined) return refuse('rules.not-found', 'there is no such version of the rules')
  if (version.state !== 'draft') return refuse('rules.published', 'what was published is not edited; begin a draft of it')
  const decided = decideEdit('rules', version, input.edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('rules.name-missing', 'a version needs a name')
  return accept({ entry: commandId }, [update(engagementRules, version.id, decided.patch)], [{ event: 'rules.edited', about: version.id, details: { fields: Object.keys(decided.patch) } }])
})

const publish = command(operations.publish, function* ({ id }, { commandId, now, actor }) {
  const version = yield* one(engagementRules, id)
  if (version === undefined) return refuse('rules.not-found', 'there is no such version of the rules')
  if (version.state !== 'draft') return refuse('rules.published', 'this was published already')
  const wrong = clauseProblem(version.clauses)
  if (wrong !== undefined) return refuse('rules.clauses-do-not-fit', 'a clause could never hold', { ...wrong })
  const before = yield* many(engagementRules, 'byState', ['published'], ['replaced'])
  const number = Math.max(0, ...before.map((each) => each.number ?? 0)) + 1
  const replaced = before.filter(({ state }) => state === 'published').map((each) => update(engagementRules, each.id, { state: 'replaced', replacedAt: now }))
  return accept({ entry: commandId, number }, [...replaced, update(engagementRules, id, { state: 'published', number, publishedAt: now, publishedBy: actor.name })], [{ event: 'rules.published', about: id, details: { number } }])
})

const discard = command(operations.discard, function* ({ id }, { commandId }) {
  const version = yield* one(engagementRules, id)
  if (version === undefined) return refuse('rules.not-found', 'there is no such version of the rules')
  if (version.state !== 'draft') return refuse('rules.published', 'what was published is kept')
  return accept({ entry: commandId }, [remove(engagementRules, id)], [{ event: 'rules.discarded', about: id, details: { name: version.name } }])
})

export const engagementCommands = [draft, edit, publish, discard]
