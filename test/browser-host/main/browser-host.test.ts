import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { startBrowserHost } from '#main/browser/browser-host.ts'
import type { DataHost } from '#main/operations/data-host.ts'
import { serveBrowser } from './serve-browser.ts'

const nobody: DataHost = { call: async () => ({ ok: true, value: null }), onEvent: () => () => undefined, grantFile: () => undefined, close: async () => undefined }
const OTHER_TOKEN = 'A'.repeat(43)

describe('a call from our own page', () => {
  test('reaches the workspace as a browser’s, and its outcome comes back', async () => {
    const browser = await serveBrowser(async () => ({ ok: false, error: { code: 'lead.stale', message: 'x', details: { field: 'city' } } }))
    const id = '01900000-0000-7000-8000-000000000001'
    const answer = await browser.call({ name: 'leads.update', input: { a: ['日本', null] }, id }, { origin: browser.served.origin, 'sec-fetch-site': 'same-origin' })
    expect(answer).toMatchObject({ status: 200, body: JSON.stringify({ ok: false, error: { code: 'lead.stale', message: 'x', details: { field: 'city' } } }) })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(browser.calls).toEqual([{ name: 'leads.update', input: { a: ['日本', null] }, caller: { kind: 'browser' }, id }])
  })

  test.each([7, null, {}, ['01900000-0000-7000-8000-000000000001'], false])('is refused with %j for an id, and does not reach the workspace', async (id) => {
    const browser = await serveBrowser()
    expect((await browser.call({ name: 'leads.update', input: {}, id })).code).toBe('request.invalid')
    expect(browser.calls).toEqual([])
  })

  test('answers 500 without a word of why when the workspace falls over', async () => {
    const browser = await serveBrowser(() => Promise.reject(new Error('secret /home/somebody')))
    const answer = await browser.call({ name: 'x' })
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
    expect(answer.body).not.toContain('secret')
  })
})

test('a port that is taken is refused by name', async () => {
  const { served, port, directory } = await serveBrowser()
  await expect(startBrowserHost({ host: nobody, directory, out: join(directory, 'out'), port })).rejects.toMatchObject({ refusal: { code: 'host.port-taken', details: { port: String(port) } } })
  expect(served.origin).toContain(String(port))
})

