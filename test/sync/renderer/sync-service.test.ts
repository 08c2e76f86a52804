import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refused } from '#shared/foundation/outcome.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'
import { syncStatus } from './sync-facts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const WORKSPACE = { counts: { leads: 1, partners: 1, territories: 1 }, sync: 'local', pending: 0, lastBackup: null, programVersion: '1' }
const settle = () => vi.advanceTimersByTimeAsync(1_000)
const drops = (bridge: ReturnType<typeof fakeBridge>) => bridge.calls.filter(({ name }) => name === 'sync.drop').map(({ input }) => (input as { id: string }).id)

describe('the state', () => {
  test('is what the host says, and is asked again when it says that it changed', async () => {
    let status = syncStatus()
    const bridge = fakeBridge({ 'sync.status': () => status })
    const { sync } = await fakeWorkbench(bridge)
    await settle()
    expect(sync.status.value?.state).toBe('synced')
    status = syncStatus({ state: 'offline', pending: 2 })
    bridge.send({ name: 'sync.changed', data: null })
    await settle()
    expect(sync.status.value).toMatchObject({ state: 'offline', pending: 2 })
  })

  test('falls back to the workspace’s own where the host knows no sync', async () => {
    const { sync } = await fakeWorkbench(fakeBridge({ 'workspace.status': () => WORKSPACE }))
    await settle()
    expect(sync.status.value).toMatchObject({ state: 'local', refused: 0, person: null })
    expect([sync.isOffered.value, sync.isConnected.value]).toEqual([false, false])
  })

  test('keeps the last answer when a later question fails, and breaks when nothing answers no more than that', async () => {
    let broken = false
    const bridge = fakeBridge({ 'sync.status': () => (broken ? refused('host.unreachable', 'gone') : syncStatus()) })
    const { sync } = await fakeWorkbench(bridge)
    await settle()
    broken = true
    bridge.send({ name: 'host.restarted', data: null })
    await settle()
    expect(sync.status.value?.state).toBe('synced')
    expect(sync.isOffered.value).toBe(true)
    expect((await fakeWorkbench(fakeBridge())).sync.status.value).toBeUndefined()
  })

  test('a first load moves on with the progress of its job', async () => {
    const bridge = fakeBridge({ 'sync.status': () => syncStatus({ loading: { phase: 'fetching', done: 0, total: 0 } }) })
    const { sync } = await fakeWorkbench(bridge)
    await settle()
    bridge.send({ name: 'job.progress', data: { job: 'j', operation: 'sync.connect', phase: 'fetching', done: 5, total: 20 } })
    expect(sync.status.value?.loading).toEqual({ phase: 'fetching', done: 5, total: 20 })
    bridge.send({ name: 'job.progress', data: { job: 'k', operation: 'imports.run', phase: 'writing', done: 9, total: 10 } })
    expect(sync.status.value?.loading).toEqual({ phase: 'fetching', done: 5, total: 20 })
  })
})

describe('syncing now', () => {
  test('says that everything agrees, and is not begun twice', async () => {
    let finish: (value: unknown) => void = () => undefined
    const bridge = fakeBridge({ 'sync.status': () => syncStatus(), 'sync.now': () => new Promise((resolve) => (finish = resolve)) })
    const { sync, toasts } = await fakeWorkbench(bridge)
    const first = sync.now()
    await sync.now()
    expect(bridge.calls.filter(({ name }) => name === 'sync.now')).toHaveLength(1)
    finish(syncStatus())
    await first
    expect(toasts.shown.value.map(({ text }) => text)).toEqual(['Everything is in sync with the central API'])
    expect(sync.syncing.value).toBe(false)
  })

  test('says why it did not come to an end', async () => {
    const offline = syncStatus({ state: 'offline', pending: 3 })
    const { sync, toasts } = await fakeWorkbench(fakeBridge({ 'sync.status': () => offline, 'sync.now': () => offline }))
    await sync.now()
    expect(toasts.shown.value[0]?.text).toMatch(/^Offline, 3 waiting\. The central API cannot be reached/)
  })
})

test('working offline and online again is said', async () => {
  const { sync, toasts } = await fakeWorkbench(fakeBridge({ 'sync.status': () => syncStatus(), 'sync.pause': () => syncStatus() }))
  await sync.pause(true)
  await sync.pause(false)
  expect(toasts.shown.value.map(({ text }) => text)).toEqual(['Working offline. Changes are kept here until you work online again.', 'Working online again'])
})

describe('dropping', () => {
  const answers = () => ({ 'sync.status': () => syncStatus({ state: 'refused', refused: 3 }), 'sync.drop': () => ({}) })

  test('hides at once, and is done when its notice goes', async () => {
    const bridge = fakeBridge(answers())
    const { sync, toasts } = await fakeWorkbench(bridge)
    await settle()
    sync.drop(['a', 'b'])
    expect(sync.refused.value).toBe(1)
    expect(toasts.shown.value[0]).toMatchObject({ text: '2 changes dropped', action: { label: 'Undo' } })
    await settle()
    expect(drops(bridge)).toEqual([])
    toasts.dismiss(toasts.shown.value[0]?.id ?? 0)
    await settle()
    expect(drops(bridge)).toEqual(['a', 'b'])
    expect(sync.dropping.value.size).toBe(0)
  })

  test('is taken back by Undo as if nothing had been', async () => {
    const bridge = fakeBridge(answers())
    const { sync, toasts } = await fakeWorkbench(bridge)
    await settle()
    sync.drop(['a'])
    const [notice] = toasts.shown.value
    notice?.action?.run()
    toasts.dismiss(notice?.id ?? 0)
    await settle()
    expect(drops(bridge)).toEqual([])
    expect(sync.refused.value).toBe(3)
  })

  test('that is refused shows the command again and says why', async () => {
    const { sync, toasts } = await fakeWorkbench(fakeBridge({ ...answers(), 'sync.drop': () => refused('job.running', 'running') }))
    sync.drop(['a'])
    toasts.dismiss(toasts.shown.value[0]?.id ?? 0)
    await settle()
    expect(sync.dropping.value.size).toBe(0)
    expect(toasts.shown.value.at(-1)?.text).toBe('This is running already.')
  })
})
