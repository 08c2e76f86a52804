import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ask, CentralProblem, type Question } from '#main/sync/central-client.ts'
import { networkFault } from '#main/sync/network-fault.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { locales } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { describeSync } from '#renderer/shell/sync.presenter.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { syncStatus } from '../renderer/sync-facts.ts'
import { ChaosLine, dripping, leadingTo, rawAnswer, saying, silent, type Behaviour, type End, type Framing } from '../chaos-line.ts'
import { FakeHttp } from '../fake-http.ts'
import { LoopDesk } from '../loop-desk.ts'
import { digestOf, serveFake } from '../served-central.ts'

const answerSchema = z.strictObject({ rows: z.array(z.string()) })
const TEXT = JSON.stringify({ rows: ['Kitayama Foods', '北山食品', 'Minami 株式会社'] })
const JSON_HEADERS = { 'content-type': 'application/json', 'unencoded-digest': digestOf(TEXT) }

const after = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

function askAt(address: string, more: Partial<Question<typeof answerSchema>> = {}) {
  return ask({ fetch, after }, { address, path: '/x', body: {}, answer: answerSchema, signal: new AbortController().signal, ...more })
}

async function problemAt(address: string, more: Partial<Question<typeof answerSchema>> = {}): Promise<string> {
  const error: unknown = await askAt(address, more).then((answer) => JSON.stringify(answer), (thrown: unknown) => thrown)
  return error instanceof CentralProblem ? error.code : String(error)
}

describe('an answer that is cut off', () => {
  test.each<[string, Framing, boolean]>([
    ['of a known length', 'length', false],
    ['in chunks', 'chunked', false],
    ['that ends with the connection', 'until the end', false],
    ['packed, that ends with the connection', 'until the end', true],
  ])('%s is never believed, at whatever byte', async (_, framing, isPacked) => {
    const body = isPacked ? gzipSync(TEXT) : TEXT
    const whole = rawAnswer('200 OK', { ...JSON_HEADERS, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) }, body, framing)
    const line = await ChaosLine.open(saying(whole))
    expect(await askAt(line.address)).toEqual(JSON.parse(TEXT))
    for (const end of ['closed', 'reset'] satisfies End[]) {
      for (let bytes = 0; bytes < whole.length; bytes += 1) {
        line.behaviour = saying(whole.subarray(0, bytes), end)
        const problem = await problemAt(line.address)
        // Of a packed answer the last eight bytes are gzip's own checksum: without them it is whole all the same, and ours says so.
        const isWhole = isPacked && bytes >= whole.length - 8 && problem === TEXT
        if (!isWhole) expect(problem, `${end} after ${bytes} of ${whole.length}`).toMatch(/^sync\.(cut-off|damaged|garbled|captive|offline)$/)
      }
    }
  }, 60_000)

  test('is not believed either where a proxy has mended its length', async () => {
    const line = await ChaosLine.open(silent)
    for (const [cut, code] of [[TEXT.slice(0, -20), 'sync.damaged'], [TEXT.replace('Kitayama', 'Kita'), 'sync.damaged'], [TEXT.replace('K', 'k'), 'sync.damaged']] as const) {
      line.behaviour = saying(rawAnswer('200 OK', JSON_HEADERS, cut))
      expect(await problemAt(line.address)).toBe(code)
    }
  })

  test('or packed without end, is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(80_000_000, 32), { level: 9 })
    const line = await ChaosLine.open(saying(rawAnswer('200 OK', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, bomb)))
    expect(await problemAt(line.address)).toBe('sync.garbled')
  })

  test('changes neither cursor nor rows, and what was sent is done once', async () => {
    const http = new FakeHttp()
    const port = await serveFake(http)
    const line = await ChaosLine.open(leadingTo(port))
    const one = await new LoopDesk({ fetch: (address, init) => fetch(address.replace('https://central.test', line.address), init) }).connect()
    let given = 0
    for (let most = 0; most < 1_500; most += 61) {
      given += 1
      const { entry } = valueOf(one.desk.give(leadsContract.operations.create, { company: `Company ${given}`, country: 'JP' }))
      const before = [one.desk.rows(), one.desk.store.standing()?.cursor]
      line.behaviour = leadingTo(port, { most, end: most % 2 === 0 ? 'closed' : 'reset' })
      line.hangUp()
      await one.loop.now()
      if (one.status().state === 'offline') expect([one.desk.rows(), one.desk.store.standing()?.cursor]).toEqual(before)
      line.behaviour = leadingTo(port)
      line.hangUp()
      await one.loop.now()
      expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
      expect(http.central.runs.get(entry)).toBe(1)
      expect(one.desk.rows()).toEqual(await http.central.rows())
    }
    expect(one.logged).toEqual([])
  }, 60_000)

  test('with a flipped bit is not applied', async () => {
    const http = new FakeHttp()
    const port = await serveFake(http)
    const line = await ChaosLine.open(leadingTo(port))
    const one = await new LoopDesk({ fetch: (address, init) => fetch(address.replace('https://central.test', line.address), init) }).connect()
    const other = await new LoopDesk(http).connect()
    valueOf(other.desk.give(leadsContract.operations.create, { company: 'Kitayama', country: 'JP' }))
    await other.loop.now()
    const flipped = (chunk: Buffer): Buffer => Buffer.from(chunk.toString('latin1').replaceAll('Kitayama', 'Kitaxama'), 'latin1')
    line.behaviour = leadingTo(port, { change: flipped })
    line.hangUp()
    http.accessTokens.add('access-1')
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'offline', problem: 'sync.damaged' })
    expect(one.desk.rows().get('leads')).toEqual([])
  })
})

