import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refused } from '#shared/foundation/outcome.ts'
import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import { createInbox } from '#renderer/sync/use-inbox.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'
import { LEAD, refusedCommand, syncStatus } from './sync-facts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function openInbox(rows: RefusedCommand[], more: Parameters<typeof fakeBridge>[0] = {}) {
  const take = ({ id }: { id: string }) => {
    rows.splice(rows.findIndex((row) => row.id === id), 1)
    return { id }
  }
  const bridge = fakeBridge({
    'sync.status': () => syncStatus({ state: rows.length > 0 ? 'refused' : 'synced', refused: rows.length }),
    'sync.inbox': () => [...rows],
    'sync.retry': take,
    'sync.drop': take,
    'leads.list': () => ({ total: 1, version: 1, rows: [{ id: LEAD, company: 'Acme K.K.' }], groups: null }),
    ...more,
  })
  const workbench = await fakeWorkbench(bridge)
  const scope = effectScope()
  const inbox = scope.run(() => createInbox(workbench))
  if (inbox === undefined) throw new Error('no inbox')
  await vi.advanceTimersByTimeAsync(1_000)
  return { bridge, inbox, scope, workbench, retries: () => bridge.calls.filter(({ name }) => name === 'sync.retry').map(({ input }) => input) }
}

test('tells every command in words, with the names of leads that are here', async () => {
  const { inbox } = await openInbox([refusedCommand()])
  expect(inbox.described.value[0]).toMatchObject({ record: 'Acme K.K.', what: 'Edit a lead' })
})

test('arrows move, do not leave the list, and extend the selection with Shift', async () => {
  const rows = [refusedCommand(), refusedCommand(), refusedCommand()]
  const [first, second, third] = rows.map(({ id }) => id)
  const { inbox } = await openInbox(rows)
  expect(inbox.active.value?.id).toBe(first)
  inbox.move(-1)
  expect(inbox.active.value?.id).toBe(first)
  inbox.move(1, true)
  expect([...inbox.selected.value]).toEqual([first, second])
  inbox.move(Infinity)
  expect(inbox.active.value?.id).toBe(third)
  inbox.toggle(second ?? '')
  expect(inbox.targets.value.map(({ id }) => id)).toEqual([first])
  inbox.clear()
  expect(inbox.targets.value.map(({ id }) => id)).toEqual([third])
})

test('given again as it was, a command goes and the next takes its place', async () => {
  const rows = [refusedCommand(), refusedCommand(), refusedCommand()]
  const [, second, third] = rows
  const { inbox, retries, workbench } = await openInbox(rows)
  inbox.move(1)
  await inbox.retry(inbox.targets.value)
  expect(retries()).toEqual([{ id: second?.id }])
  expect(inbox.active.value?.id).toBe(third?.id)
  expect(workbench.toasts.shown.value.at(-1)?.text).toBe('1 change given again')
})

test('my value is given again over theirs', async () => {
  const command = refusedCommand()
  const { inbox, retries } = await openInbox([command])
  expect(await inbox.retryWith(command)).toBe(true)
  expect(retries()).toEqual([{ id: command.id, input: { id: LEAD, edits: [{ field: 'score', value: 80, was: 65 }] } }])
  expect(inbox.commands.value).toEqual([])
  expect(inbox.active.value).toBeUndefined()
})

test('several are given again in their order; the first that is refused ends it and stays', async () => {
  const rows = [refusedCommand(), refusedCommand(), refusedCommand()]
  let asked = 0
  const { inbox, retries, workbench } = await openInbox(rows, { 'sync.retry': ({ id }: { id: string }) => ((asked += 1) === 2 ? refused('job.running', 'running') : { id }) })
  inbox.selectAll()
  await inbox.retry(inbox.targets.value)
  expect(retries()).toHaveLength(2)
  expect(workbench.toasts.shown.value.map(({ text }) => text)).toEqual(['Still refused: This is running already.', '1 change given again'])
  expect(inbox.active.value?.id).toBe(rows[1]?.id)
  expect(inbox.busy.value).toBe(false)
})

test('several are dropped at once, are hidden at once, and come back by Undo', async () => {
  const rows = [refusedCommand(), refusedCommand(), refusedCommand()]
  const { inbox, workbench } = await openInbox(rows)
  inbox.selectAll()
  inbox.toggle(rows[2]?.id ?? '')
  inbox.drop(inbox.targets.value)
  expect(inbox.commands.value).toHaveLength(1)
  expect(inbox.active.value?.id).toBe(rows[2]?.id)
  expect(workbench.sync.status.value).toMatchObject({ state: 'refused', refused: 1 })
  inbox.drop(inbox.targets.value)
  expect(workbench.sync.status.value).toMatchObject({ state: 'synced', refused: 0 })
  workbench.toasts.shown.value[1]?.action?.run()
  workbench.toasts.shown.value[0]?.action?.run()
  expect(inbox.commands.value).toHaveLength(3)
})

test('what is no longer there is no longer selected', async () => {
  const rows = [refusedCommand(), refusedCommand()]
  const { bridge, inbox } = await openInbox(rows)
  inbox.selectAll()
  rows.shift()
  bridge.send({ name: 'sync.changed', data: { ids: null } })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(inbox.selected.value.size).toBe(1)
})

test('a host that does not answer is told, and nothing breaks', async () => {
  const { inbox } = await openInbox([], { 'sync.inbox': () => refused('host.unreachable', 'gone') })
  expect(inbox.refusal.value?.code).toBe('host.unreachable')
  expect([inbox.commands.value, inbox.active.value, inbox.targets.value]).toEqual([undefined, undefined, []])
  inbox.move(1)
  inbox.toggleActive()
})
