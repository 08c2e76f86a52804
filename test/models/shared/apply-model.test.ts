import { expect, test } from 'vitest'
import { applyModel, mapOf, type ModelEdit } from '#shared/models/apply-model.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

function anEdit(given: Pick<ModelEdit, 'subject' | 'subjectId' | 'kind'> & Partial<ModelEdit>): ModelEdit {
  return { id: nextId(), modelId: nextId(), name: 'x', fields: {}, base: {}, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given }
}

const kanto = buildTerritory({ code: 'KANTO' })
const tokyo = buildRule({ code: 'TOKYO', territoryId: kanto.id })
const live = { territories: [kanto], rules: [tokyo] }

test('a draft without edits is the live map', () => {
  expect(mapOf(applyModel(live, []))).toEqual(live)
  expect(applyModel(live, []).territories[0]).toEqual({ row: kanto, mark: { kind: 'same', fields: [], stale: [] }, live: null })
})

test('what is changed, added and removed is marked, beside what is live', () => {
  const added = anEdit({ subject: 'territory', subjectId: nextId(), kind: 'add', fields: { code: 'CHUBU', name: '中部' } })
  const drafted = applyModel(live, [
    anEdit({ subject: 'territory', subjectId: kanto.id, kind: 'change', fields: { strategy: 'nearest' }, base: { strategy: 'roundRobin' } }),
    anEdit({ subject: 'rule', subjectId: tokyo.id, kind: 'remove' }),
    added,
  ])
  expect(drafted.territories.map(({ row, mark, live: was }) => [row.code, row.strategy, mark.kind, was?.strategy])).toEqual([['KANTO', 'nearest', 'changed', 'roundRobin'], ['CHUBU', 'roundRobin', 'added', undefined]])
  expect(drafted.rules.map(({ mark }) => mark.kind)).toEqual(['removed'])
  expect(mapOf(drafted).rules).toEqual([])
})

test('an edit is stale in the columns that have changed live since, unless they are what it wants', () => {
  const edit = anEdit({ subject: 'rule', subjectId: tokyo.id, kind: 'change', fields: { name: 'East', priority: 5 }, base: { name: 'Tokyo', priority: 7 } })
  expect(applyModel(live, [edit]).rules[0]?.mark).toEqual({ kind: 'changed', fields: ['name', 'priority'], stale: ['name', 'priority'] })
  expect(applyModel({ ...live, rules: [{ ...tokyo, name: 'Tokyo', priority: 5 }] }, [edit]).rules[0]?.mark).toEqual({ kind: 'changed', fields: ['name'], stale: [] })
  expect(applyModel({ ...live, rules: [{ ...tokyo, name: 'East', priority: 5 }] }, [edit]).rules[0]?.mark.kind).toBe('same')
})

test('edits of what is gone are told, removals of it are done already', () => {
  const change = anEdit({ subject: 'rule', subjectId: nextId(), kind: 'change', fields: { name: 'East' } })
  expect(applyModel(live, [change, anEdit({ subject: 'rule', subjectId: nextId(), kind: 'remove' })]).gone).toEqual([change])
})
