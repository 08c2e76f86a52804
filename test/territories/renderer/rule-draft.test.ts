import { nextTick } from 'vue'
import { expect, it } from 'vitest'
import { draftOf, emptyDraft, keptDraft, type Rule, ruleEdits, ruleProblem, unsavedRules, useRuleDraft } from '#renderer/territories/rule-draft.ts'

const rule = { id: 'r', code: 'R1', name: 'Kantō', territoryId: 't', priority: 100, condition: { all: [{ field: 'country', is: ['JP'] }] }, effectiveFrom: null, effectiveTo: null, enabled: true, rev: 1 } as unknown as Rule

function memory() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
}

it('edits nothing of a rule that was only looked at', () => {
  expect(ruleEdits(rule, draftOf(rule))).toEqual([])
})

it('sends each changed field with the value it began from', () => {
  expect(ruleEdits(rule, { ...draftOf(rule), priority: 7, name: ' Tōkyō ' })).toEqual([
    { field: 'name', value: 'Tōkyō', was: 'Kantō' },
    { field: 'priority', value: 7, was: 100 },
  ])
})

it('keeps what was typed until it is saved or discarded', async () => {
  const storage = memory()
  const first = useRuleDraft(storage, { modelId: null, id: 'r' }, rule)
  expect(first.resumed).toBe(false)
  first.draft.value = { ...first.draft.value, name: 'Half written' }
  await nextTick()

  const later = useRuleDraft(storage, { modelId: null, id: 'r' }, { ...rule, name: 'Changed by somebody else', rev: 2 })
  expect(later.resumed).toBe(true)
  expect(later.draft.value.name).toBe('Half written')
  expect(later.base?.rev).toBe(1)

  later.forget()
  expect(keptDraft(storage, { modelId: null, id: 'r' })).toBeUndefined()
})

it('does not keep a rule that was not changed', () => {
  const storage = memory()
  useRuleDraft(storage, { modelId: null, id: 'r' }, rule)
  expect(keptDraft(storage, { modelId: null, id: 'r' })).toBeUndefined()
})

it('says what a rule still lacks', () => {
  const good = draftOf(rule)
  expect(ruleProblem(emptyDraft)).toBe('name')
  expect(ruleProblem({ ...good, code: ' ' })).toBe('code')
  expect([null, 0, 10_000, 1.5].map((priority) => ruleProblem({ ...good, priority }))).toEqual(['priority', 'priority', 'priority', 'priority'])
  expect(ruleProblem({ ...good, effectiveFrom: '2027-02-01', effectiveTo: '2027-01-31' })).toBe('dates')
  expect(ruleProblem(good)).toBeUndefined()
})

it('unsaved rules are found in whichever territory, and of whichever map, they were left', () => {
  const kept = new Map([
    ['workbench-rule-draft:/new:t1', JSON.stringify({ base: null, draft: { ...emptyDraft, name: 'North' } })],
    ['workbench-rule-draft:m1/r7', JSON.stringify({ base: { id: 'r7', territoryId: 't2' }, draft: { ...emptyDraft, name: 'South' } })],
    ['other', 'text'],
  ])
  const storage = { length: kept.size, key: (at: number) => [...kept.keys()][at] ?? null, getItem: (key: string) => kept.get(key) ?? null }
  expect(unsavedRules(storage)).toEqual([
    { modelId: null, rule: 'new', territoryId: 't1', name: 'North' },
    { modelId: 'm1', rule: 'r7', territoryId: 't2', name: 'South' },
  ])
})