const html = rawAnswer('200 OK', { 'content-type': 'text/html' }, '<html><form action="/login">Welcome to the café</form></html>')

describe('a network that lets nothing through', () => {
  test.each<[string, Behaviour, string]>([
    ['a portal’s page', saying(html), 'sync.captive'],
    ['a portal that sends elsewhere', saying(rawAnswer('302 Found', { location: 'http://portal.test/' }, '')), 'sync.captive'],
    ['a proxy that wants a name and a password', saying(rawAnswer('407 Proxy Authentication Required', { 'content-type': 'text/html', 'proxy-authenticate': 'Basic realm="x"' }, '<html>')), 'sync.proxy'],
    ['a proxy that says so in JSON', saying(rawAnswer('407 Proxy Authentication Required', { 'content-type': 'application/json' }, '{}')), 'sync.proxy'],
    ['a gateway that waited in vain', saying(rawAnswer('504 Gateway Timeout', { 'content-type': 'text/html' }, '<html>')), 'sync.timed-out'],
    ['a connection closed before an answer', saying(''), 'sync.cut-off'],
    ['a connection that is reset', saying('', 'reset'), 'sync.cut-off'],
    ['something that speaks no HTTP', saying('220 mail.example.com ESMTP\r\n'), 'sync.cut-off'],
  ])('%s has a name', async (_, behaviour, code) => {
    const line = await ChaosLine.open(behaviour)
    expect(await problemAt(line.address)).toBe(code)
  })

  test('silence ends', async () => {
    const line = await ChaosLine.open(silent)
    expect(await problemAt(line.address, { patience: 50 })).toBe('sync.timed-out')
  })

  test('a slow answer is waited for as long as it comes', async () => {
    const long = TEXT.padEnd(600)
    const line = await ChaosLine.open(dripping(rawAnswer('200 OK', { ...JSON_HEADERS, 'unencoded-digest': digestOf(long) }, long), 8, 60))
    expect(await askAt(line.address, { patience: 2_500 })).toEqual(JSON.parse(TEXT))
  })

  test('one that trickles for ever is not', async () => {
    const timers: { readonly milliseconds: number; readonly run: () => void }[] = []
    const endless: Behaviour = dripping(rawAnswer('200 OK', { 'content-type': 'application/json' }, Buffer.alloc(100_000, 32)), 1, 5)
    const line = await ChaosLine.open(endless)
    const asked = ask({ fetch, after: (milliseconds, run) => (timers.push({ milliseconds, run }), () => undefined) }, { address: line.address, path: '/x', body: {}, answer: answerSchema, signal: new AbortController().signal })
    await expect.poll(() => timers.length).toBeGreaterThan(5)
    timers.find(({ milliseconds }) => milliseconds === 900_000)?.run()
    await expect(asked).rejects.toMatchObject({ code: 'sync.timed-out' })
  })

  test('nobody there, a name nobody knows, a server that speaks no TLS', async () => {
    const gone = await ChaosLine.open(silent)
    const { address } = gone
    gone.close()
    expect(await problemAt(address)).toBe('sync.no-answer')
    expect(await problemAt('http://central.invalid')).toBe('sync.unknown-host')
    const plain = await ChaosLine.open(saying(html))
    expect(await problemAt(plain.address.replace('http:', 'https:'))).toBe('sync.untrusted')
  })

  test.each<[string, string]>([
    ['net::ERR_INTERNET_DISCONNECTED', 'sync.offline'],
    ['net::ERR_NAME_NOT_RESOLVED', 'sync.unknown-host'],
    ['net::ERR_CONNECTION_REFUSED', 'sync.no-answer'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'sync.timed-out'],
    ['net::ERR_CONNECTION_RESET', 'sync.cut-off'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'sync.cut-off'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'sync.untrusted'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'sync.untrusted'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'sync.untrusted'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'sync.proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'sync.proxy'],
    ['net::ERR_PAC_SCRIPT_FAILED', 'sync.proxy'],
    ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'sync.proxy'],
    ['Redirect was cancelled', 'sync.captive'],
    ['something never heard of', 'sync.offline'],
  ])('Chromium’s %s is %s', (message, code) => {
    expect(networkFault(new Error(message))).toBe(code)
  })

  test.each<[string, string]>([
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'sync.untrusted'], ['SELF_SIGNED_CERT_IN_CHAIN', 'sync.untrusted'], ['CERT_HAS_EXPIRED', 'sync.untrusted'], ['ERR_TLS_CERT_ALTNAME_INVALID', 'sync.untrusted'],
    ['EAI_AGAIN', 'sync.unknown-host'], ['UND_ERR_CONNECT_TIMEOUT', 'sync.timed-out'], ['UND_ERR_HEADERS_TIMEOUT', 'sync.timed-out'], ['ENETUNREACH', 'sync.offline'], ['EHOSTUNREACH', 'sync.offline'],
  ])('Node’s %s is %s, however deep it lies', (code, expected) => {
    expect(networkFault(new TypeError('fetch failed', { cause: new AggregateError([Object.assign(new Error('x'), { code })]) }))).toBe(expected)
  })
})

