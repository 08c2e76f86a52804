import { beforeEach, describe, expect, test } from 'vitest'
import { succeeded } from '#shared/foundation/outcome.ts'
import { startDataHost } from '#main/electron/data-host.ts'
import { createSecrets } from '#main/electron/secrets.ts'
import type { DataHost, HostEvent } from '#main/operations/data-host.ts'
import { createStandIn, StandInProcess, StandInSafeStorage } from '../electron-stand-in.ts'

const WINDOW = { kind: 'window' } as const
let now: number
let host: DataHost
let events: HostEvent[]
let log: string[]
let timers: (() => void)[]
let forked: string[]
let stopListening: () => void

const current = () => {
  const last = StandInProcess.made.at(-1)
  if (last === undefined) throw new Error('no process')
  return last
}

beforeEach(() => {
  const made = createStandIn('/nowhere')
  const { parts } = made
  forked = made.standIn.forked
  now = 0
  log = []
  events = []
  timers = []
  host = startDataHost({
    fork: (...call) => parts.utilityProcess.fork(...call),
    modulePath: '/out/main/data-host.js',
    workspace: '/data/space',
    secrets: createSecrets(new StandInSafeStorage(), 'linux'),
    now: () => now,
    after: (_milliseconds, run) => timers.push(run),
    log: (line) => log.push(line),
  })
  stopListening = host.onEvent((event) => events.push(event))
})

describe('startDataHost', () => {
  test('starts the built process and tells it first which workspace to open', () => {
    expect(forked).toEqual(['/out/main/data-host.js'])
    expect(current().messages).toEqual([{ kind: 'open', workspace: '/data/space' }])
  })

  test('gives each answer to the call it belongs to, in whatever order they come', async () => {
    const first = host.call('leads.list', { page: 1 }, WINDOW)
    const second = host.call('leads.assign', {}, WINDOW, 'command-id')
    expect(current().messages.slice(1)).toEqual([
      { kind: 'call', id: 1, name: 'leads.list', input: { page: 1 }, caller: WINDOW, command: undefined },
      { kind: 'call', id: 2, name: 'leads.assign', input: {}, caller: WINDOW, command: 'command-id' },
    ])
    current().say({ kind: 'answer', id: 2, outcome: succeeded('two') })
    current().say({ kind: 'answer', id: 1, outcome: succeeded('one') })
    expect(await Promise.all([first, second])).toEqual([succeeded('one'), succeeded('two')])
  })

  test('leaves an answer alone that nobody waits for', () => {
    expect(() => current().say({ kind: 'answer', id: 99, outcome: succeeded(1) })).not.toThrow()
  })

  test('passes events on until nobody listens', () => {
    const event = { name: 'leads.changed', data: { ids: ['a'] } }
    current().say({ kind: 'event', event })
    stopListening()
    current().say({ kind: 'event', event })
    expect(events).toEqual([event])
  })

  test('grants a file before any call that follows', () => {
    host.grantFile({ token: 't', path: '/home/ana/leads.csv', access: 'read' })
    void host.call('imports.read', { token: 't' }, WINDOW)
    expect(current().messages.map(({ kind }) => kind)).toEqual(['open', 'grant', 'call'])
  })
})

describe('a process that dies', () => {
  test('leaves no call without an answer, is started again and says so', async () => {
    const died = current()
    const waiting = host.call('leads.list', {}, WINDOW)
    died.die(134)
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'host.restarted' } })
    expect(current()).not.toBe(died)
    expect(current().messages).toEqual([{ kind: 'open', workspace: '/data/space' }])
    expect(events).toEqual([{ name: 'host.restarted', data: null }])
    expect(log).toEqual(['the data host ended with code 134'])
    const next = host.call('leads.list', {}, WINDOW)
    current().say({ kind: 'answer', id: 2, outcome: succeeded('again') })
    expect(await next).toEqual(succeeded('again'))
  })

  test('stays down after three crashes in a minute, and is tried again by the first call after it', async () => {
    for (let crash = 0; crash < 3; crash += 1) {
      now += 1000
      current().die(1)
    }
    expect(StandInProcess.made).toHaveLength(3)
    expect(await host.call('leads.list', {}, WINDOW)).toMatchObject({ ok: false, error: { code: 'host.stopped' } })
    now += 60_000
    const tried = host.call('leads.list', {}, WINDOW)
    expect(StandInProcess.made).toHaveLength(4)
    current().say({ kind: 'answer', id: 1, outcome: succeeded('back') })
    expect(await tried).toEqual(succeeded('back'))
  })

  test('that crashes now and then is started again each time', () => {
    for (let crash = 0; crash < 10; crash += 1) {
      now += 31_000
      current().die(1)
    }
    expect(StandInProcess.made).toHaveLength(11)
  })
})

describe('closing', () => {
  test('asks the process to finish, waits until it has ended, and starts no other', async () => {
    const waiting = host.call('leads.list', {}, WINDOW)
    const closing = host.close()
    expect(host.close()).toBe(closing)
    expect(current().messages.at(-1)).toEqual({ kind: 'close' })
    expect(await host.call('leads.list', {}, WINDOW)).toMatchObject({ ok: false, error: { code: 'host.closed' } })
    current().say({ kind: 'closed' })
    expect(current().killed).toBe(true)
    current().die(0)
    await closing
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'host.closed' } })
    expect(StandInProcess.made).toHaveLength(1)
    expect(events).toEqual([])
  })

  test('ends a process that does not finish in time', async () => {
    const closing = host.close()
    for (const run of timers) run()
    expect(current().killed).toBe(true)
    current().die(0)
    await closing
  })
})
