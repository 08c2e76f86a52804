import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { leads } from '../leads/lead.table.ts'
import { newRule, newTerritory } from './new-territory.ts'
import { territories, territoryRules } from './territory.table.ts'
import { territoriesContract } from './territories.contract.ts'

const { operations } = territoriesContract

const create = command(operations.create, function* (input, { id, commandId }) {
  const territoryId = id()
  const code = input.code.trim()
  const wrong = nameProblem(input.name) ?? (yield* codeProblem(code, territoryId)) ?? (yield* parentProblem(territoryId, input.parentId ?? null))
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId, id: territoryId }, [insert(territories, newTerritory(territoryId, { ...input, code }))], [{ event: 'territory.created', about: territoryId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const territory = yield* one(territories, input.id)
  if (territory === undefined) return refuse('territory.not-found', 'there is no such territory')
  const decided = decideEdit('territory', territory, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.code !== undefined) patch.code = patch.code.trim()
  const wrong =
    nameProblem(patch.name ?? territory.name) ??
    (patch.code === undefined ? undefined : yield* codeProblem(patch.code, territory.id)) ??
    (patch.parentId === undefined ? undefined : yield* parentProblem(territory.id, patch.parentId))
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(territories, territory.id, patch)], [{ event: 'territory.edited', about: territory.id }])
})

const removeTerritory = command(operations.remove, function* (input, { commandId }) {
  const territory = yield* one(territories, input.id)
  if (territory === undefined) return refuse('territory.not-found', 'there is no such territory')
  const children = yield* many(territories, 'byParent', [territory.id])
  if (children.length > 0) return refuse('territory.has-children', 'other territories lie below it', { children: children.map((child) => child.name) })
  const held = yield* many(leads, 'byTerritory', [territory.id])
  if (held.length > 0) return refuse('territory.has-leads', 'leads lie in it', { leads: held.length })
  const rules = yield* many(territoryRules, 'byTerritory', [territory.id])
  return accept({ entry: commandId }, [remove(territoryRules, ...rules.map((rule) => rule.id)), remove(territories, territory.id)], [{ event: 'territory.removed', about: territory.id }])
})

const createRule = command(operations.createRule, function* (input, { id, commandId }) {
  const ruleId = id()
  const code = input.code.trim()
  const wrong = (yield* ruleCodeProblem(code, ruleId)) ?? (yield* ruleProblem(input))
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId, id: ruleId }, [insert(territoryRules, newRule(ruleId, { ...input, code }))], [{ event: 'rule.created', about: ruleId }])
})

const updateRule = command(operations.updateRule, function* (input, { commandId }) {
  const rule = yield* one(territoryRules, input.id)
  if (rule === undefined) return refuse('rule.not-found', 'there is no such rule')
  const decided = decideEdit('rule', rule, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.code !== undefined) patch.code = patch.code.trim()
  const wrong = (yield* ruleCodeProblem(patch.code ?? rule.code, rule.id)) ?? (yield* ruleProblem({ ...rule, ...patch }))
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(territoryRules, rule.id, patch)], [{ event: 'rule.edited', about: rule.id }])
})

const removeRule = command(operations.removeRule, function* (input, { commandId }) {
  const rule = yield* one(territoryRules, input.id)
  if (rule === undefined) return refuse('rule.not-found', 'there is no such rule')
  return accept({ entry: commandId }, [remove(territoryRules, rule.id)], [{ event: 'rule.removed', about: rule.territoryId, details: { code: rule.code } }])
})

export const territoriesCommands = [create, edit, removeTerritory, createRule, updateRule, removeRule]

type Check = Generator<Question, Decision<never> | undefined, unknown>

function nameProblem(name: string): Decision<never> | undefined {
  return name.trim() === '' ? refuse('territory.name-missing', 'a territory needs a name') : undefined
}

function* codeProblem(code: string, id: string): Check {
  if (code === '') return refuse('territory.code-missing', 'a territory needs a code')
  const twin = (yield* many(territories, 'byCode', [code])).find((other) => other.id !== id)
  return twin === undefined ? undefined : refuse('territory.code-taken', 'another territory has this code', { id: twin.id, name: twin.name })
}

/** A territory may not lie below itself, nor below others that lie in a circle, as an undo could lay them before it was refused. */
function* parentProblem(id: string, parentId: string | null): Check {
  const passed = new Set([id])
  for (let above = parentId; above !== null; ) {
    if (passed.has(above)) return refuse('territory.own-ancestor', 'a territory cannot lie below itself')
    passed.add(above)
    const parent: { parentId: string | null } | undefined = yield* one(territories, above)
    if (parent === undefined) return refuse('territory.parent-not-found', 'there is no such parent territory')
    above = parent.parentId
  }
  return undefined
}

function* ruleCodeProblem(code: string, id: string): Check {
  if (code === '') return refuse('rule.code-missing', 'a rule needs a code')
  const twin = (yield* many(territoryRules, 'byCode', [code])).find((other) => other.id !== id)
  return twin === undefined ? undefined : refuse('rule.code-taken', 'another rule has this code', { id: twin.id, name: twin.name })
}

function* ruleProblem(rule: { territoryId: string; priority?: number; effectiveFrom?: string | null; effectiveTo?: string | null }): Check {
  if ((yield* one(territories, rule.territoryId)) === undefined) return refuse('territory.not-found', 'there is no such territory')
  if (rule.priority !== undefined && (rule.priority < 1 || rule.priority > 9999)) return refuse('rule.priority-range', 'a priority is between 1 and 9999')
  if (rule.effectiveFrom && rule.effectiveTo && rule.effectiveFrom > rule.effectiveTo) return refuse('rule.dates-reversed', 'the rule would end before it begins')
  return undefined
}
