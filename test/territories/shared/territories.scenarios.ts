import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, remove, createRule, updateRule, removeRule } = territoriesContract.operations
const { undo } = journalContract.operations
const everyLead = { all: [] }

async function aTerritory(desk: Desk, given: Parameters<typeof buildTerritory>[0] = {}) {
  const territory = buildTerritory(given)
  await desk.put(territories, territory)
  return territory
}

async function aRule(desk: Desk, given: Parameters<typeof buildRule>[0]) {
  const rule = buildRule(given)
  await desk.put(territoryRules, rule)
  return rule
}

export const territoriesScenarios: Scenarios = {
  'adds a territory at the top, in turns and without demands unless told otherwise': async (desk) => {
    const id = idNumber(7)
    expect(valueOf(await desk.run(create, { code: ' KANTO ', name: '関東' }, { id }))).toEqual({ entry: id, id: idNumber(8) })
    expect(await desk.row(territories, idNumber(8))).toEqual(buildTerritory({ id: idNumber(8), code: 'KANTO', name: '関東', createdAt: NOW, updatedAt: NOW }))
  },
  'adds a territory below another': async (desk) => {
    const parent = await aTerritory(desk)
    const { id } = valueOf(await desk.run(create, { code: 'TOKYO', name: '東京', parentId: parent.id }))
    expect((await desk.row(territories, id))?.parentId).toBe(parent.id)
  },
  'refuses a territory without a code': async (desk) => {
    expect(refusalOf(await desk.run(create, { code: ' ', name: 'x' }))).toEqual({ code: 'territory.code-missing' })
  },
  'refuses a territory without a name': async (desk) => {
    expect(refusalOf(await desk.run(create, { code: 'X', name: ' ' }))).toEqual({ code: 'territory.name-missing' })
  },
  'refuses the code of another territory': async (desk) => {
    const other = await aTerritory(desk, { code: 'X' })
    expect(refusalOf(await desk.run(create, { code: ' X', name: 'x' }))).toEqual({ code: 'territory.code-taken', details: { id: other.id, name: other.name } })
  },
  'refuses a territory below one that is not there': async (desk) => {
    expect(refusalOf(await desk.run(create, { code: 'X', name: 'x', parentId: nextId() }))).toEqual({ code: 'territory.parent-not-found' })
  },

  'edits how a territory chooses and leaves the rest as it was': async (desk) => {
    const territory = await aTerritory(desk)
    const candidates = [{ partnerId: idNumber(1), weight: 3 }]
    const id = nextId()
    expect(valueOf(await desk.run(update, { id: territory.id, edits: [{ field: 'strategy', value: 'weighted', was: 'roundRobin' }, { field: 'candidates', value: candidates, was: [] }] }, { id }))).toEqual({ entry: id })
    expect(await desk.row(territories, territory.id)).toEqual({ ...territory, strategy: 'weighted', candidates, updatedAt: NOW, rev: 2 })
  },
  'moves a territory below another and back to the top': async (desk) => {
    const parent = await aTerritory(desk)
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'parentId', value: parent.id, was: null }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'parentId', value: null, was: parent.id }] }))).toBe('accepted')
    expect((await desk.row(territories, territory.id))?.parentId).toBeNull()
  },
  'refuses a territory below itself': async (desk) => {
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'parentId', value: territory.id }] }))).toEqual({ code: 'territory.own-ancestor' })
  },
  'refuses a territory below its own grandchild': async (desk) => {
    const top = await aTerritory(desk)
    const middle = await aTerritory(desk, { parentId: top.id })
    const bottom = await aTerritory(desk, { parentId: middle.id })
    expect(refusalOf(await desk.run(update, { id: top.id, edits: [{ field: 'parentId', value: bottom.id }] }))).toEqual({ code: 'territory.own-ancestor' })
    expect(await desk.row(territories, top.id)).toEqual(top)
  },
  'a territory is not laid below others that lie in a circle, and nobody walks round it for ever': async (desk) => {
    const [one, other, outside] = [buildTerritory(), buildTerritory(), buildTerritory()]
    await desk.put(territories, { ...one, parentId: other.id }, { ...other, parentId: one.id }, outside)
    expect(refusalOf(await desk.run(update, { id: outside.id, edits: [{ field: 'parentId', value: one.id }] }))).toEqual({ code: 'territory.own-ancestor' })
    valueOf(await desk.run(update, { id: one.id, edits: [{ field: 'parentId', value: null }] }))
    valueOf(await desk.run(update, { id: outside.id, edits: [{ field: 'parentId', value: other.id }] }))
  },
  'a move is not taken back while the territory it would go below lies below it': async (desk) => {
    const [one, other] = [await aTerritory(desk), await aTerritory(desk)]
    const below = (id: string, parentId: string | null) => desk.run(update, { id, edits: [{ field: 'parentId', value: parentId }] })
    valueOf(await below(one.id, other.id))
    const { entry } = valueOf(await below(one.id, null))
    const since = valueOf(await below(other.id, one.id))
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.own-ancestor', details: { table: 'territories', id: one.id } })
    expect((await desk.row(territories, one.id))?.parentId).toBeNull()
    valueOf(await desk.run(undo, { entry: since.entry }))
    valueOf(await desk.run(undo, { entry }))
    expect((await desk.row(territories, one.id))?.parentId).toBe(other.id)
  },
  'refuses to move a territory below one that is not there': async (desk) => {
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'parentId', value: nextId() }] }))).toEqual({ code: 'territory.parent-not-found' })
  },
  'refuses an edit of a name that has changed in the meantime': async (desk) => {
    const territory = await aTerritory(desk, { name: 'Now' })
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'name', value: 'Mine', was: 'Before' }] }))).toEqual({ code: 'territory.stale', details: { field: 'name', yours: 'Mine', theirs: 'Now' } })
  },
  'refuses to edit code or name away': async (desk) => {
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'code', value: ' ' }] }))).toEqual({ code: 'territory.code-missing' })
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'territory.name-missing' })
  },
  'refuses to edit the code into that of another': async (desk) => {
    const other = await aTerritory(desk, { code: 'X' })
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(update, { id: territory.id, edits: [{ field: 'code', value: 'X' }] }))).toEqual({ code: 'territory.code-taken', details: { id: other.id, name: other.name } })
  },
  'refuses to edit a territory that is not there': async (desk) => {
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toEqual({ code: 'territory.not-found' })
  },

  'removes a territory with its rules and nobody else’s': async (desk) => {
    const territory = await aTerritory(desk)
    const other = await aTerritory(desk)
    await aRule(desk, { territoryId: territory.id })
    const kept = await aRule(desk, { territoryId: other.id })
    const id = nextId()
    expect(valueOf(await desk.run(remove, { id: territory.id }, { id }))).toEqual({ entry: id })
    expect(await desk.rows(territories)).toEqual([other])
    expect(await desk.rows(territoryRules)).toEqual([kept])
  },
  'refuses to remove a territory that others lie below': async (desk) => {
    const territory = await aTerritory(desk)
    const child = await aTerritory(desk, { parentId: territory.id })
    expect(refusalOf(await desk.run(remove, { id: territory.id }))).toEqual({ code: 'territory.has-children', details: { children: [child.name] } })
  },
  'refuses to remove a territory that holds leads': async (desk) => {
    const territory = await aTerritory(desk)
    await desk.put(leads, buildLead({ territoryId: territory.id, stage: 'offered' }), buildLead({ territoryId: territory.id, stage: 'closedWon' }))
    expect(refusalOf(await desk.run(remove, { id: territory.id }))).toEqual({ code: 'territory.has-leads', details: { leads: 2 } })
  },
  'refuses to remove a territory that is not there': async (desk) => {
    expect(refusalOf(await desk.run(remove, { id: nextId() }))).toEqual({ code: 'territory.not-found' })
  },

  'adds a rule, enabled and of middling priority unless told otherwise': async (desk) => {
    const territory = await aTerritory(desk)
    const condition = { all: [{ field: 'country' as const, is: ['GT'] }, { none: [{ field: 'employees' as const, from: null, to: 4 }] }] }
    const id = idNumber(7)
    expect(valueOf(await desk.run(createRule, { code: ' GT ', name: 'Guatemala', territoryId: territory.id, condition }, { id }))).toEqual({ entry: id, id: idNumber(8) })
    expect(await desk.rows(territoryRules)).toEqual([buildRule({ id: idNumber(8), code: 'GT', name: 'Guatemala', territoryId: territory.id, condition, createdAt: NOW, updatedAt: NOW })])
  },
  'refuses a rule without a code': async (desk) => {
    const territory = await aTerritory(desk)
    expect(refusalOf(await desk.run(createRule, { code: '', name: 'x', territoryId: territory.id, condition: everyLead }))).toEqual({ code: 'rule.code-missing' })
  },
  'refuses the code of another rule': async (desk) => {
    const territory = await aTerritory(desk)
    const other = await aRule(desk, { territoryId: territory.id, code: 'R' })
    expect(refusalOf(await desk.run(createRule, { code: 'R', name: 'x', territoryId: territory.id, condition: everyLead }))).toEqual({ code: 'rule.code-taken', details: { id: other.id, name: other.name } })
  },
  'refuses a rule of a territory that is not there': async (desk) => {
    expect(refusalOf(await desk.run(createRule, { code: 'R', name: 'x', territoryId: nextId(), condition: everyLead }))).toEqual({ code: 'territory.not-found' })
  },
  'refuses priorities below 1 and above 9999': async (desk) => {
    const territory = await aTerritory(desk)
    for (const priority of [0, -1, 10_000]) {
      expect(refusalOf(await desk.run(createRule, { code: 'R', name: 'x', territoryId: territory.id, condition: everyLead, priority }))).toEqual({ code: 'rule.priority-range' })
    }
    expect(await desk.rows(territoryRules)).toEqual([])
  },
  'refuses a rule that ends before it begins, and takes one of a single day': async (desk) => {
    const territory = await aTerritory(desk)
    const rule = { code: 'R', name: 'x', territoryId: territory.id, condition: everyLead, effectiveFrom: '2026-12-02' }
    expect(refusalOf(await desk.run(createRule, { ...rule, effectiveTo: '2026-12-01' }))).toEqual({ code: 'rule.dates-reversed' })
    expect(refusalOf(await desk.run(createRule, { ...rule, effectiveTo: '2026-12-02' }))).toBe('accepted')
  },

  'edits a rule, its condition and switch included': async (desk) => {
    const territory = await aTerritory(desk)
    const rule = await aRule(desk, { territoryId: territory.id })
    const condition = { any: [{ field: 'postcode' as const, in: ['060', '0640000-0649999'] }] }
    const id = nextId()
    expect(valueOf(await desk.run(updateRule, { id: rule.id, edits: [{ field: 'enabled', value: false, was: true }, { field: 'condition', value: condition, was: { all: [] } }] }, { id }))).toEqual({ entry: id })
    expect(await desk.row(territoryRules, rule.id)).toEqual({ ...rule, enabled: false, condition, updatedAt: NOW, rev: 2 })
  },
  'refuses an edited rule for every reason a new one is refused': async (desk) => {
    const territory = await aTerritory(desk)
    const other = await aRule(desk, { territoryId: territory.id, code: 'TAKEN' })
    const rule = await aRule(desk, { territoryId: territory.id, effectiveFrom: '2026-12-02' })
    const edit = async (field: string, value: unknown, was?: unknown) => refusalOf(await desk.run(updateRule, { id: rule.id, edits: [{ field, value, ...(was === undefined ? {} : { was }) }] } as never))
    expect(await edit('code', ' ')).toEqual({ code: 'rule.code-missing' })
    expect(await edit('code', 'TAKEN')).toEqual({ code: 'rule.code-taken', details: { id: other.id, name: other.name } })
    expect(await edit('territoryId', nextId())).toEqual({ code: 'territory.not-found' })
    expect(await edit('priority', 10_000)).toEqual({ code: 'rule.priority-range' })
    expect(await edit('effectiveTo', '2026-12-01')).toEqual({ code: 'rule.dates-reversed' })
    expect(await edit('name', 'Mine', 'Before')).toEqual({ code: 'rule.stale', details: { field: 'name', yours: 'Mine', theirs: rule.name } })
    expect(await desk.row(territoryRules, rule.id)).toEqual(rule)
  },
  'refuses to edit a rule that is not there': async (desk) => {
    expect(refusalOf(await desk.run(updateRule, { id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toEqual({ code: 'rule.not-found' })
  },
  'removes a rule': async (desk) => {
    const territory = await aTerritory(desk)
    const rule = await aRule(desk, { territoryId: territory.id })
    expect(refusalOf(await desk.run(removeRule, { id: rule.id }))).toBe('accepted')
    expect(await desk.rows(territoryRules)).toEqual([])
  },
  'refuses to remove a rule that is not there': async (desk) => {
    expect(refusalOf(await desk.run(removeRule, { id: nextId() }))).toEqual({ code: 'rule.not-found' })
  },
}
