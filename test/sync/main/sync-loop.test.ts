import { describe, expect, test } from 'vitest'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { FakeHttp, json, type Fault } from '../fake-http.ts'
import { byCode, LoopDesk, settled } from '../loop-desk.ts'
import { buildPerson, NOW } from '../sync-desk.ts'

const { create, update } = leadsContract.operations
const PUSH = '/sync/v1/push'
const PULL = '/sync/v1/pull'

const lead = (company: string) => ({ company, country: 'JP' })

async function connected(http = new FakeHttp()): Promise<{ http: FakeHttp; one: LoopDesk }> {
  return { http, one: await new LoopDesk(http).connect() }
}

describe('the loop', () => {
  test('connects, brings what is there, and is in step', async () => {
    const http = new FakeHttp()
    const one = new LoopDesk(http)
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    await one.connect()
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0, refused: 0, lastSyncAt: NOW, problem: null, address: 'https://central.test' })
    expect(one.secret).toBe(http.refreshToken)
    expect((await http.central.rows()).get('leads')).toMatchObject([{ company: 'Kitayama Foods' }])
    expect(one.logged).toEqual([])
  })

  test('pushes a command a moment after it was given, and another desk hears of it', async () => {
    const { http, one } = await connected()
    const other = await new LoopDesk(http).connect()
    http.accessTokens.add('access-1')
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    one.loop.nudge()
    await one.clock.pass(149)
    expect(http.count(PUSH)).toBe(0)
    await one.clock.pass(1)
    expect(one.status().state).toBe('synced')
    await other.clock.pass(2_000)
    expect(other.desk.rows().get('leads')).toMatchObject([{ company: 'Kitayama Foods' }])
  })

  test('sends again what it got no answer for, and it is done once', async () => {
    const { http, one } = await connected()
    let lose = 3
    http.fault = (path) => (path === PUSH && (lose -= 1) >= 0 ? 'lost' : undefined)
    const { id } = valueOf(one.desk.give(create, lead('Kitayama Foods')))
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'offline', pending: 1, problem: 'sync.offline' })
    await one.clock.pass(120_000)
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0, problem: null })
    expect((await http.central.rows()).get('leads')?.map((row) => row['id'])).toEqual([id])
    expect([...http.central.runs.values()]).toEqual([1])
  })

  test.each<[string, () => Response | Error, string]>([
    ['no network', () => new TypeError('fetch failed'), 'sync.offline'],
    ['a page of a captive portal', () => new Response('<html>Sign in to WiFi</html>', { headers: { 'content-type': 'text/html' } }), 'sync.captive'],
    ['a page of a captive portal that calls itself JSON', () => new Response('<html>', { headers: { 'content-type': 'application/json' } }), 'sync.garbled'],
    ['a way to a portal', () => new Response(null, { status: 302, headers: { location: 'http://portal' } }), 'sync.captive'],
    ['an answer cut short', () => new Response('{"epoch":"first","serverTi', { headers: { 'content-type': 'application/json' } }), 'sync.garbled'],
    ['nothing', () => new Response('', { headers: { 'content-type': 'application/json' } }), 'sync.garbled'],
    ['JSON of something else', () => json(200, { hello: 'world' }), 'sync.garbled'],
    ['another server', () => new Response('not found', { status: 404, headers: { 'content-type': 'text/plain' } }), 'sync.not-central'],
    ['a newer protocol', () => json(426, { error: { code: 'protocol.unsupported', message: '' } }), 'sync.version'],
    ['too many requests', () => json(429, { error: { code: 'request.too-many', message: '' } }), 'sync.busy'],
    ['a busy database', () => json(503, { error: { code: 'server.busy', message: '' } }), 'sync.busy'],
    ['a broken server', () => json(500, { error: { code: 'internal', message: '' } }), 'sync.server-failed'],
    ['a gateway', () => new Response('<html>502</html>', { status: 502, headers: { 'content-type': 'text/html' } }), 'sync.server-failed'],
  ])('changes nothing for %s, and says so', async (_, fault, problem) => {
    for (const path of [PUSH, PULL]) {
      const { http, one } = await connected()
      valueOf(one.desk.give(create, lead('Kitayama Foods')))
      const before = [one.desk.rows(), one.desk.store.standing()?.cursor]
      http.fault = (asked) => (asked === path ? fault() as never : undefined)
      await one.loop.now()
      expect(one.status()).toMatchObject({ state: 'offline', problem })
      expect([one.desk.rows(), one.desk.store.standing()?.cursor]).toEqual(before)
      expect(one.logged).toEqual([])
      http.fault = () => undefined
      await one.loop.now()
      expect(one.status()).toMatchObject({ state: 'synced', problem: null })
    }
  })

  test('backs off by doubling up to a minute, and tries at once when somebody asks', async () => {
    const { http, one } = await connected()
    http.fault = () => new TypeError('fetch failed')
    one.random = 0.999
    await one.loop.now()
    const times: number[] = []
    let last = http.asked.length
    for (let second = 0; second < 200; second += 1) {
      await one.clock.pass(1_000)
      if (http.asked.length > last) times.push(second + 1)
      last = http.asked.length
    }
    expect(times.slice(0, 6)).toEqual([1, 3, 7, 15, 31, 63])
    expect(times.slice(6)).toEqual([123, 183])
    http.fault = () => undefined
    await one.loop.now()
    expect(one.status().state).toBe('synced')
  })

  test('waits as long as it is asked to, within reason', async () => {
    const { http, one } = await connected()
    const busy: Fault = () => json(429, { error: { code: 'request.too-many', message: '' } }, { 'retry-after': '30' })
    http.fault = busy
    await one.loop.now()
    const asked = http.asked.length
    await one.clock.pass(29_000)
    expect(http.asked.length).toBe(asked)
    http.fault = () => undefined
    await one.clock.pass(2_000)
    expect(one.status().state).toBe('synced')
    http.fault = () => json(503, { error: { code: 'server.busy', message: '' } }, { 'retry-after': '999999' })
    await one.loop.now()
    http.fault = () => undefined
    await one.clock.pass(301_000)
    expect(one.status().state).toBe('synced')
  })

  test('renews its token before it ends, and once when it is refused', async () => {
    const { http, one } = await connected()
    await one.clock.pass(871_000)
    await one.loop.now()
    expect(http.count('/auth/v1/refresh')).toBe(1)
    http.accessTokens.clear()
    await one.loop.now()
    expect(http.count('/auth/v1/refresh')).toBe(2)
    expect(one.status()).toMatchObject({ state: 'synced' })
    expect(one.secret).toBe(http.refreshToken)
  })

  test('keeps everything when the central API knows it no longer, and goes on once enrolled again', async () => {
    const { http, one } = await connected()
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    http.accessTokens.clear()
    http.refreshToken = 'another'
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'signedOut', pending: 1, problem: 'session.ended' })
    valueOf(one.desk.give(create, lead('Minami Foods')))
    expect(one.status().pending).toBe(2)
    await one.connect()
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
    expect((await http.central.rows()).get('leads')).toHaveLength(2)
  })

  test('sends half where a batch is too large', async () => {
    const { http, one } = await connected()
    for (let at = 0; at < 9; at += 1) valueOf(one.desk.give(create, lead(`Company ${at}`)))
    const sizes: number[] = []
    http.fault = (path, body) => {
      if (path !== PUSH) return undefined
      const { length } = (body as { commands: unknown[] }).commands
      sizes.push(length)
      return length > 2 ? json(413, { error: { code: 'request.too-large', message: '' } }) : undefined
    }
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
    expect(sizes).toEqual([9, 5, 3, 2, 2, 2, 2, 1])
  })

  test('stays silent while it is paused, and catches up afterwards', async () => {
    const { http, one } = await connected()
    await one.loop.pause(true)
    const asked = http.asked.length
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    one.loop.nudge()
    await one.clock.pass(600_000)
    await one.loop.now()
    expect(http.asked.length).toBe(asked)
    expect(one.status()).toMatchObject({ state: 'paused', pending: 1 })
    await one.loop.pause(false)
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
  })

  test('goes on with a first load where it was cut off', async () => {
    const http = new FakeHttp()
    const filled = await new LoopDesk(http).connect()
    for (let at = 0; at < 12; at += 1) valueOf(filled.desk.give(create, lead(`Company ${at}`)))
    await filled.loop.now()
    await filled.loop.close()
    http.central.pageRows = 4
    let pages = 0
    http.fault = (path) => (path === PULL && (pages += 1) === 3 ? 'lost' : undefined)
    const one = await new LoopDesk(http).connect()
    expect(one.status()).toMatchObject({ state: 'offline' })
    expect(one.desk.rows().get('leads')).toEqual([])
    await one.loop.now()
    expect(one.desk.rows()).toEqual(await http.central.rows())
    expect(pages).toBe(7)
  })

  test('takes another identity when its own is used by a copy of it', async () => {
    const { http, one } = await connected()
    const clientId = one.desk.store.standing()?.clientId ?? ''
    const copyId = '01990000-0000-7000-8000-00000000c0de'
    await http.central.push({ clientId, commands: [{ seq: 1, id: copyId, previous: null, name: 'leads.create', version: 1, input: lead('From the copy'), issuedAt: NOW, batchId: null }] })
    valueOf(one.desk.give(create, lead('From here')))
    await one.loop.now()
    expect(one.desk.store.standing()?.clientId).not.toBe(clientId)
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
    expect((await http.central.rows()).get('leads')).toHaveLength(2)
    expect(one.desk.rows()).toEqual(await http.central.rows())
  })

  test('sends again what a central API has forgotten that was put back to an earlier state', async () => {
    const { http, one } = await connected()
    const { id } = valueOf(one.desk.give(create, lead('Before')))
    await one.loop.now()
    const saved = await http.central.save()
    valueOf(one.desk.give(update, { id, edits: [{ field: 'city', value: 'Osaka' }] }))
    valueOf(one.desk.give(create, lead('After')))
    await one.loop.now()
    await http.central.restore(saved, 'second')
    valueOf(one.desk.give(create, lead('Later')))
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0, problem: null })
    const leads = (await http.central.rows()).get('leads')
    expect(leads?.map((row) => [row['company'], row['city']])).toEqual([['Before', 'Osaka'], ['After', null], ['Later', null]])
    expect(one.desk.rows()).toEqual(await http.central.rows())
    expect(one.desk.store.standing()?.epoch).toBe('second')
  })

  test('refuses to connect where that would be wrong', async () => {
    const viewer = new FakeHttp(buildPerson({ role: 'viewer' }))
    const one = new LoopDesk(viewer)
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    await expect(one.connect()).rejects.toMatchObject({ refusal: { code: 'sync.rows-not-adopted' } })
    expect(viewer.count('/auth/v1/sign-out')).toBe(1)
    expect(one.status().state).toBe('local')
    await expect(one.loop.connect('http://central.test', byCode)).rejects.toMatchObject({ refusal: { code: 'sync.address-insecure' } })
    const { one: two } = await connected()
    await expect(two.connect()).rejects.toMatchObject({ refusal: { code: 'sync.connected-already' } })
    const none = new FakeHttp()
    none.fault = () => json(401, { error: { code: 'enrolment.code-invalid', message: '' } })
    await expect(new LoopDesk(none).connect()).rejects.toMatchObject({ refusal: { code: 'enrolment.code-invalid' } })
    await expect(new LoopDesk(none).loop.now()).rejects.toMatchObject({ refusal: { code: 'sync.not-connected' } })
  })

  test('of a suspended person keeps what is here, and sends it when the person is let in again', async () => {
    const { http, one } = await connected()
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    await one.loop.now()
    http.fault = () => json(403, { error: { code: 'person.suspended', message: '' } })
    valueOf(one.desk.give(create, lead('Never sent yet')))
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'signedOut', problem: 'person.suspended', pending: 1, refused: 0 })
    expect(one.desk.rows().get('leads')).toHaveLength(2)
    const asked = http.asked.length
    await one.clock.pass(600_000)
    expect(http.asked).toHaveLength(asked)
    http.fault = () => undefined
    await one.connect()
    expect(one.status()).toMatchObject({ state: 'synced', problem: null, pending: 0 })
    expect((await http.central.rows()).get('leads')).toHaveLength(2)
  })

  test('refuses a viewer’s commands at once', async () => {
    const { one } = await connected(new FakeHttp(buildPerson({ role: 'viewer' })))
    expect(refusalOf(one.desk.give(create, lead('Kitayama Foods')))).toMatchObject({ code: 'permission.denied' })
    expect(one.status().pending).toBe(0)
  })

  test('leaves, with and without the company’s rows', async () => {
    for (const wipe of [false, true]) {
      const { http, one } = await connected()
      valueOf(one.desk.give(create, lead('Kitayama Foods')))
      await one.loop.now()
      http.fault = () => new TypeError('fetch failed')
      valueOf(one.desk.give(create, lead('Never sent')))
      await one.loop.signOut(wipe)
      await settled()
      expect(one.status()).toMatchObject({ state: 'local', pending: 0, refused: wipe ? 0 : 1, person: null })
      expect(one.secret).toBeNull()
      expect(one.desk.rows().get('leads')).toHaveLength(wipe ? 0 : 2)
      expect(one.desk.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE "type" = 'trigger' AND "name" LIKE '%shadow%'`).pluck().get()).toBe(0)
    }
  })

  test('lets somebody stop an exchange, and goes on by itself', async () => {
    const { http, one } = await connected()
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    let arrived: () => void = () => undefined
    const underWay = new Promise<void>((resolve) => (arrived = resolve))
    const patient = http.fetch
    one.replaceFetch(async (address, init) => {
      if (!address.endsWith(PUSH)) return patient(address, init)
      arrived()
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))))
    })
    const asked = one.loop.now()
    await underWay
    one.loop.cancel()
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'sync.cancelled' } })
    expect(one.status()).toMatchObject({ state: 'pending', pending: 1, problem: null, loading: null })
    one.replaceFetch(patient)
    await one.clock.pass(2_000)
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
  })

  test('tries at once when the computer wakes up, and not on a connection from before', async () => {
    const { http, one } = await connected()
    http.fault = () => new TypeError('fetch failed')
    for (let failures = 0; failures < 8; failures += 1) await one.clock.pass(60_000)
    expect(one.status().state).toBe('offline')
    http.fault = () => undefined
    one.loop.wake()
    await one.clock.pass(0)
    expect(one.status().state).toBe('synced')
    const waits = http.count('/sync/v1/wait')
    one.loop.wake()
    await one.clock.pass(0)
    expect(http.count('/sync/v1/wait')).toBe(waits + 1)
  })

  test('goes no further with a central API that answers for another company', async () => {
    const { http, one } = await connected()
    valueOf(one.desk.give(create, lead('Kitayama Foods')))
    http.accessTokens.clear()
    http.person = buildPerson({ tenantId: '01990000-0000-7000-8000-0000000000ff', tenantName: 'Another company' })
    const before = one.desk.rows()
    await one.loop.now()
    expect(one.status()).toMatchObject({ state: 'offline', problem: 'sync.other-company', pending: 1, person: { tenantName: 'Lira Financial' } })
    expect(one.desk.rows()).toEqual(before)
    expect((await http.central.rows()).get('leads')).toEqual([])
  })

  test.each<[number, string | null]>([[400, 'input.invalid'], [401, 'session.ended'], [403, 'permission.denied'], [404, 'route.unknown'], [409, 'pull.overtaken'], [410, 'something.gone'], [413, 'request.too-large'], [426, 'protocol.unsupported'], [429, 'request.too-many'], [500, 'internal'], [503, 'server.busy'], [418, null]])('never hurries where everything is answered with %i', async (status, code) => {
    for (const paths of [[PUSH], [PULL], ['/sync/v1/wait'], [PUSH, PULL, '/sync/v1/hello', '/sync/v1/wait']]) {
      const { http, one } = await connected()
      one.random = 0
      for (let at = 0; at < 3; at += 1) valueOf(one.desk.give(create, lead(`Company ${at}`)))
      http.fault = (path) => (paths.includes(path) ? json(status, code === null ? { hello: 1 } : { error: { code, message: '' } }, { 'retry-after': '99999999999' }) : undefined)
      one.random = 0.5
      const asked = http.asked.length
      await one.clock.pass(600_000)
      expect([paths, http.asked.length - asked]).toEqual([paths, expect.toSatisfy((count: number) => count < 160)])
      expect(one.desk.rows().get('leads')).toHaveLength(3)
      http.fault = () => undefined
      await one.clock.pass(310_000)
      if (one.status().state !== 'signedOut') expect(one.status()).toMatchObject({ state: 'synced', pending: 0 })
    }
  }, 30_000)
})
