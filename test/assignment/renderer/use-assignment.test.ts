import { createApp, effectScope, shallowRef } from 'vue'
import { expect, it, vi } from 'vitest'
import type { Scope } from '#renderer/assignment/assignment.presenter.ts'
import { useAssignment } from '#renderer/assignment/use-assignment.ts'
import { workbenchKey } from '#renderer/shell/workbench.ts'
import { refused } from '#shared/foundation/outcome.ts'
import { fakeBridge, fakeWorkbench } from '#test/shell/renderer/fake-bridge.ts'

const summary = (scope: Scope) => ({ ruleVersion: 'r-1', scope, considered: 5, assigned: 3, unroutable: 2, moved: 0, unchanged: 0, kept: 0, byTerritory: [], byPartner: [], moves: [{ from: null, to: 'p', leads: 3 }], ms: 1 })

async function page(answers: Record<string, (input: never) => unknown> = {}) {
  let state = 'done'
  const bridge = fakeBridge({
    'assignment.preview': ({ scope }: { scope: Scope }) => summary(scope),
    'assignment.run': ({ scope }: { scope: Scope }) => ({ summary: summary(scope), batchId: 'b' }),
    'journal.undoBatch': () => {
      state = 'undone'
      return { undone: 5 }
    },
    'journal.batches': () => [{ id: 'b', state }],
    ...answers,
  })
  const workbench = await fakeWorkbench(bridge)
  const scope = shallowRef<Scope>('unassigned')
  const preview = createApp({}).provide(workbenchKey, workbench).runWithContext(() => effectScope().run(() => useAssignment(scope)))
  if (preview === undefined) throw new Error('no scope')
  await vi.waitFor(() => expect(preview.summary.value ?? preview.refusal.value).toBeDefined())
  const written = () => bridge.calls.filter(({ name }) => name === 'assignment.run')
  return { preview, workbench, bridge, scope, written }
}

it('writes nothing before the person says so', async () => {
  const { preview, written } = await page()
  expect(preview.summary.value?.assigned).toBe(3)
  expect(written()).toEqual([])
})

it('works it out anew for another scope', async () => {
  const { preview, scope } = await page()
  scope.value = 'all'
  await vi.waitFor(() => expect(preview.summary.value?.scope).toBe('all'))
})

it('gives the leads and offers to undo the whole run', async () => {
  const { preview, workbench, bridge } = await page()
  await preview.give()
  expect(preview.made.value?.what).toEqual({ batch: 'b' })
  const [toast] = workbench.toasts.shown.value
  expect(toast?.text).toBe('3 leads given to 1 partner')
  toast?.action?.run()
  await vi.waitFor(() => expect(bridge.calls.map(({ name }) => name)).toContain('journal.undoBatch'))
})

it('shows a preview again when the run was undone anywhere', async () => {
  const { preview, bridge } = await page()
  await preview.give()
  await preview.undo()
  bridge.send({ name: 'batches.changed', data: { ids: ['b'] } })
  await vi.waitFor(() => expect(preview.made.value).toBeUndefined())
})

it('says when what it shows is no longer so, and not because of its own run', async () => {
  const { preview, bridge } = await page()
  bridge.send({ name: 'leads.changed', data: { ids: null } })
  expect(preview.outdated.value).toBe(true)
  await preview.give()
  bridge.send({ name: 'leads.changed', data: { ids: null } })
  expect(preview.outdated.value).toBe(false)
})

it('keeps the preview when the run was cancelled', async () => {
  const { preview, workbench } = await page({ 'assignment.run': () => refused('job.cancelled', '') })
  await preview.give()
  expect(preview.made.value).toBeUndefined()
  expect(preview.summary.value).toBeDefined()
  expect(workbench.toasts.shown.value.map(({ text }) => text)).toEqual(['Cancelled. Nothing was changed.'])
})
