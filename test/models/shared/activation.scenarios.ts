import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aDraft, ops } from '../model-desk.ts'

/** A draft with an added territory and rule, a changed and a removed one. */
async function aRealignment(desk: Desk) {
  const drafted = await aDraft(desk)
  const { modelId, kanto, kansai, osaka } = drafted
  const { id: chubu } = valueOf(await desk.run(ops.addTerritory, { modelId, territory: { code: 'CHUBU', name: '中部', parentId: kanto.id } }))
  const { id: aichi } = valueOf(await desk.run(ops.addRule, { modelId, rule: { code: 'AICHI', name: 'Aichi', territoryId: chubu, condition: { field: 'region', is: ['JP-23'] } } }))
  valueOf(await desk.run(ops.changeRule, { modelId, id: drafted.tokyo.id, edits: [{ field: 'priority', value: 5, was: 100 }] }))
  valueOf(await desk.run(ops.removeTerritory, { modelId, id: kansai.id }))
  return { ...drafted, chubu, aichi, osaka }
}

const stateOf = async (desk: Desk) => ({ territories: await desk.rows(territories), rules: await desk.rows(territoryRules), models: await desk.rows(territoryModels), edits: await desk.rows(modelEdits) })
/** What undoing leaves out of account: it counts as a change of its own. */
const unstamped = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, rev: 0, updatedAt: '', createdAt: '' }))

