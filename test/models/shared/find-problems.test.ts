import { expect, test } from 'vitest'
import { applyModel, type ModelEdit } from '#shared/models/apply-model.ts'
import { activateModel } from '#shared/models/activate-model.ts'
import { findProblems } from '#shared/models/find-problems.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW } from '#test/foundation/desk.ts'

const [top, middle] = [buildTerritory({ code: 'TOP' }), buildTerritory({ code: 'MIDDLE' })]
const rule = buildRule({ code: 'RULE', territoryId: middle.id })
const live = { territories: [top, middle], rules: [rule] }
const facts = { leadsIn: () => 0, hasPartner: () => true }

function change(subjectId: string, fields: ModelEdit['fields'], given: Partial<ModelEdit> = {}): ModelEdit {
  return { id: nextId(), modelId: nextId(), subject: 'territory', subjectId, kind: 'change', name: 'x', fields, base: {}, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given }
}

const codesOf = (...edits: readonly ModelEdit[]) => findProblems(applyModel(live, edits), facts).map(({ code, subjectId }) => [code, subjectId])

test('two edits that are right each by itself can make a circle together', () => {
  expect(codesOf(change(top.id, { parentId: middle.id }))).toEqual([])
  expect(codesOf(change(top.id, { parentId: middle.id }), change(middle.id, { parentId: top.id }))).toEqual([['territory.own-ancestor', top.id], ['territory.own-ancestor', middle.id]])
})

test('or give away one code twice', () => {
  expect(codesOf(change(top.id, { code: 'X' }), change(middle.id, { code: 'X' }))).toEqual([['territory.code-taken', top.id], ['territory.code-taken', middle.id]])
})

test('or leave a rule, or a territory, without what it hangs on', () => {
  const removed = change(middle.id, {}, { kind: 'remove' })
  expect(codesOf(removed)).toEqual([['model.rule-without-territory', rule.id]])
  expect(codesOf(removed, change(top.id, { parentId: middle.id }))).toEqual([['territory.has-children', middle.id], ['model.rule-without-territory', rule.id]])
})

test('what the live map has wrong already is not held against a draft', () => {
  const twin = buildTerritory({ code: 'TOP' })
  expect(findProblems(applyModel({ territories: [top, twin], rules: [buildRule({ territoryId: top.id, priority: 0 })] }, [change(top.id, { name: 'Top' })]), facts).map(({ code }) => code)).toEqual(['territory.code-taken'])
  expect(findProblems(applyModel({ territories: [top, twin], rules: [] }, []), facts)).toEqual([])
})

test('an activation writes what the draft changes and no more, beside the model that it archives', () => {
  const model = { id: nextId(), name: 'Spring', notes: null, state: 'draft' as const, basedOn: null, effectiveFrom: null, heldUpBy: null, holdOver: 'worked' as const, holdOverUntil: null, activatedAt: null, activatedBy: null, archivedAt: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }
  const { changes } = activateModel({ model, edits: [change(top.id, { name: 'Top', code: 'TOP' })], live }, null, { now: NOW, id: nextId, by: 'Ana' })
  expect(changes.map((each) => [each.table.name, each.kind, each.kind === 'remove' ? each.ids.length : each.columns.length])).toEqual([['territoryModels', 'insert', 5], ['modelEdits', 'insert', 8], ['territories', 'update', 1], ['modelEdits', 'remove', 1], ['territoryModels', 'update', 4]])
})
