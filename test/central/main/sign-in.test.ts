import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { rotateKeys } from '#central/people/signing-keys.ts'
import { openCentral } from '#central/open-central.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, openApi, RemoteDesk, type CentralApi } from '#test/foundation/central-api.ts'
import { centralStores, quiet } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const hello = (api: CentralApi, token: string, clientId: string) => api.post('/sync/v1/hello', { clientId, programVersion: '' }, token)
const partOf = (token: string, at: 0 | 1): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, unknown>
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe.each(['PGlite', 'PostgreSQL'] as const)('signing in on %s', (name) => {
  const open = async () => {
    const api = await openApi(await stores.open(name))
    return { api, tenantId: await api.newTenant() }
  }
  const enrol = (api: CentralApi, code: string, clientId: string = nextId()) => api.post('/auth/v1/enrol', { code, deviceName: 'x', clientId })
  const refresh = (api: CentralApi, refreshToken: string) => api.post('/auth/v1/refresh', { refreshToken })
  const later = (api: CentralApi, seconds: number): void => {
    api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000)
  }

  test('a code is good once, for one desk, however it is typed', async () => {
    const { api, tenantId } = await open()
    const code = await api.code(tenantId, 'approver')
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    expect(await enrol(api, typed)).toMatchObject({ status: 200, body: { person: { role: 'approver', tenantId }, expiresIn: 600 } })
    expect(await enrol(api, code)).toMatchObject({ status: 401, body: { error: { code: 'enrolment.code-invalid' } } })
  })

  test('of fifty that show the same code at once, one gets in', async () => {
    const { api, tenantId } = await open()
    const code = await api.code(tenantId, 'viewer')
    const answers = await Promise.all(Array.from({ length: 50 }, () => enrol(api, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(49)
  })

  test('a code that is too old, or was never given, is told alike', async () => {
    const { api, tenantId } = await open()
    const code = await api.code(tenantId, 'viewer')
    later(api, 72 * 3600 + 1)
    const [old, wrong] = [await enrol(api, code), await enrol(api, 'AAAAA-BBBBB-CCCCC-DDDDD')]
    expect(old.body).toEqual(wrong.body)
  })

  test('nobody takes another person’s desk over', async () => {
    const { api, tenantId } = await open()
    const desk = await api.desk(tenantId)
    const code = await api.code(tenantId, 'viewer')
    expect(await enrol(api, code, desk.clientId)).toMatchObject({ status: 409, body: { error: { code: 'client.foreign' } } })
    expect(await enrol(api, code)).toMatchObject({ status: 200 })
  })

  test('the same person enrols a desk again: what it held before is over', async () => {
    const { api, tenantId } = await open()
    const clientId = nextId()
    const first = (await enrol(api, await api.code(tenantId, 'viewer', [], 'again@example.com'), clientId)).body as RemoteDesk['session']
    const second = (await enrol(api, await api.code(tenantId, 'viewer', [], 'Again@example.com'), clientId)).body as RemoteDesk['session']
    expect(second.person.userId).toBe(first.person.userId)
    expect(await hello(api, first.accessToken, clientId)).toMatchObject({ status: 401 })
    expect(await refresh(api, first.refreshToken)).toMatchObject({ status: 401 })
    expect(await hello(api, second.accessToken, clientId)).toMatchObject({ status: 200 })
  })

  describe('a refresh token', () => {
    const traded = async (api: CentralApi, refreshToken: string) => (await refresh(api, refreshToken)).body as RemoteDesk['session']

    test('whose answer was lost is traded again, however late; what was lost is good no more', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      const lost = await traded(api, desk.session.refreshToken)
      later(api, 9 * 86_400)
      const next = await traded(api, desk.session.refreshToken)
      expect(await hello(api, next.accessToken, desk.clientId)).toMatchObject({ status: 200 })
      const after = await refresh(api, next.refreshToken)
      expect(after).toMatchObject({ status: 200 })
      expect(await refresh(api, lost.refreshToken)).toMatchObject({ status: 401, body: { error: { code: 'session.ended' } } })
      expect(await refresh(api, (after.body as RemoteDesk['session']).refreshToken)).toMatchObject({ status: 401 })
    })

    test('that is shown again after its successor was signs the desk and its copy out', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      const next = await traded(api, desk.session.refreshToken)
      const last = await traded(api, next.refreshToken)
      expect(await hello(api, last.accessToken, desk.clientId)).toMatchObject({ status: 200 })
      expect(await refresh(api, desk.session.refreshToken)).toMatchObject({ status: 401, body: { error: { code: 'session.ended' } } })
      expect(await refresh(api, last.refreshToken)).toMatchObject({ status: 401 })
      expect(await hello(api, last.accessToken, desk.clientId)).toMatchObject({ status: 401 })
    })

    test('that a thief trades before its desk shows the next one ends both sessions then', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      const desks = await traded(api, desk.session.refreshToken)
      const thiefs = await traded(api, desk.session.refreshToken)
      expect(await refresh(api, desks.refreshToken)).toMatchObject({ status: 401 })
      expect([(await refresh(api, thiefs.refreshToken)).status, (await hello(api, thiefs.accessToken, desk.clientId)).status]).toEqual([401, 401])
    })

    test('that many trade at once leaves one successor at most', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      const answers = await Promise.all(Array.from({ length: 5 }, () => traded(api, desk.session.refreshToken)))
      const living = await api.store.transaction({ as: 'registrar' }, (session) => session.query('SELECT 1 FROM "refreshToken" r JOIN "device" d ON d."id" = r."deviceId" WHERE d."clientId" = $1 AND r."usedAt" IS NULL', [desk.clientId]))
      expect(living).toHaveLength(1)
      const statuses: number[] = []
      for (const { refreshToken } of answers) statuses.push((await refresh(api, refreshToken)).status)
      expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1)
    })

    test('ends after half a year, also one that was traded', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      await traded(api, desk.session.refreshToken)
      later(api, 181 * 86_400)
      expect(await refresh(api, desk.session.refreshToken)).toMatchObject({ status: 401 })
    })
  })

  test('signing out ends it; so does suspending the person; unknown tokens are told nothing', async () => {
    const { api, tenantId } = await open()
    const [desk, other] = [await api.desk(tenantId), await api.desk(tenantId)]
    expect(await api.post('/auth/v1/sign-out', { refreshToken: desk.session.refreshToken })).toMatchObject({ status: 200 })
    expect(await api.post('/auth/v1/sign-out', { refreshToken: 'x'.repeat(43) })).toMatchObject({ status: 200 })
    expect([(await hello(api, desk.session.accessToken, desk.clientId)).status, (await refresh(api, desk.session.refreshToken)).status]).toEqual([401, 401])
    await api.store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "person" SET "suspendedAt" = '2026' WHERE "id" = $1`, [other.session.person.userId]))
    const told = [await hello(api, other.session.accessToken, other.clientId), await refresh(api, other.session.refreshToken)]
    expect(told.map(({ status, body }) => [status, (body as { error: { code: string } }).error.code])).toEqual([[403, 'person.suspended'], [403, 'person.suspended']])
  })

  test('codes and tokens are nowhere in the database', async () => {
    const { api, tenantId } = await open()
    const code = await api.code(tenantId, 'viewer')
    const { body } = await enrol(api, code)
    const { refreshToken } = body as RemoteDesk['session']
    const texts = await api.store.transaction({ as: 'registrar' }, (session) => session.query<{ row: string }>('SELECT e::text AS "row" FROM "enrolment" e UNION ALL SELECT r::text FROM "refreshToken" r'))
    expect(texts.filter(({ row }) => row.includes(refreshToken) || row.includes(code) || row.includes(code.replaceAll('-', '')))).toEqual([])
  })

  describe('an access token', () => {
    test('is good for ten minutes and a minute of clocks that differ', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      later(api, 655)
      expect(await hello(api, desk.session.accessToken, desk.clientId)).toMatchObject({ status: 200 })
      later(api, 10)
      expect(await hello(api, desk.session.accessToken, desk.clientId)).toMatchObject({ status: 401, body: { error: { code: 'session.ended' } } })
    })

    test('of the future is not good yet', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      later(api, -55)
      expect(await hello(api, desk.session.accessToken, desk.clientId)).toMatchObject({ status: 200 })
      later(api, -10)
      expect(await hello(api, desk.session.accessToken, desk.clientId)).toMatchObject({ status: 401 })
    })

    test('is good for its desk alone', async () => {
      const { api, tenantId } = await open()
      const [desk, other] = [await api.desk(tenantId), await api.desk(tenantId)]
      expect(await hello(api, desk.session.accessToken, other.clientId)).toMatchObject({ status: 403, body: { error: { code: 'client.foreign' } } })
    })

    test('survives a change of keys, and new ones are of the new key', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      await rotateKeys(api.store, new Date(api.clock.now.getTime() + 1000).toISOString())
      const other = new RemoteDesk(await openApi(api.store), desk.clientId, desk.session)
      expect(await other.post('/sync/v1/hello', { clientId: desk.clientId, programVersion: '' })).toMatchObject({ status: 200 })
      const next = (await refresh(await openApi(api.store), desk.session.refreshToken)).body as RemoteDesk['session']
      expect(partOf(next.accessToken, 0)['kid']).not.toBe(partOf(desk.session.accessToken, 0)['kid'])
    })

    test('is refused with anything else in it, or signed by anything else', async () => {
      const { api, tenantId } = await open()
      const desk = await api.desk(tenantId)
      const token = desk.session.accessToken
      const [head = '', claims = '', mark = ''] = token.split('.')
      const [stored] = await api.store.transaction({ as: 'registrar' }, (session) => session.query<{ privateKey: string; publicKey: string }>('SELECT "privateKey", "publicKey" FROM "signingKey" WHERE "id" = $1', [partOf(token, 0)['kid']]))
      const own = await importJWK(JSON.parse(stored?.privateKey ?? ''), 'EdDSA')
      const other = await generateKeyPair('EdDSA', { extractable: true })
      const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const sign = (key: Parameters<SignJWT['sign']>[0], changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) => new SignJWT({ ...partOf(token, 1), ...changes }).setProtectedHeader({ ...partOf(token, 0), ...header } as { alg: string }).sign(key)
      expect((await hello(api, await sign(own), desk.clientId)).status).toBe(200)
      const hmacBody = `${encoded({ ...partOf(token, 0), alg: 'HS256' })}.${claims}`
      const wrong: Readonly<Record<string, string>> = {
        'alg none': `${encoded({ ...partOf(token, 0), alg: 'none' })}.${claims}.`,
        'alg none, signed': `${encoded({ ...partOf(token, 0), alg: 'none' })}.${claims}.${mark}`,
        'HMAC by the public key': `${hmacBody}.${createHmac('sha256', stored?.publicKey ?? '').update(hmacBody).digest('base64url')}`,
        'another key': await sign(other.privateKey),
        'another key that it brings along': await sign(other.privateKey, {}, { jwk: await exportJWK(other.publicKey) }),
        'an RSA key': await sign(rsa.privateKey, {}, { alg: 'RS256' }),
        'a key that is a path': await sign(own, {}, { kid: '../../dev/null' }),
        'no key named': await sign(own, {}, { kid: undefined }),
        'another audience': await sign(own, { aud: 'somebody-else' }),
        'another issuer': await sign(own, { iss: 'somebody-else' }),
        'another type': await sign(own, {}, { typ: 'JWT' }),
        'no end': await sign(own, { exp: undefined }),
        'an end far away but long given': await sign(own, { iat: 1_000_000_000, exp: 9_000_000_000 }),
        'not good yet': await sign(own, { nbf: Math.floor(api.clock.now.getTime() / 1000) + 3_600 }),
        'another company': await sign(own, { tid: await api.newTenant() }),
        'a company that is SQL': await sign(own, { tid: `'; RESET ROLE; --` }),
        'claims changed': `${head}.${encoded({ ...partOf(token, 1), tid: nextId() })}.${mark}`,
        'cut off': token.slice(0, -2),
        huge: `${token}${'A'.repeat(5_000)}`,
        nothing: '',
        'no token at all': 'x.y.z',
      }
      const told = await Promise.all(Object.entries(wrong).map(async ([what, each]) => [what, (await hello(api, each, desk.clientId)).status]))
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.keys(wrong).map((what) => [what, 401])))
    })
  })
})

test('a new key of one server is found by another on the same database', async () => {
  const store = await stores.open('PostgreSQL')
  const [one, two] = [await openCentral({ store, log: quiet }), await centralApi(store)]
  await two.desk(await two.newTenant())
  await rotateKeys(store, new Date(Date.now() + 60_000).toISOString())
  const three = await openApi(store)
  const desk = await three.desk(await three.newTenant())
  expect((await one.app.inject({ method: 'POST', url: '/sync/v1/hello', payload: { clientId: desk.clientId, programVersion: '' }, headers: { authorization: `Bearer ${desk.session.accessToken}` } })).statusCode).toBe(200)
})