export const activationScenarios: Scenarios = {
  'makes a draft the live map all at once, and keeps the one before as it was': async (desk) => {
    const { modelId, kanto, kansai, tokyo, osaka, chubu, aichi } = await aRealignment(desk)
    const { archived } = valueOf(await desk.run(ops.activate, { id: modelId }))
    expect((await desk.rows(territories)).map(({ id, code, parentId }) => ({ id, code, parentId })).toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([{ id: chubu, code: 'CHUBU', parentId: kanto.id }, { id: kanto.id, code: 'KANTO', parentId: null }])
    expect((await desk.rows(territoryRules)).map(({ id, priority }) => ({ id, priority })).toSorted((a, b) => a.priority - b.priority)).toEqual([{ id: tokyo.id, priority: 5 }, { id: aichi, priority: 100 }])
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ state: 'active', activatedAt: NOW })
    expect(await desk.row(territoryModels, archived)).toMatchObject({ name: '', state: 'archived', archivedAt: NOW })
    const kept = (await desk.rows(modelEdits)).filter((edit) => edit.modelId === archived)
    expect(await desk.rows(modelEdits)).toHaveLength(kept.length)
    expect(kept.map(({ kind, subjectId }) => `${kind} ${subjectId}`).toSorted()).toEqual([kanto.id, kansai.id, tokyo.id, osaka.id].map((id) => `kept ${id}`).toSorted())
    expect(kept.find(({ subjectId }) => subjectId === tokyo.id)?.fields).toMatchObject({ priority: 100, condition: tokyo.condition })
  },
  'has one active model at most: the next archives it with what it had become by then': async (desk) => {
    const { modelId, kanto } = await aRealignment(desk)
    valueOf(await desk.run(ops.activate, { id: modelId }))
    valueOf(await desk.run(territoriesContract.operations.update, { id: kanto.id, edits: [{ field: 'name', value: 'Kanto' }] }))
    const { id: next } = valueOf(await desk.run(ops.draft, { name: 'Summer' }))
    valueOf(await desk.run(ops.changeTerritory, { modelId: next, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
    expect(valueOf(await desk.run(ops.activate, { id: next })).archived).toBe(modelId)
    expect((await desk.rows(territoryModels)).map(({ state }) => state).toSorted()).toEqual(['active', 'archived', 'archived'])
    expect((await desk.rows(modelEdits)).find((edit) => edit.modelId === modelId && edit.subjectId === kanto.id)?.fields).toMatchObject({ name: 'Kanto' })
  },
  'never makes an archived model active again, but drafts it anew': async (desk) => {
    const { modelId, kanto, kansai, tokyo, osaka, chubu, aichi } = await aRealignment(desk)
    const before = await stateOf(desk)
    const { archived } = valueOf(await desk.run(ops.activate, { id: modelId }))
    for (const operation of [ops.activate, ops.discard] as const) expect(refusalOf(await desk.run(operation, { id: archived }))).toMatchObject({ code: 'model.not-draft' })
    expect(refusalOf(await desk.run(ops.update, { id: archived, edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'model.archived', details: { name: '' } })
    const { id: again } = valueOf(await desk.run(ops.draft, { name: 'As before', from: archived }))
    const edits = (await desk.rows(modelEdits)).filter((edit) => edit.modelId === again)
    expect(edits.map(({ kind, subjectId }) => `${kind} ${subjectId}`).toSorted()).toEqual([`add ${kansai.id}`, `add ${osaka.id}`, `change ${tokyo.id}`, `remove ${chubu}`, `remove ${aichi}`].toSorted())
    valueOf(await desk.run(ops.activate, { id: again }))
    const after = await stateOf(desk)
    expect(unstamped(after.territories)).toEqual(unstamped(before.territories))
    expect(unstamped(after.rules)).toEqual(unstamped(before.rules))
    expect(kanto.id).toBe(after.territories.find(({ code }) => code === 'KANTO')?.id)
  },
  'takes an activation back as a whole': async (desk) => {
    const { modelId } = await aRealignment(desk)
    const before = await stateOf(desk)
    const { entry } = valueOf(await desk.run(ops.activate, { id: modelId }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    const after = await stateOf(desk)
    for (const name of ['territories', 'rules', 'models', 'edits'] as const) expect(unstamped<object>(after[name])).toEqual(unstamped<object>(before[name]))
  },
  'takes back an activation that turned what lies below what upside down': async (desk) => {
    const { modelId, kanto, kansai } = await aDraft(desk)
    const below = (model: string, id: string, value: string | null) => desk.run(ops.changeTerritory, { modelId: model, id, edits: [{ field: 'parentId', value }] })
    valueOf(await below(modelId, kansai.id, kanto.id))
    valueOf(await desk.run(ops.activate, { id: modelId }))
    const { id: next } = valueOf(await desk.run(ops.draft, { name: 'Upside down' }))
    valueOf(await below(next, kansai.id, null))
    valueOf(await below(next, kanto.id, kansai.id))
    const { entry } = valueOf(await desk.run(ops.activate, { id: next }))
    const parents = async () => Object.fromEntries((await desk.rows(territories)).map(({ id, parentId }) => [id, parentId]))
    expect(await parents()).toEqual({ [kanto.id]: kansai.id, [kansai.id]: null })
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await parents()).toEqual({ [kanto.id]: null, [kansai.id]: kanto.id })
  },
  'refuses to take an activation back when leads have come to lie in what it added': async (desk) => {
    const { modelId, chubu } = await aRealignment(desk)
    const { entry } = valueOf(await desk.run(ops.activate, { id: modelId }))
    await desk.put(leads, buildLead({ territoryId: chubu, stage: 'offered' }))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.still-used', details: { table: 'leads', records: 1 } })
  },
  'refuses to activate what changes nothing, or is not there': async (desk) => {
    const { modelId } = await aDraft(desk)
    expect(refusalOf(await desk.run(ops.activate, { id: modelId }))).toEqual({ code: 'model.changes-nothing', details: { name: 'Spring' } })
    expect(refusalOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))).toEqual({ code: 'model.changes-nothing', details: { name: 'Spring' } })
    expect(refusalOf(await desk.run(ops.activate, { id: nextId() }))).toEqual({ code: 'model.not-found' })
  },
  'refuses to activate while leads lie in what would go, and changes nothing': async (desk) => {
    const { modelId, kansai } = await aRealignment(desk)
    await desk.put(leads, buildLead({ territoryId: kansai.id, stage: 'offered' }))
    const before = await stateOf(desk)
    expect(refusalOf(await desk.run(ops.activate, { id: modelId }))).toEqual({ code: 'territory.has-leads', details: { name: '関西', leads: 1 } })
    expect(await stateOf(desk)).toEqual(before)
  },

  'waits for its day, and becomes active then and once': async (desk) => {
    const { modelId } = await aRealignment(desk)
    valueOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))
    expect(valueOf(await desk.run(ops.activateDue, { id: modelId, today: '2026-12-31' }))).toEqual({ activated: false })
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ state: 'scheduled', effectiveFrom: '2027-01-01' })
    expect(valueOf(await desk.run(ops.activateDue, { id: modelId, today: '2027-01-02' }))).toEqual({ activated: true })
    expect(valueOf(await desk.run(ops.activateDue, { id: modelId, today: '2027-01-02' }))).toEqual({ activated: false })
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ state: 'active' })
  },
  'is a draft again, and says why, when its day comes and it cannot be': async (desk) => {
    const { modelId, kansai } = await aRealignment(desk)
    valueOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))
    await desk.put(leads, buildLead({ territoryId: kansai.id, stage: 'offered' }))
    expect(valueOf(await desk.run(ops.activateDue, { id: modelId, today: '2027-01-01' }))).toEqual({ activated: false })
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ state: 'draft', effectiveFrom: null, heldUpBy: 'territory.has-leads' })
    expect(await desk.rows(territories)).toHaveLength(2)
  },
  'is taken off schedule, and only what is on it': async (desk) => {
    const { modelId } = await aRealignment(desk)
    expect(refusalOf(await desk.run(ops.schedule, { id: modelId, on: null }))).toEqual({ code: 'model.not-scheduled', details: { name: 'Spring', state: 'draft' } })
    valueOf(await desk.run(ops.schedule, { id: modelId, on: '2027-01-01' }))
    valueOf(await desk.run(ops.schedule, { id: modelId, on: null }))
    expect(await desk.row(territoryModels, modelId)).toMatchObject({ state: 'draft', effectiveFrom: null })
    expect(refusalOf(await desk.run(ops.schedule, { id: nextId(), on: null }))).toEqual({ code: 'model.not-found' })
  },
}
