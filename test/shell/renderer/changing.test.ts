import { expect, test } from 'vitest'
import { refused } from '#shared/foundation/outcome.ts'
import { fakeBridge, fakeWorkbench } from './fake-bridge.ts'

const ENTRY = '01890000-0000-7000-8000-000000000001'

function undoingBridge() {
  let made = 0
  return fakeBridge({
    'leads.setStage': () => ({ entry: ENTRY }),
    'journal.undo': ({ entry }: { entry: string }) => ({ entry: `undo of ${entry} ${(made += 1)}`, undone: 1 }),
    'journal.undoBatch': () => ({ undone: 100_000 }),
  })
}

const shown = (workbench: Awaited<ReturnType<typeof fakeWorkbench>>): readonly string[] => workbench.toasts.shown.value.map(({ text }) => text)

test('a change is said with a way to undo it, and undoing says what was undone', async () => {
  const bridge = undoingBridge()
  const workbench = await fakeWorkbench(bridge)
  await workbench.changing.change('“Acme” moved', workbench.client.leads.setStage({ id: ENTRY, stage: 'qualified' }))
  expect(workbench.toasts.shown.value[0]?.action?.label).toBe('Undo')
  await workbench.changing.undo()
  expect(bridge.calls.at(-1)).toMatchObject({ name: 'journal.undo', input: { entry: ENTRY } })
  expect(shown(workbench)).toEqual(['Took back: “Acme” moved'])
})

test('redo takes the undoing back, and undo works again after it', async () => {
  const bridge = undoingBridge()
  const { changing, client } = await fakeWorkbench(bridge)
  await changing.change('moved', client.leads.setStage({ id: ENTRY, stage: 'qualified' }))
  await changing.undo()
  await changing.redo()
  await changing.undo()
  const undone = bridge.calls.filter(({ name }) => name === 'journal.undo').map(({ input }) => (input as { entry: string }).entry)
  expect(undone).toEqual([ENTRY, `undo of ${ENTRY} 1`, `undo of undo of ${ENTRY} 1 2`])
})

test('several commands told as one are undone last first', async () => {
  const bridge = undoingBridge()
  const { changing } = await fakeWorkbench(bridge)
  changing.did({ said: 'three', what: { entries: ['a', 'b', 'c'] } })
  await changing.undo()
  expect(bridge.calls.filter(({ name }) => name === 'journal.undo').map(({ input }) => (input as { entry: string }).entry)).toEqual(['c', 'b', 'a'])
})

test('a run is undone as a batch', async () => {
  const bridge = undoingBridge()
  const { changing, undoStack } = await fakeWorkbench(bridge)
  changing.did({ said: 'run', what: { batch: ENTRY } })
  await changing.undo()
  expect(bridge.calls.at(-1)).toMatchObject({ name: 'journal.undoBatch', input: { id: ENTRY } })
  expect(undoStack.nextRedo.value).toBeUndefined()
})

test('with nothing to undo it says so and asks nothing', async () => {
  const bridge = undoingBridge()
  const workbench = await fakeWorkbench(bridge)
  await workbench.changing.undo()
  expect(shown(workbench)).toEqual(['Nothing to undo'])
  expect(bridge.calls.some(({ name }) => name === 'journal.undo')).toBe(false)
})

test('a refusal is told in words, and not at all where the caller handles it', async () => {
  const bridge = fakeBridge({ 'leads.setStage': () => refused('lead.not-found', 'gone') })
  const workbench = await fakeWorkbench(bridge)
  const ask = () => workbench.client.leads.setStage({ id: ENTRY, stage: 'qualified' })
  await workbench.changing.change('moved', ask(), ['lead.not-found'])
  expect(shown(workbench)).toEqual([])
  await workbench.changing.change('moved', ask())
  expect(shown(workbench)).toEqual(['This lead is not here any more.'])
  expect(workbench.undoStack.next.value).toBeUndefined()
})

test('an undo that is refused says why', async () => {
  const workbench = await fakeWorkbench(fakeBridge({ 'journal.undo': () => refused('journal.changed-since', 'changed') }))
  workbench.changing.did({ said: 'moved', what: { entries: [ENTRY] } })
  await workbench.changing.undo()
  expect(shown(workbench).at(-1)).toBe('It was changed again in the meantime. Undo the later change first.')
})
