import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { routes } from '#central/http/routes.ts'
import type { Store } from '#central/store/store.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, openApi, type CentralApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const open = async () => centralApi(await stores.open('PGlite'))
const hello = { clientId: nextId(), programVersion: '1' }

interface Raw {
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly url?: string
  readonly method?: 'POST' | 'GET' | 'PUT'
  readonly remoteAddress?: string
}

async function raw(api: CentralApi, { payload = JSON.stringify(hello), headers = {}, url = '/sync/v1/hello', method = 'POST', remoteAddress = '10.200.0.1' }: Raw) {
  const answer = await api.opened.app.inject({ method, url, payload, remoteAddress, headers: { 'content-type': 'application/json', ...headers } })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<{ error?: { code: string; message: string; details?: { id?: string } } }>() }
}

describe('every route', () => {
  test('is the one of the list, and the description names it with its schemas', async () => {
    const api = await open()
    const { body } = await raw(api, { url: '/openapi.json', method: 'GET', payload: '' })
    const document = body as unknown as { openapi: string; paths: Record<string, Record<string, { security: unknown[] }>>; components: { schemas: Record<string, unknown> } }
    expect(document.openapi).toBe('3.1.0')
    const templated = (path: string): string => path.replace(':key', '{key}')
    expect(Object.keys(document.paths)).toEqual(routes.map(({ path }) => templated(path)))
    for (const { path, method, permission } of routes) expect(document.paths[templated(path)]?.[method.toLowerCase()]?.security).toHaveLength(permission === 'desk' ? 1 : 0)
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name)
    for (const name of named) expect(name.split('/').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], document.components.schemas), name).toBeDefined()
  })

  test.each(routes.filter(({ permission }) => permission === 'desk').map(({ path }) => path))('%s asks who is there before it reads anything', async (url) => {
    const api = await open()
    for (const headers of [{}, { authorization: 'Basic eDp5' }, { authorization: 'Bearer' }, { authorization: 'Bearer a b' }, { authorization: 'bearer x.y.z' }]) {
      const answer = await raw(api, { url, payload: 'not JSON', headers })
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'session.ended' } } })
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })

  test('that is none is 404, whatever its name', async () => {
    const api = await open()
    for (const url of ['/', '/sync/v1/push/x', '/sync/v1/..%2fpush', '/admin', '/invite', '/alive', '/sync/v2/push', '//', '/health%00', '/%2e%2e/%2e%2e/etc/passwd']) expect([url, (await raw(api, { url })).status]).toEqual([url, 404])
    expect((await raw(api, { method: 'GET' })).status).toBe(404)
    expect((await raw(api, { method: 'PUT' })).status).toBe(404)
    expect(await raw(api, { url: '/health%zz' })).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
  })

  test('answers with the headers of a thing that is no page', async () => {
    const { headers } = await raw(await open(), { url: '/health', method: 'GET', payload: '' })
    expect(headers).toMatchObject({ 'content-security-policy': expect.stringContaining(`default-src 'none'`), 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' })
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

describe('a body', () => {
  const signedIn = async (more: Raw = {}) => {
    const api = await open()
    const desk = await api.desk(await api.newTenant())
    const payload = more.payload ?? JSON.stringify({ clientId: desk.clientId, programVersion: '1' })
    return raw(api, { ...more, payload, headers: { authorization: `Bearer ${desk.session.accessToken}`, ...more.headers } })
  }

  test('is JSON and nothing else', async () => {
    expect((await signedIn()).status).toBe(200)
    expect((await signedIn({ headers: { 'content-type': 'application/json; charset=utf-8' } })).status).toBe(200)
    for (const type of ['text/plain', 'text/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', 'application/jsonp', 'application/json-seq', 'application/octet-stream', '*/*', 'nonsense']) {
      expect([type, (await signedIn({ headers: { 'content-type': type } })).status]).toEqual([type, 415])
    }
  })

  test.each<[string, string | Buffer]>([
    ['empty', ''], ['cut off', '{"clientId":'], ['no JSON', 'hello'], ['NaN', '{"clientId":NaN}'], ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22])], ['30,000 levels deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['100 levels deep', `${'[['.repeat(50)}${']]'.repeat(50)}`], ['__proto__', '{"__proto__":{"x":1}}'], ['an array', '[]'], ['null', 'null'], ['a number beyond all', '1e400'],
  ])('that is %s is 400', async (_, payload) => {
    expect(await signedIn({ payload })).toMatchObject({ status: 400, body: { error: { code: expect.stringMatching(/^(request|input)\./) } } })
  })

  test.each<[string, object]>([
    ['an array for a text', { clientId: [nextId()] }], ['an operator', { clientId: { $gt: '' } }], ['a number', { clientId: 7 }], ['what nobody may set', { tenantId: nextId() }], ['a role', { role: 'administrator' }], ['a NUL character', { programVersion: 'a\u0000b' }], ['half a surrogate pair', { programVersion: '\ud800' }],
  ])('with %s is 400', async (_, more) => {
    const api = await open()
    const desk = await api.desk(await api.newTenant())
    expect(await desk.post('/sync/v1/hello', { clientId: desk.clientId, programVersion: '1', ...more })).toMatchObject({ status: 400, body: { error: { code: 'input.invalid' } } })
  })

  test('with a key twice: the last counts', async () => {
    const api = await open()
    const desk = await api.desk(await api.newTenant())
    const payload = `{"programVersion":"1","clientId":"${nextId()}","clientId":"${desk.clientId}"}`
    expect((await raw(api, { payload, headers: { authorization: `Bearer ${desk.session.accessToken}` } })).status).toBe(200)
  })

  test('of more than the route takes is 413, packed or not', async () => {
    const large = JSON.stringify({ clientId: nextId(), programVersion: 'x'.repeat(70_000) })
    expect(await signedIn({ payload: large })).toMatchObject({ status: 413, body: { error: { code: 'request.too-large' } } })
    expect(await signedIn({ payload: gzipSync(large), headers: { 'content-encoding': 'gzip' } })).toMatchObject({ status: 413 })
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '), { level: 9 })
    const started = performance.now()
    expect(await signedIn({ url: '/sync/v1/push', payload: bomb, headers: { 'content-encoding': 'gzip' } })).toMatchObject({ status: 413 })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('may be packed by gzip, rightly', async () => {
    const api = await open()
    const desk = await api.desk(await api.newTenant())
    const packed = gzipSync(JSON.stringify({ clientId: desk.clientId, programVersion: '1' }))
    const headers = { authorization: `Bearer ${desk.session.accessToken}`, 'content-encoding': 'gzip' }
    expect((await raw(api, { payload: packed, headers })).status).toBe(200)
    expect(await raw(api, { payload: packed.subarray(0, -9), headers })).toMatchObject({ status: 400 })
    expect(await raw(api, { payload: '{"not":"packed"}', headers })).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
    expect(await raw(api, { headers: { ...headers, 'content-encoding': 'br' } })).toMatchObject({ status: 415, body: { error: { code: 'request.encoding' } } })
  })
})

test('a large answer is packed for whoever can unpack it', async () => {
  const api = await open()
  const desk = await api.desk(await api.newTenant())
  await desk.give(...Array.from({ length: 40 }, (_, at) => ({ name: 'partners.create', input: { code: `P${at}`, name: 'x', type: 'reseller', country: 'GT' } })))
  const pull = (headers: Record<string, string>) => api.opened.app.inject({ method: 'POST', url: '/sync/v1/pull', payload: { clientId: desk.clientId, cursor: null, token: null, requestId: 1, acknowledged: 0 }, headers: { authorization: `Bearer ${desk.session.accessToken}`, ...headers } })
  const [plain, packed, refused] = [await pull({}), await pull({ 'accept-encoding': 'br, gzip' }), await pull({ 'accept-encoding': 'gzip;q=0' })]
  expect([plain.headers['content-encoding'], packed.headers['content-encoding'], refused.headers['content-encoding']]).toEqual([undefined, 'gzip', undefined])
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
})

test('a desk of another protocol is told 426 before anything else', async () => {
  const api = await open()
  const desk = await api.desk(await api.newTenant())
  expect(await desk.post('/sync/v1/push', { protocol: 2, somethingNew: true })).toMatchObject({ status: 426, body: { error: { code: 'protocol.unsupported', details: { oldest: 1, newest: 1 } } } })
})

test('who tries codes is stopped, and cannot claim to be somebody else', async () => {
  const api = await openApi(await stores.open('PGlite'))
  const attempt = (at: number, remoteAddress: string) => raw(api, { url: '/auth/v1/enrol', payload: JSON.stringify({ code: `WRONG-CODE-${at}`, deviceName: '', clientId: nextId() }), remoteAddress, headers: { 'x-forwarded-for': `1.2.3.${at}`, forwarded: `for=1.2.3.${at}` } })
  const answers: Awaited<ReturnType<typeof attempt>>[] = []
  for (let at = 0; at < 30; at += 1) answers.push(await attempt(at, '10.9.9.9'))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
  const late = answers.find(({ status }) => status === 429)
  expect(late).toMatchObject({ body: { error: { code: 'request.too-many' } } })
  expect(Number(late?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await attempt(99, '10.9.9.8')).status).toBe(401)
})

test('a bug is told by its number alone; a database that is away by 503', async () => {
  const lines: string[] = []
  const store = await stores.open('PGlite')
  let fault: Error | undefined
  const faulty: Store = { ...store, transaction: (options, work) => (fault === undefined ? store.transaction(options, work) : Promise.reject(fault)) }
  const api = await openApi(faulty, (line) => lines.push(line))
  fault = new Error('the secret of the database')
  const { status, body } = await raw(api, { url: '/health', method: 'GET', payload: '' })
  expect({ status, body }).toEqual({ status: 500, body: { error: { code: 'internal', message: expect.any(String), details: { id: expect.any(String) } } } })
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(lines.some((line) => line.includes(body.error?.details?.id ?? '-') && line.includes('the secret of the database'))).toBe(true)
  fault = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const away = await raw(api, { url: '/health', method: 'GET', payload: '' })
  expect(away).toMatchObject({ status: 503, body: { error: { code: 'server.busy' } } })
  expect(away.headers['retry-after']).toBe('2')
})

test('no answer to one company holds anything of another', async () => {
  const api = await open()
  const [theirs, mine] = [await api.desk(await api.newTenant()), await api.desk(await api.newTenant())]
  const id = nextId()
  await theirs.give({ name: 'partners.create', input: { code: 'CANARY', name: 'Canary of B', type: 'reseller', country: 'GT' }, id })
  await theirs.pull()
  const partner = [...(theirs.rows.get('partners')?.keys() ?? [])][0] ?? ''
  const answers = [
    await mine.give({ name: 'partners.create', input: { code: 'CANARY', name: 'Mine', type: 'reseller', country: 'GT' }, id }, { name: 'partners.setStatus', input: { id: partner, status: 'vetting' } }, { name: 'journal.undo', input: { entry: id } }),
    await mine.page({ cursor: null }),
    (await mine.post('/sync/v1/pull', { clientId: mine.clientId, cursor: theirs.cursor, token: null, requestId: 1, acknowledged: 0 })).body,
    (await mine.post('/sync/v1/hello', { clientId: theirs.clientId, programVersion: '' })).body,
    (await mine.post('/sync/v1/digest', { clientId: mine.clientId, cursor: theirs.cursor })).body,
  ]
  expect(JSON.stringify(answers)).not.toContain('Canary of B')
  expect((answers[0] as { results: { status: string }[] }).results.map(({ status }) => status)).toEqual(['applied', 'applied', 'refused'])
})

describe('on a socket', () => {
  const listen = async () => {
    const api = await openApi(await stores.open('PGlite'))
    const address = new URL(await api.opened.app.listen({ host: '127.0.0.1', port: 0 }))
    onTestFinished(() => api.opened.app.close())
    return { port: Number(address.port), api }
  }
  /** What comes back until the server hangs up. */
  const send = (port: number, text: string): Promise<string> => new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setEncoding('latin1').on('data', (data: string) => (got += data)).on('close', () => resolve(got)).on('error', reject)
  })
  const head = 'Host: x\r\nContent-Type: application/json\r\n'

  test.each<[string, string]>([
    ['two lengths', `POST /auth/v1/refresh HTTP/1.1\r\n${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n`],
    ['two different lengths', `POST /auth/v1/refresh HTTP/1.1\r\n${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['line feeds alone', `GET /health HTTP/1.1\nHost: x\n\n`],
    ['no host', `GET /health HTTP/1.1\r\n\r\n`],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a huge head', `GET /health HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['nonsense', '\u0000\u0001\u0002\r\n\r\n'],
  ])('a request with %s is 4xx and hung up on', async (_, text) => {
    const { port } = await listen()
    expect(await send(port, text)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test('a head that trickles in is cut off, and meanwhile others are served', async () => {
    const { port } = await listen()
    const sockets = Array.from({ length: 50 }, () => connect(port, '127.0.0.1', function (this: { write: (text: string) => void }) {
      this.write('POST /sync/v1/push HTTP/1.1\r\nHost: x\r\n')
    }))
    const closed = sockets.map((socket) => new Promise<void>((resolve) => socket.on('error', () => undefined).on('data', () => undefined).once('close', () => resolve())))
    const trickle = setInterval(() => sockets.forEach((socket) => socket.write('X: y\r\n')), 500)
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    const started = performance.now()
    await Promise.all(closed)
    clearInterval(trickle)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test('closing ends those who wait', async () => {
    const { port, api } = await listen()
    const desk = await api.desk(await api.newTenant())
    await desk.pull()
    const waiting = fetch(`http://127.0.0.1:${port}/sync/v1/wait`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.session.accessToken}` }, body: JSON.stringify({ cursor: desk.cursor }) })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const started = performance.now()
    await api.opened.app.close()
    expect(await (await waiting).json()).toEqual({ changed: false })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('closing ends those who keep a connection open and those who never finish what they send', async () => {
    const { port, api } = await listen()
    const [idle, half, trickling] = [`GET /health HTTP/1.1\r\nHost: x\r\n\r\n`, `GET /health HTTP/1.1\r\nHo`, `POST /auth/v1/enrol HTTP/1.1\r\n${head}Content-Length: 100\r\n\r\n{`].map((text) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      return { connected: new Promise((resolve) => socket.once('connect', resolve)), ended: new Promise((resolve) => socket.on('error', () => undefined).on('data', () => undefined).once('close', resolve)) }
    })
    await Promise.all([idle?.connected, half?.connected, trickling?.connected, fetch(`http://127.0.0.1:${port}/health`)])
    await api.opened.app.close()
    await Promise.all([idle?.ended, half?.ended, trickling?.ended])
  })
})

test('with every connection to the database in use a request is told to come again, and once one is free it is served', async () => {
  const store = await stores.open('PostgreSQL')
  const api = await openApi(store)
  const tenantId = await api.newTenant()
  let release: () => void = () => undefined
  const busy = new Promise<void>((resolve) => (release = resolve))
  const holders = Array.from({ length: 16 }, () => store.transaction({ tenantId }, () => busy))
  const answer = await raw(api, { url: '/health', method: 'GET', payload: '' })
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'server.busy' } }, headers: { 'retry-after': '2' } })
  release()
  await Promise.all(holders)
  expect((await raw(api, { url: '/health', method: 'GET', payload: '' })).status).toBe(200)
})
