import { nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { UUID_V7 } from '#shared/foundation/ids.ts'
import { createLive } from '#renderer/client/live.ts'
import { rememberedAppearance } from '#renderer/shell/preferences.ts'
import { fakeBridge, fakeWorkbench } from './fake-bridge.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the client', () => {
  test('names operations by the way it is written and gives every call an id of its own', async () => {
    const bridge = fakeBridge()
    const { client } = await fakeWorkbench(bridge)
    await client.leads.summary({})
    await client.leads.summary({})
    const [one, two] = bridge.calls.filter(({ name }) => name === 'leads.summary')
    expect(one?.id).toMatch(UUID_V7)
    expect(one?.id).not.toBe(two?.id)
  })

  test('sends plain values, not Vue’s proxies', async () => {
    const { reactive } = await import('vue')
    const bridge = fakeBridge()
    const { client } = await fakeWorkbench(bridge)
    await client.leads.list(reactive({ search: 'a', filter: [{ field: 'stage' as const, operator: 'is' as const, values: ['new'] }] }))
    expect(() => structuredClone(bridge.calls.at(-1)?.input)).not.toThrow()
  })
})

describe('a job', () => {
  test('shows its progress by its own id, can be cancelled, and goes when it has ended', async () => {
    let finish: (outcome: Outcome<unknown>) => void = () => undefined
    const bridge = fakeBridge({ 'workspace.doctor': () => new Promise((resolve) => (finish = resolve)), 'host.cancel': () => null })
    const { client, jobs } = await fakeWorkbench(bridge)
    const ending = jobs.run('Examining', client.workspace.doctor, {})
    const id = jobs.running.value[0]?.id ?? ''
    expect(bridge.calls.at(-1)?.id).toBe(id)
    bridge.send({ name: 'job.progress', data: { job: 'another', phase: 'reading', done: 1, total: 2 } })
    expect(jobs.running.value[0]?.progress).toBeUndefined()
    bridge.send({ name: 'job.progress', data: { job: id, operation: 'workspace.doctor', phase: 'checking', done: 50, total: 100 } })
    expect(jobs.running.value[0]?.progress).toMatchObject({ phase: 'checking', done: 50, total: 100 })
    jobs.cancel(id)
    expect(jobs.running.value[0]?.cancelling).toBe(true)
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'host.cancel', input: { job: id } })
    finish(refused('job.cancelled', 'cancelled'))
    expect(await ending).toMatchObject({ ok: false, error: { code: 'job.cancelled' } })
    expect(jobs.running.value).toEqual([])
  })
})

describe('a live answer', () => {
  async function live(concerns?: (ids: ReadonlySet<string>) => boolean) {
    const bridge = fakeBridge()
    const { events } = await fakeWorkbench(bridge)
    let asked = 0
    const id = shallowRef('one')
    const answer = createLive({ events, subjects: ['leads'], of: () => id.value, ask: () => later(`${id.value} ${(asked += 1)}`), ...(concerns ? { concerns } : {}) })
    await vi.advanceTimersByTimeAsync(10)
    return { bridge, id, answer, asked: () => asked }
  }

  test('asks again, once, after a burst of changes, and keeps the old answer meanwhile', async () => {
    const { answer, asked, bridge } = await live()
    for (let n = 0; n < 50; n += 1) bridge.send({ name: 'leads.changed', data: { ids: null } })
    expect(answer.value.value).toBe('one 1')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked()).toBe(2)
    expect(answer.value.value).toBe('one 2')
  })

  test('does not ask when other rows changed', async () => {
    const { asked, bridge } = await live((ids) => ids.has('one'))
    bridge.send({ name: 'leads.changed', data: { ids: ['two'] } })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked()).toBe(1)
    bridge.send({ name: 'leads.changed', data: { ids: ['one'] } })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked()).toBe(2)
  })

  test('asks for everything again after the host restarted', async () => {
    const { asked, bridge } = await live(() => false)
    bridge.send({ name: 'host.restarted', data: null })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked()).toBe(2)
  })

  test('drops the old answer when the question is another', async () => {
    const { answer, id } = await live()
    id.value = 'two'
    await nextTick()
    expect(answer.value.value).toBeUndefined()
    await vi.advanceTimersByTimeAsync(10)
    expect(answer.value.value).toBe('two 2')
  })
})

describe('appearance', () => {
  test('is what was chosen last, else the nearest of the person’s languages and the system’s theme', () => {
    const storage = (kept: string | null) => ({ getItem: () => kept, setItem: () => undefined })
    expect(rememberedAppearance({ storage: storage('ja dark'), languages: ['es-GT'] })).toEqual({ locale: 'ja', theme: 'dark' })
    expect(rememberedAppearance({ storage: storage(null), languages: ['fr', 'es-GT', 'en'] })).toEqual({ locale: 'es', theme: 'system' })
    expect(rememberedAppearance({ storage: storage('xx purple'), languages: [] })).toEqual({ locale: 'en', theme: 'system' })
  })

  test('changes language everywhere at once and is kept in the settings', async () => {
    const bridge = fakeBridge({ 'settings.set': ({ name }: { name: string }) => ({ name }) })
    const { language, preferences } = await fakeWorkbench(bridge)
    preferences.chooseLocale('ja')
    await vi.waitFor(() => expect(language.words.value.leads.title).toBe('リード'))
    expect(language.formats.value.country('GT')).toBe('グアテマラ')
    expect(bridge.calls).toContainEqual(expect.objectContaining({ name: 'settings.set', input: { name: 'language', value: 'ja' } }))
  })

  test('follows what the workspace has kept', async () => {
    const { language, preferences } = await fakeWorkbench(fakeBridge({ 'settings.all': () => ({ language: 'es', theme: 'dark', start: 'demo' }) }))
    await preferences.load()
    expect([language.locale.value, preferences.theme.value, preferences.start.value]).toEqual(['es', 'dark', 'demo'])
  })
})

function later(value: string): Promise<Outcome<string>> {
  return new Promise((resolve) => setTimeout(() => resolve(succeeded(value)), 10))
}
