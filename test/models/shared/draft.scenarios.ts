import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildRule } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aDraft, ops } from '../model-desk.ts'

const live = territoriesContract.operations

async function editsOf(desk: Desk) {
  return (await desk.rows(modelEdits)).map(({ subjectId, kind, fields, base }) => ({ subjectId, kind, fields, base }))
}

export const draftScenarios: Scenarios = {
  'begins a draft that changes nothing': async (desk) => {
    const { modelId } = await aDraft(desk, ' Spring ')
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ name: 'Spring', state: 'draft', basedOn: null, holdOver: 'worked', holdOverUntil: null })
    expect(await desk.rows(modelEdits)).toEqual([])
  },
  'refuses a draft without a name, or of a model that is not archived or not there': async (desk) => {
    const { modelId } = await aDraft(desk)
    expect(refusalOf(await desk.run(ops.draft, { name: '  ' }))).toEqual({ code: 'model.name-missing' })
    expect(refusalOf(await desk.run(ops.draft, { name: 'x', from: modelId }))).toEqual({ code: 'model.not-archived', details: { name: 'Spring', state: 'draft' } })
    expect(refusalOf(await desk.run(ops.draft, { name: 'x', from: nextId() }))).toEqual({ code: 'model.not-found' })
  },
  'edits a model by field, and refuses what has changed in the meantime': async (desk) => {
    const { modelId } = await aDraft(desk)
    valueOf(await desk.run(ops.update, { id: modelId, edits: [{ field: 'holdOver', value: 'held', was: 'worked' }, { field: 'holdOverUntil', value: '2027-06-30' }] }))
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ holdOver: 'held', holdOverUntil: '2027-06-30' })
    expect(refusalOf(await desk.run(ops.update, { id: modelId, edits: [{ field: 'holdOver', value: 'worked', was: 'worked' }] }))).toMatchObject({ code: 'model.stale' })
    expect(refusalOf(await desk.run(ops.update, { id: modelId, edits: [{ field: 'holdOver', value: 'worked' }] }))).toEqual({ code: 'model.last-day-idle' })
    expect(refusalOf(await desk.run(ops.update, { id: modelId, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'model.name-missing' })
    expect(refusalOf(await desk.run(ops.update, { id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toEqual({ code: 'model.not-found' })
  },

  'leaves the live map alone while a draft is edited': async (desk) => {
    const { modelId, kanto, tokyo } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East', was: '関東' }] }))
    valueOf(await desk.run(ops.removeRule, { modelId, id: tokyo.id }))
    expect(await desk.row(territories, kanto.id)).toEqual(kanto)
    expect(await desk.row(territoryRules, tokyo.id)).toEqual(tokyo)
    expect(await editsOf(desk)).toMatchObject([{ subjectId: kanto.id, kind: 'change', fields: { name: 'East' }, base: { name: '関東' } }, { subjectId: tokyo.id, kind: 'remove', fields: {} }])
  },
  'keeps one row of a territory whatever is edited of it, and none when all is as it was': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'strategy', value: 'weighted', was: 'roundRobin' }] }))
    expect(await editsOf(desk)).toEqual([{ subjectId: kanto.id, kind: 'change', fields: { name: 'East', strategy: 'weighted' }, base: { name: '関東', strategy: 'roundRobin' } }])
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: '関東', was: 'East' }, { field: 'strategy', value: 'roundRobin', was: 'weighted' }] }))
    expect(await editsOf(desk)).toEqual([])
  },
  'refuses an edit of a value that the draft has otherwise by now': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East', was: '関東' }] }))
    expect(refusalOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'Ost', was: '関東' }] }))).toEqual({ code: 'territory.stale', details: { field: 'name', yours: 'Ost', theirs: 'East' } })
  },
  'adds a territory and a rule in it, and edits both': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    const { id: territoryId } = valueOf(await desk.run(ops.addTerritory, { modelId, territory: { code: ' CHUBU ', name: '中部', parentId: kanto.id } }))
    const { id: ruleId } = valueOf(await desk.run(ops.addRule, { modelId, rule: { code: 'AICHI', name: 'Aichi', territoryId, condition: { field: 'region', is: ['JP-23'] } } }))
    valueOf(await desk.run(ops.changeRule, { modelId, id: ruleId, edits: [{ field: 'priority', value: 7, was: 100 }] }))
    expect(await editsOf(desk)).toMatchObject([{ subjectId: territoryId, kind: 'add', fields: { code: 'CHUBU', strategy: 'roundRobin', parentId: kanto.id } }, { subjectId: ruleId, kind: 'add', fields: { priority: 7, enabled: true } }])
    expect(await desk.rows(territories)).toHaveLength(2)
  },
  'removes a territory with its rules, and gives both back': async (desk) => {
    const { modelId, kanto, tokyo } = await aDraft(desk)
    valueOf(await desk.run(ops.removeTerritory, { modelId, id: kanto.id }))
    expect((await editsOf(desk)).map(({ subjectId, kind }) => [subjectId, kind]).toSorted()).toEqual([[kanto.id, 'remove'], [tokyo.id, 'remove']].toSorted())
    expect(valueOf(await desk.run(ops.revert, { modelId, ids: [kanto.id] }))).toMatchObject({ reverted: 2 })
    expect(await editsOf(desk)).toEqual([])
  },
  'forgets what it had added when that is removed': async (desk) => {
    const { modelId } = await aDraft(desk)
    const { id } = valueOf(await desk.run(ops.addTerritory, { modelId, territory: { code: 'CHUBU', name: '中部' } }))
    valueOf(await desk.run(ops.addRule, { modelId, rule: { code: 'AICHI', name: 'Aichi', territoryId: id, condition: { all: [] } } }))
    valueOf(await desk.run(ops.removeTerritory, { modelId, id }))
    expect(await editsOf(desk)).toEqual([])
  },

  'refuses what the tree, the codes and the rules do not allow': async (desk) => {
    const { modelId, kanto, kansai, osaka } = await aDraft(desk)
    const { id: child } = valueOf(await desk.run(ops.addTerritory, { modelId, territory: { code: 'CHIBA', name: '千葉', parentId: kanto.id } }))
    const change = async (id: string, field: 'parentId' | 'code' | 'name' | 'candidates', value: never) => refusalOf(await desk.run(ops.changeTerritory, { modelId, id, edits: [{ field, value }] }))
    expect(await change(kanto.id, 'parentId', child as never)).toMatchObject({ code: 'territory.own-ancestor' })
    expect(await change(child, 'parentId', nextId() as never)).toMatchObject({ code: 'territory.parent-not-found' })
    expect(await change(child, 'code', 'KANSAI' as never)).toEqual({ code: 'territory.code-taken', details: { id: kansai.id, name: '関西' } })
    expect(await change(child, 'code', ' ' as never)).toMatchObject({ code: 'territory.code-missing' })
    expect(await change(child, 'name', ' ' as never)).toMatchObject({ code: 'territory.name-missing' })
    expect(await change(kansai.id, 'candidates', [{ partnerId: nextId(), weight: 1 }] as never)).toMatchObject({ code: 'model.candidate-gone', details: { candidates: 1 } })
    expect(refusalOf(await desk.run(ops.removeTerritory, { modelId, id: kanto.id }))).toEqual({ code: 'territory.has-children', details: { name: '関東', children: ['千葉'] } })
    const rule = { name: 'x', territoryId: kansai.id, condition: { all: [] } }
    expect(refusalOf(await desk.run(ops.addRule, { modelId, rule: { ...rule, code: 'OSAKA' } }))).toEqual({ code: 'rule.code-taken', details: { id: osaka.id, name: 'Osaka' } })
    expect(refusalOf(await desk.run(ops.addRule, { modelId, rule: { ...rule, code: ' ' } }))).toMatchObject({ code: 'rule.code-missing' })
    expect(refusalOf(await desk.run(ops.addRule, { modelId, rule: { ...rule, code: 'X', territoryId: nextId() } }))).toMatchObject({ code: 'model.rule-without-territory' })
    expect(refusalOf(await desk.run(ops.addRule, { modelId, rule: { ...rule, code: 'X', priority: 10_000 } }))).toMatchObject({ code: 'rule.priority-range' })
    expect(refusalOf(await desk.run(ops.addRule, { modelId, rule: { ...rule, code: 'X', effectiveFrom: '2027-02-01', effectiveTo: '2027-01-01' } }))).toMatchObject({ code: 'rule.dates-reversed' })
    expect(refusalOf(await desk.run(ops.changeRule, { modelId, id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toMatchObject({ code: 'rule.not-found' })
    expect(refusalOf(await desk.run(ops.changeTerritory, { modelId, id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toMatchObject({ code: 'territory.not-found' })
  },
  'refuses the code that another edit of the draft has given away': async (desk) => {
    const { modelId, tokyo, osaka } = await aDraft(desk)
    valueOf(await desk.run(ops.changeRule, { modelId, id: tokyo.id, edits: [{ field: 'code', value: 'EAST' }] }))
    expect(refusalOf(await desk.run(ops.changeRule, { modelId, id: osaka.id, edits: [{ field: 'code', value: 'EAST' }] }))).toMatchObject({ code: 'rule.code-taken' })
    expect(refusalOf(await desk.run(ops.changeRule, { modelId, id: osaka.id, edits: [{ field: 'code', value: 'TOKYO' }] }))).toBe('accepted')
  },
  'B2.18: refuses to remove a territory that leads lie in, closed ones too: their credit stays where it is': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    await desk.put(leads, buildLead({ territoryId: kanto.id, stage: 'closedWon' }))
    expect(refusalOf(await desk.run(ops.removeTerritory, { modelId, id: kanto.id }))).toEqual({ code: 'territory.has-leads', details: { name: '関東', leads: 1 } })
  },
  'refuses to edit what is no draft': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    valueOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))
    const refusal = { code: 'model.not-draft', details: { name: 'Spring', state: 'scheduled' } }
    expect(refusalOf(await desk.run(ops.removeTerritory, { modelId, id: kanto.id }))).toEqual(refusal)
    expect(refusalOf(await desk.run(ops.revert, { modelId, ids: [kanto.id] }))).toEqual(refusal)
    expect(refusalOf(await desk.run(ops.holdOn, { modelId, ids: [kanto.id] }))).toEqual(refusal)
    expect(refusalOf(await desk.run(ops.discard, { id: modelId }))).toEqual(refusal)
    expect(refusalOf(await desk.run(ops.discard, { id: nextId() }))).toEqual({ code: 'model.not-found' })
  },
  'discards a draft with its edits, and gives it back': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    const { entry } = valueOf(await desk.run(ops.discard, { id: modelId }))
    expect([await desk.rows(modelEdits), await desk.rows(territoryModels)]).toEqual([[], []])
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect([await desk.rows(modelEdits), await desk.rows(territoryModels)]).toMatchObject([[{ subjectId: kanto.id }], [{ id: modelId }]])
  },
  'takes back an edit of a draft, and not a draft that has edits': async (desk) => {
    const { modelId, kanto } = await aDraft(desk)
    const [drafted] = (await desk.rows(territoryModels)).map(({ id }) => id)
    expect(drafted).toBe(modelId)
    const { entry } = valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await editsOf(desk)).toEqual([])
  },

  'lets what changes live show through, and tells what was edited on both sides': async (desk) => {
    const { modelId, kanto, tokyo } = await aDraft(desk)
    valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    valueOf(await desk.run(live.update, { id: kanto.id, edits: [{ field: 'strategy', value: 'nearest' }] }))
    expect(refusalOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))).toBe('accepted')
    valueOf(await desk.run(ops.schedule, { id: modelId, on: null }))
    valueOf(await desk.run(live.update, { id: kanto.id, edits: [{ field: 'name', value: 'Kanto' }] }))
    expect(refusalOf(await desk.run(ops.activate, { id: modelId }))).toEqual({ code: 'model.edit-stale', details: { name: 'East', fields: ['name'] } })
    expect(valueOf(await desk.run(ops.holdOn, { modelId, ids: [kanto.id] }))).toMatchObject({ kept: 1 })
    valueOf(await desk.run(ops.changeRule, { modelId, id: tokyo.id, edits: [{ field: 'priority', value: 3 }] }))
    valueOf(await desk.run(live.removeRule, { id: tokyo.id }))
    expect(refusalOf(await desk.run(ops.activate, { id: modelId }))).toEqual({ code: 'model.subject-gone', details: { name: 'Tokyo' } })
    valueOf(await desk.run(ops.revert, { modelId, ids: [tokyo.id] }))
    valueOf(await desk.run(ops.activate, { id: modelId }))
    expect(await desk.row(territories, kanto.id)).toMatchObject({ name: 'East', strategy: 'nearest' })
  },
  'tells a removal of what has changed since': async (desk) => {
    const { modelId, tokyo, kanto } = await aDraft(desk)
    valueOf(await desk.run(ops.removeRule, { modelId, id: tokyo.id }))
    valueOf(await desk.run(live.updateRule, { id: tokyo.id, edits: [{ field: 'priority', value: 2 }] }))
    await desk.put(territoryRules, buildRule({ territoryId: kanto.id }))
    expect(refusalOf(await desk.run(ops.activate, { id: modelId }))).toEqual({ code: 'model.edit-stale', details: { name: 'Tokyo', fields: ['priority'] } })
  },
}
