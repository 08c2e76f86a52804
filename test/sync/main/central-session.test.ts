import { expect, test } from 'vitest'
import { CentralSession } from '#main/sync/central-session.ts'
import { helloAnswerSchema } from '#shared/sync/messages.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { openApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const HOUR = 3_600_000

/** A desk's session with a real central API, without a socket; what goes wrong between is the test's. */
async function open() {
  const api = await openApi(await stores.open('PGlite'))
  const desk = await api.desk(await api.newTenant())
  const kept: string[] = []
  const world = { time: 0, lose: false, full: false }
  const session = new CentralSession('http://127.0.0.1', {
    keeper: {
      read: async () => kept.at(-1) ?? null,
      ready: async () => undefined,
      write: async (token) => {
        if (world.full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        kept.push(token)
      },
      forget: async () => void kept.splice(0),
    },
    met: async () => undefined,
    clientId: async () => desk.clientId,
    surroundings: {
      fetch: async (address, init) => {
        const answer = await api.opened.app.inject({ method: 'POST', url: new URL(address).pathname, payload: String(init.body), headers: Object.fromEntries(new Headers(init.headers)) })
        if (world.lose && address.endsWith('/refresh')) throw new TypeError('fetch failed')
        return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': 'application/json' } })
      },
      after: () => () => undefined,
      monotonic: () => world.time,
      now: () => '', random: () => 0, newId: nextId, deviceName: '', programVersion: '',
    },
  })
  await session.accept(desk.session)
  const hello = () => session.call('/sync/v1/hello', { clientId: desk.clientId, programVersion: '' }, helloAnswerSchema, new AbortController().signal).then(() => 'in', (error: { code?: string }) => error.code ?? String(error))
  const later = (): void => {
    world.time += HOUR
    api.clock.now = new Date(api.clock.now.getTime() + HOUR)
  }
  return { world, kept, hello, later }
}

test('a desk whose answer to a refresh was lost, several times too, stays signed in', async () => {
  const { world, kept, hello, later } = await open()
  world.lose = true
  for (let turn = 0; turn < 3; turn += 1) {
    later()
    expect(await hello()).toBe('sync.offline')
  }
  expect(kept).toHaveLength(1)
  world.lose = false
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await hello()).toBe('in')
    later()
  }
  expect(kept).toHaveLength(4)
})

test('a desk that could not keep what it was given, because its disk was full, stays signed in', async () => {
  const { world, hello, later } = await open()
  later()
  world.full = true
  expect(await hello()).toBe('ENOSPC')
  world.full = false
  expect(await hello()).toBe('in')
})
