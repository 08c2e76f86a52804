import { createApp, effectScope } from 'vue'
import { expect, it } from 'vitest'
import { useEdits } from '#renderer/views/use-edits.ts'
import { workbenchKey } from '#renderer/shell/workbench.ts'
import { refused } from '#shared/foundation/outcome.ts'
import { fakeBridge, fakeWorkbench } from '#test/shell/renderer/fake-bridge.ts'

async function editing(answers: readonly unknown[]) {
  const left = [...answers]
  const bridge = fakeBridge({ 'partners.update': () => left.shift() })
  const workbench = await fakeWorkbench(bridge)
  const app = createApp({}).provide(workbenchKey, workbench)
  const edits = app.runWithContext(() =>
    effectScope().run(() => useEdits({ stale: 'partner.stale', said: (_, field) => `${field} changed`, send: (id, edit) => workbench.client.partners.update({ id, edits: [edit as never] }) })),
  )
  if (edits === undefined) throw new Error('no scope')
  return { edits, workbench, updates: () => bridge.calls.filter(({ name }) => name === 'partners.update').map(({ input }) => input) }
}

it('sends nothing when nothing was changed', async () => {
  const { edits, updates } = await editing([])
  await edits.edit('p', { field: 'products', value: ['A'], was: ['A'] })
  expect(updates()).toEqual([])
})

it('says what was changed and offers to undo it', async () => {
  const { edits, workbench } = await editing([{ entry: 'e-1' }])
  await edits.edit('p', { field: 'city', value: 'Osaka', was: null })
  expect(workbench.toasts.shown.value.map(({ text, action }) => [text, action?.label])).toEqual([['city changed', 'Undo']])
})

it('shows both values when the field was changed meanwhile, and keeping mine writes over what is there now', async () => {
  const { edits, updates } = await editing([refused('partner.stale', '', { field: 'city', yours: 'Osaka', theirs: 'Kobe' }), { entry: 'e-1' }])
  await edits.edit('p', { field: 'city', value: 'Osaka', was: 'Tokyo' })
  expect(edits.conflict.value).toMatchObject({ value: 'Osaka', theirs: 'Kobe' })
  await edits.resolve('yours')
  expect(updates().at(-1)).toEqual({ id: 'p', edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] })
  expect(edits.conflict.value).toBeUndefined()
})

it('leaves theirs when I choose so', async () => {
  const { edits, updates } = await editing([refused('partner.stale', '', { field: 'city', yours: 'Osaka', theirs: 'Kobe' })])
  await edits.edit('p', { field: 'city', value: 'Osaka', was: 'Tokyo' })
  await edits.resolve('theirs')
  expect(updates()).toHaveLength(1)
})
