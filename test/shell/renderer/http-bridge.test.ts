import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { takeToken, type BridgeEvent } from '#renderer/client/bridge.ts'
import { createEventParser } from '#renderer/client/event-stream.ts'
import { createHttpBridge } from '#renderer/client/http-bridge.ts'

const json = (value: unknown): Response => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
const noEvents = (): Promise<Response> => new Promise(() => undefined)

test('a call carries the token, the id and plain JSON, and gives back the outcome', async () => {
  const asked: { path: string; init: RequestInit | undefined }[] = []
  const bridge = createHttpBridge({
    token: 'secret',
    fetch: async (path, init) => {
      asked.push({ path: String(path), init })
      return json({ ok: true, value: { total: 3 } })
    },
  })
  expect(await bridge.call('leads.list', { search: '株式会社' }, { id: 'an-id' })).toEqual({ ok: true, value: { total: 3 } })
  expect(asked[0]?.path).toBe('/call')
  expect(asked[0]?.init?.headers).toMatchObject({ 'x-workbench-token': 'secret' })
  expect(JSON.parse(String(asked[0]?.init?.body))).toEqual({ name: 'leads.list', input: { search: '株式会社' }, id: 'an-id' })
})

test.each([
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['answers with something else than an outcome', async () => new Response('<html>', { status: 502 })],
])('a host that %s is the refusal host.unreachable', async (_, fetch) => {
  const outcome = await createHttpBridge({ token: '', fetch }).call('leads.list', {})
  expect(outcome).toMatchObject({ ok: false, error: { code: 'host.unreachable' } })
})

test('events are told as they come, and a broken stream is said and taken up again', async () => {
  let opened = 0
  const bridge = createHttpBridge({
    token: '',
    delay: () => 0,
    fetch: async (path) => {
      if (path !== '/events') return json({ ok: true, value: null })
      opened += 1
      return opened <= 2 ? new Response(`data: {"name":"leads.changed","data":{"ids":["${opened}"]}}\n\n`) : noEvents()
    },
  })
  const told: BridgeEvent[] = []
  const end = bridge.subscribe((event) => told.push(event))
  await vi.waitFor(() => expect(opened).toBe(3))
  end()
  expect(told.map(({ name }) => name)).toEqual(['leads.changed', 'host.lost', 'host.restarted', 'leads.changed', 'host.lost'])
})

test('server-sent events are read however the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text))), fc.array(fc.nat(40)), (events, cuts) => {
      const text = events.map((data) => `: comment\ndata: ${data}\n\n`).join('')
      const received: string[] = []
      const parse = createEventParser((data) => received.push(data))
      let at = 0
      for (const cut of cuts) {
        parse(text.slice(at, at + cut))
        at += cut
      }
      parse(text.slice(at))
      expect(received).toEqual(events)
    }),
  )
})

test('the start token is moved from the address into the tab, and found there again', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  const addresses: unknown[] = []
  const history = { replaceState: (_data: unknown, _title: string, address?: string | URL | null) => void addresses.push(address) }
  expect(takeToken({ hash: '#token=abc', pathname: '/' }, history, storage)).toBe('abc')
  expect(addresses).toEqual(['/'])
  expect(takeToken({ hash: '#/leads', pathname: '/' }, history, storage)).toBe('abc')
  expect(addresses).toHaveLength(1)
})
