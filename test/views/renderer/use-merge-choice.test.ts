import { shallowRef } from 'vue'
import { expect, test } from 'vitest'
import { mergeRows, useMergeChoice, type MergePair } from '#renderer/views/use-merge-choice.ts'

interface Company {
  readonly name: string
  readonly city: string
  readonly site: string
}
const [kyoto, osaka]: [Company, Company] = [{ name: 'Aoba', city: 'Kyoto', site: '' }, { name: 'Aoba', city: 'Osaka', site: 'aoba.example' }]

test('what was chosen is of one pair and one order of it', async () => {
  const pair = shallowRef<MergePair<Company> | undefined>({ survivor: kyoto, other: osaka })
  const { shown, fromOther, swap } = useMergeChoice<Company, keyof Company>(() => pair.value)
  fromOther.value = new Set(['city'])
  swap()
  expect([shown.value, fromOther.value.size]).toEqual([{ survivor: osaka, other: kyoto }, 0])
  fromOther.value = new Set(['city'])
  pair.value = { survivor: osaka, other: kyoto }
  await Promise.resolve()
  expect([shown.value, fromOther.value.size]).toEqual([{ survivor: osaka, other: kyoto }, 0])
  pair.value = undefined
  expect(shown.value).toBeUndefined()
})

test('fields that differ stand first, and only two values are a choice', () => {
  const rows = mergeRows({ survivor: kyoto, other: osaka }, { ...kyoto, site: osaka.site }, ['name', 'city', 'site'] as const, (company, field) => company[field])
  expect(rows).toEqual([
    { field: 'city', stays: 'Kyoto', goes: 'Osaka', made: 'Kyoto', differs: true, isChoice: true },
    { field: 'site', stays: '', goes: 'aoba.example', made: 'aoba.example', differs: true, isChoice: false },
    { field: 'name', stays: 'Aoba', goes: 'Aoba', made: 'Aoba', differs: false, isChoice: false },
  ])
  const empty = { name: '', city: '', site: '' }
  expect(mergeRows({ survivor: empty, other: empty }, empty, ['name'] as const, (company, field) => company[field])).toEqual([])
})
