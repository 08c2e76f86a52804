import { describe, expect, it } from 'vitest'
import { changedSubjects, lockOf, markBadge, switcherEntries, treeMark, type Model, type ModelTree } from '#renderer/territories/models/model.presenter.ts'
import type { SubjectMark } from '#shared/models/model-problem.ts'
import { words } from '#shared/locales/en/index.ts'

const model = (id: string, state: Model['state'], name = id) => ({ id, state, name, effectiveFrom: '2027-01-01' }) as unknown as Model
const same: SubjectMark = { kind: 'same', fields: [], stale: [] }
const changed: SubjectMark = { kind: 'changed', fields: ['name'], stale: [] }
const formats = { date: (date: string) => date }

describe('the menu of models', () => {
  it('has today first, named after the active one, then what is drafted, then what is past', () => {
    const entries = switcherEntries([model('a', 'active', 'FY26'), model('d', 'draft'), model('s', 'scheduled'), model('o', 'archived', '')], 'd', true, words)
    expect(entries.map((entry) => ('label' in entry ? entry.label : '-'))).toEqual(['Today · FY26', '-', 'Drafts', 'd', 's', '-', 'Archived', 'Before the first model', '-', 'New draft…'])
    expect(entries.filter((entry) => entry.kind === 'check' && entry.checked)).toEqual([{ kind: 'check', id: 'd', label: 'd', checked: true }])
  })

  it('is short where there are none, and offers no draft to whoever may not begin one', () => {
    expect(switcherEntries([], null, false, words)).toEqual([{ kind: 'check', id: 'today', label: 'Today', checked: true }, { kind: 'separator' }, { kind: 'item', id: 'draft', label: 'New draft…', disabled: true }])
  })
})

it('says why a model that is no draft cannot be edited', () => {
  expect(lockOf(model('d', 'draft'), words, formats)).toBeUndefined()
  expect(lockOf(model('s', 'scheduled'), words, formats)).toContain('2027-01-01')
  expect(lockOf(model('o', 'archived'), words, formats)).toContain('Archived')
})

describe('what a draft changes', () => {
  it('is marked in one word, what went stale before what was edited', () => {
    expect(markBadge(changed, words)).toEqual({ label: 'Changed', tone: 'info' })
    expect(markBadge({ ...changed, stale: ['name'] }, words)).toEqual({ label: 'Changed meanwhile', tone: 'warning' })
  })

  it('is listed with both values of each changed column, territories first', () => {
    const tree = {
      territories: [{ row: { id: 't', name: 'New name' }, live: { id: 't', name: 'Old name' }, mark: changed }, { row: { id: 'u', name: 'U' }, live: null, mark: same }],
      rules: [{ row: { id: 'r', name: 'R', territoryId: 't' }, live: null, mark: { ...same, kind: 'added' } }],
    } as unknown as ModelTree
    expect(changedSubjects(tree)).toEqual([
      { id: 't', kind: 'territory', name: 'New name', territoryId: 't', mark: changed, lines: [{ field: 'name', was: 'Old name', value: 'New name' }] },
      { id: 'r', kind: 'rule', name: 'R', territoryId: 't', mark: { ...same, kind: 'added' }, lines: [] },
    ])
  })

  it('shows in the tree at the territory, also when only its rules change', () => {
    const marks = new Map([['t', changed], ['r', { ...changed, stale: ['name'] }]])
    expect(treeMark('t', [], marks, words)?.sign).toBe('•')
    expect(treeMark('u', [{ id: 'r' }], marks, words)?.sign).toBe('!')
    expect(treeMark('u', [{ id: 'other' }], marks, words)).toBeUndefined()
  })
})
