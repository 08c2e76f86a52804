import { nextTick } from 'vue'
import { expect, test } from 'vitest'
import { keptDraft, useFormDraft, type DraftStorage } from '#renderer/shell/draft.ts'

function memory(): DraftStorage & { readonly keys: () => readonly string[] } {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key), keys: () => [...kept.keys()] }
}

const usual = () => ({ company: '', source: '' })

test('what is typed is taken up again after the window was closed or reloaded', async () => {
  const storage = memory()
  const before = useFormDraft(() => 'lead', usual, storage)
  before.begin()
  before.form.value.company = 'Acme'
  await nextTick()
  const after = useFormDraft(() => 'lead', usual, storage)
  after.begin()
  expect(after.form.value).toEqual({ company: 'Acme', source: '' })
  expect(after.resumed.value).toBe(true)
})

test('nothing is left of a form that was saved or discarded, or never filled', () => {
  const storage = memory()
  const { begin, forget, form, resumed } = useFormDraft(() => 'lead', usual, storage)
  begin()
  expect(storage.keys()).toEqual([])
  form.value.company = 'Acme'
  expect(keptDraft('lead', storage)).toEqual({ company: 'Acme', source: '' })
  forget()
  expect(storage.keys()).toEqual([])
  begin()
  expect(form.value).toEqual(usual())
  expect(resumed.value).toBe(false)
})

test('each record has a draft of its own', () => {
  const storage = memory()
  let id = 'a'
  const { begin, form } = useFormDraft(() => id, usual, storage)
  begin()
  form.value.company = 'For a'
  id = 'b'
  begin()
  expect(form.value.company).toBe('')
  id = 'a'
  begin()
  expect(form.value.company).toBe('For a')
})
