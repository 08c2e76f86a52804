import { expect, test } from 'vitest'
import { newRule, newTerritory } from '#shared/territories/new-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

test('a new territory lies at the top, takes turns, and demands nothing', () => {
  const id = nextId()
  expect(newTerritory(id, { code: 'T', name: 'T' })).toEqual({
    id, code: 'T', name: 'T', parentId: null, strategy: 'roundRobin', tieBreak: 'fewestOpenLeads', candidates: [], requirements: { certifications: [], minimumTier: null, language: false },
  })
})

test('a new rule is in force, in the middle of the order', () => {
  const id = nextId()
  expect(newRule(id, { code: 'R', name: 'R', territoryId: 't', condition: { all: [] } })).toEqual({ id, code: 'R', name: 'R', territoryId: 't', condition: { all: [] }, priority: 100, enabled: true })
})

test('what was given goes before what is usual', () => {
  expect(newTerritory(nextId(), { code: 'T', name: 'T', strategy: 'nearest', parentId: 'p' })).toMatchObject({ strategy: 'nearest', parentId: 'p' })
  expect(newRule(nextId(), { code: 'R', name: 'R', territoryId: 't', condition: { all: [] }, priority: 1, enabled: false })).toMatchObject({ priority: 1, enabled: false })
})