test('few connections serve many questions', async () => {
  const port = await serveFake(new FakeHttp())
  const line = await ChaosLine.open(leadingTo(port))
  for (let at = 0; at < 20; at += 1) await ask({ fetch, after }, { address: line.address, path: '/auth/v1/sign-out', body: { at }, answer: z.object({}), signal: new AbortController().signal })
  expect(line.connections).toBeLessThanOrEqual(2)
})

test('a large question is packed, a small one is not', async () => {
  const sent: RequestInit[] = []
  const keep = async (_: string, init: RequestInit): Promise<Response> => (sent.push(init), Response.json({ rows: [] }))
  for (const body of [{}, { rows: Array.from({ length: 500 }, () => 'Kitayama Foods') }]) await ask({ fetch: keep, after }, { address: 'http://x', path: '/x', body, answer: answerSchema, signal: new AbortController().signal })
  expect(sent.map(({ headers }) => new Headers(headers).get('content-encoding'))).toEqual([null, 'gzip'])
  expect(sent.map(({ body }) => (body as string | Uint8Array).length)).toEqual([2, expect.closeTo(150, -2)])
})

test.each(locales)('each name of a bad line has words of its own in %s, beside the state', async (locale) => {
  const words = await loadWords(locale)
  const codes = ['sync.offline', 'sync.unknown-host', 'sync.no-answer', 'sync.timed-out', 'sync.cut-off', 'sync.proxy', 'sync.untrusted', 'sync.captive', 'sync.damaged', 'sync.garbled', 'sync.version', 'sync.busy', 'sync.server-failed', 'sync.too-large', 'sync.not-central']
  const told = codes.map((problem) => describeSync(syncStatus({ state: 'offline', problem, pending: 3 }), words, createFormats(locale), 0))
  expect(new Set(told.map(({ detail }) => detail)).size).toBe(codes.length)
  expect(told.map(({ face }) => face)).toEqual([...Array.from({ length: 5 }, () => 'offline'), ...Array.from({ length: 10 }, () => 'stuck')])
})