describe('a request that is not our page’s', () => {
  const routes = [['POST', '/call'], ['GET', '/events'], ['POST', '/files?name=x'], ['GET', '/files/abc']] as const

  test.each(routes)('row 1: %s %s wants the token of this start', async (method, path) => {
    const browser = await serveBrowser()
    for (const token of [undefined, '', OTHER_TOKEN, browser.served.token.slice(1), `${browser.served.token} x`, browser.served.token.toUpperCase()]) {
      const answer = await browser.ask(path, { method, headers: { 'x-workbench-token': token, 'content-type': 'application/json' }, ...(method === 'POST' ? { body: '{"name":"x"}' } : {}) })
      expect([answer.status, answer.code]).toEqual([401, 'request.token'])
    }
    expect(browser.calls).toEqual([])
    expect(browser.grants.size).toBe(0)
  })

  test('has a token of its own at every start, and none of another’s opens it', async () => {
    const [one, other] = [await serveBrowser(), await serveBrowser()]
    expect(one.served.token).not.toBe(other.served.token)
    expect((await one.call({ name: 'x' }, { 'x-workbench-token': other.served.token })).status).toBe(401)
    expect(one.served.address).toBe(`${one.served.origin}/#token=${one.served.token}`)
    expect((await one.ask(`/?token=${one.served.token}`)).status).toBe(404)
  })

  test('is refused under any other name of this machine, so that no name can be rebound to it', async () => {
    const browser = await serveBrowser()
    const { port } = browser
    for (const host of [`localhost:${port}`, `evil.test`, `evil.test:${port}`, `127.0.0.1`, `127.0.0.1:${port + 1}`, `127.0.0.1:${port}.evil.test`, `[::1]:${port}`, `0.0.0.0:${port}`, `127.1:${port}`, `127.0.0.1:0${port}`]) {
      for (const path of ['/', '/call']) expect([host, (await browser.ask(path, { headers: { host } })).code]).toEqual([host, 'request.foreign'])
    }
    expect(await browser.send('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await browser.send('GET / HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|403) /)
    expect(await browser.send(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.test\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 (200|400|403) /)
  })

  test.each(['null', 'http://evil.test', 'http://localhost', 'https://127.0.0.1', 'file://', 'app://app', ''])('is refused from the origin %j, token or not', async (origin) => {
    const browser = await serveBrowser()
    expect((await browser.call({ name: 'x' }, { origin })).code).toBe('request.foreign')
    expect((await browser.ask('/', { headers: { origin } })).code).toBe('request.foreign')
    expect(browser.calls).toEqual([])
  })

  test.each(['cross-site', 'same-site', 'nonsense'])('is refused as %s', async (site) => {
    const browser = await serveBrowser()
    expect((await browser.call({ name: 'x' }, { 'sec-fetch-site': site })).code).toBe('request.foreign')
  })

  test('gets no leave from us to read answers across origins', async () => {
    const browser = await serveBrowser()
    const answer = await browser.ask('/call', { method: 'OPTIONS', headers: { origin: 'http://evil.test', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-workbench-token' } })
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('cannot come from another machine: no other address of this one answers', async () => {
    const { port } = await serveBrowser()
    const others = ['127.0.0.2', ...Object.values(networkInterfaces()).flat().map((each) => each?.address ?? '').filter((address) => address !== '' && address !== '127.0.0.1' && !address.startsWith('fe80'))]
    for (const address of others) {
      const connected = await new Promise((resolve) => {
        const socket = connect(port, address, () => resolve('connected'))
        socket.on('error', () => resolve('refused'))
        socket.setTimeout(3000, () => resolve('silent'))
        socket.on('close', () => undefined)
      })
      expect([address, connected]).not.toEqual([address, 'connected'])
    }
  })
})

describe('row 3: a body', () => {
  test.each([
    ['undefined', undefined], ['text/plain', 'text/plain'], ['a form', 'application/x-www-form-urlencoded'], ['a multipart form', 'multipart/form-data; boundary=x'],
    ['JSON by a longer name', 'application/jsonp'], ['JSON patch', 'application/json-patch+json'], ['two types', 'application/json, text/plain'], ['nothing', ''],
  ])('of type %s is not read', async (_, type) => {
    const browser = await serveBrowser()
    expect((await browser.call({ name: 'x' }, { 'content-type': type })).code).toBe('request.not-json')
    expect(browser.calls).toEqual([])
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])('of type %s is', async (type) => {
    const browser = await serveBrowser()
    expect((await browser.call({ name: 'x' }, { 'content-type': type })).code).toBe('ok')
  })

  test.each([
    ['cut off', '{"name":"x"'], ['of nothing', ''], ['of a comment', '// x'], ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0x6e, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])], ['of overlong UTF-8', Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    ['of NaN', '{"name":"x","input":NaN}'],
  ])('%s is not JSON', async (_, body) => {
    const browser = await serveBrowser()
    expect((await browser.call(body)).code).toBe('request.not-json')
  })

  test.each([
    ['null', 'null'], ['a number', '5'], ['a list', '[]'], ['no name', '{}'], ['a name that is none', '{"name":{"$gt":""}}'], ['a name of a megabyte', JSON.stringify({ name: 'x'.repeat(1_000_000) })],
  ])('of %s is no call', async (_, body) => {
    const browser = await serveBrowser()
    expect((await browser.call(body)).code).toBe('request.invalid')
    expect(browser.calls).toEqual([])
  })

  test.each([
    ['nested 10,000 deep', `{"name":"x","input":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'payload.too-deep'],
    ['with __proto__ in it', '{"name":"x","input":{"a":[{"__proto__":{"admin":true}}]}}', 'payload.forbidden-key'],
    ['of 300,000 values', JSON.stringify({ name: 'x', input: Array.from({ length: 300_000 }, () => 1) }), 'payload.too-large'],
    ['of numbers beyond all', '{"name":"x","input":1e999}', 'payload.not-json'],
  ])('%s is refused', async (_, body, code) => {
    const browser = await serveBrowser()
    expect((await browser.call(body)).code).toBe(code)
    expect(browser.calls).toEqual([])
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  test('of 5 MB is refused with an answer, said beforehand or not', async () => {
    const browser = await serveBrowser()
    const body = Buffer.from(JSON.stringify({ name: 'x', input: 'y'.repeat(5 * 1024 * 1024) }))
    expect((await browser.call(body)).code).toBe('payload.too-large')
    expect((await browser.call(body, { 'transfer-encoding': 'chunked' })).code).toBe('payload.too-large')
    expect((await browser.call({ name: 'x' })).code).toBe('ok')
    expect(browser.calls).toHaveLength(1)
  })

  test('says the same key twice: the last one counts', async () => {
    const browser = await serveBrowser()
    await browser.call('{"name":"first","name":"last"}')
    expect(browser.calls.map(({ name }) => name)).toEqual(['last'])
  })
})

describe('the page’s own files', () => {
  test('are served by exactly their names', async () => {
    const browser = await serveBrowser()
    const page = await browser.ask('/', { headers: { 'x-workbench-token': undefined } })
    expect([page.status, page.body, page.headers['content-type']]).toEqual([200, '<!doctype html>the page', 'text/html; charset=utf-8'])
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await browser.ask('/assets/main-abcdefgh.js')).status).toBe(200)
  })

  test.each([
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/assets/../../secret.txt', '/assets/..%5c..%5csecret.txt', '/..\\secret.txt', '/....//secret.txt', '//secret.txt',
    '/%00', '/index.html%00.js', '/index.html/', '/INDEX.HTML', '/assets/', '/assets', '/renderer.manifest.json', '/index.html?x', '/%69ndex.html', '/.env', '/%c0%ae%c0%ae/secret.txt', '/workspace.db', '/etc/passwd', '/files', '/call', '/call/', '/__proto__', '/constructor',
  ])('row 6: are not reached by %s', async (path) => {
    const browser = await serveBrowser()
    const answer = await browser.ask(path)
    expect([answer.status, answer.body.includes('secret')]).toEqual([404, false])
  })

  test.each(['http://evil.test/', '//evil.test/x', '//', '/\\', 'http://', '*', '/%', '/%zz'])('are not reached by the request target %j either, and it does not hurt', async (target) => {
    const browser = await serveBrowser()
    const heard = await browser.send(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${browser.port}\r\nConnection: close\r\n\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 (400|404) /)
    expect(heard).not.toContain('the page')
    expect((await browser.ask('/')).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])('are not for %s', async (method) => {
    const browser = await serveBrowser()
    expect((await browser.ask('/', { method })).status).toBe(405)
  })

  test('that have gone from the disk answer without saying where it is', async () => {
    const browser = await serveBrowser()
    const { rmSync } = await import('node:fs')
    rmSync(`${browser.directory}/out/renderer/index.html`)
    const answer = await browser.ask('/')
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain(browser.directory)
  })

  test('a proxy’s CONNECT and an upgrade find nobody', async () => {
    const browser = await serveBrowser()
    expect(await browser.send(`CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n`)).toBe('')
    expect(await browser.send(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${browser.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)).not.toContain('101')
    expect((await browser.ask('/')).status).toBe(200)
  })
})

test('row 5: 5,000 calls at once are answered or told that it is busy, and the workbench is there afterwards', async () => {
  const browser = await serveBrowser(async () => {
    await wait(5)
    return { ok: true, value: null }
  })
  const codes = new Map<string, number>()
  const lane = async (): Promise<void> => {
    for (let time = 0; time < 20; time += 1) {
      const code = (await browser.call({ name: 'x' })).code ?? 'none'
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: 250 }, lane))
  expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(5000)
  expect([...codes.keys()].filter((code) => code !== 'ok' && code !== 'host.busy')).toEqual([])
  expect((await browser.call({ name: 'x' })).code).toBe('ok')
})

test('more calls at once than it takes are told that it is busy, and none is lost', async () => {
  const waiting: (() => void)[] = []
  const browser = await serveBrowser(() => new Promise((resolve) => waiting.push(() => resolve({ ok: true, value: null }))))
  const busy: unknown[] = []
  const answers = Array.from({ length: 140 }, async () => {
    const { code } = await browser.call({ name: 'x' })
    if (code === 'host.busy') busy.push(code)
    return code
  })
  while (busy.length < 12) await wait(5)
  for (const release of waiting) release()
  const codes = await Promise.all(answers)
  expect([codes.filter((code) => code === 'ok').length, busy.length]).toEqual([128, 12])
})

test('a request that is never finished holds up nobody else', async () => {
  const browser = await serveBrowser()
  const slow = Array.from({ length: 50 }, () => {
    const sent = request({ host: '127.0.0.1', port: browser.port, path: '/call', method: 'POST', headers: { host: `127.0.0.1:${browser.port}`, 'x-workbench-token': browser.served.token, 'content-type': 'application/json', 'content-length': 1000 }, agent: false })
    sent.on('error', () => undefined)
    sent.write('{')
    return sent
  })
  expect((await browser.call({ name: 'x' })).code).toBe('ok')
  for (const sent of slow) sent.destroy()
  expect((await browser.call({ name: 'x' })).code).toBe('ok')
})
