import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '#shared/people/enrolment.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { openApi, type CentralApi } from '#test/foundation/central-api.ts'
import { centralStores, quiet } from '#test/foundation/central-stores.ts'
import { CLIENT_ID, startCompanyProvider, type CompanyProvider } from '#test/foundation/company-provider.ts'

const stores = centralStores()
const ADDRESS = 'http://127.0.0.1:8484'
const SECRET = 's'.repeat(43)
const nonceFor = (address: string, secret = SECRET): string => createHash('sha256').update(`${address} ${secret}`).digest('base64url')
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

let provider: CompanyProvider
let api: CentralApi
let tenantId: string
let email: string

beforeAll(async () => {
  provider = await startCompanyProvider()
  api = await openApi(await stores.open('PGlite'), quiet, { signIn: { issuer: provider.issuer, clientId: CLIENT_ID, address: null } })
  tenantId = await api.newTenant()
  email = `${nextId()}@lira.example`
  await api.code(tenantId, 'channelManager', [], email)
})
afterAll(() => provider.close())

type Claims = Readonly<Record<string, unknown>>

const claims = (more: Claims = {}): Claims => ({ email, email_verified: true, nonce: nonceFor(ADDRESS), ...more })
const token = (more: Claims = {}, now = api.clock.now) => provider.sign(claims({ jti: nextId(), ...more }), now)
const signIn = (idToken: string, more: object = {}, at = api) => at.post('/auth/v1/sign-in', { idToken, address: ADDRESS, secret: SECRET, deviceName: 'x', clientId: nextId(), ...more })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { error?: { code: string } }).error?.code]

test('the server says where people sign in, and keeps it; without, it says that there is no such way', async () => {
  const ways = (at: CentralApi) => at.opened.app.inject({ method: 'GET', url: '/auth/v1/ways' })
  expect((await ways(api)).json()).toEqual({ company: { issuer: provider.issuer, clientId: CLIENT_ID } })
  expect((await ways(await openApi(api.store))).json()).toEqual({ company: { issuer: provider.issuer, clientId: CLIENT_ID } })
  const without = await openApi(await stores.open('PostgreSQL'))
  expect((await ways(without)).json()).toEqual({ company: null })
  expect(codeOf(await signIn(await token(), {}, without))).toEqual([404, 'sign-in.not-offered'])
})

test('a person who was invited gets a desk by the company’s word, however the address is spelled, and the desk does what others do', async () => {
  const clientId = nextId()
  const { status, body } = await signIn(await token({ email: email.toUpperCase() }), { clientId })
  const session = body as Session
  expect([status, session.person.email, session.person.role]).toEqual([200, email, 'channelManager'])
  expect(await api.post('/sync/v1/hello', { clientId, programVersion: '' }, session.accessToken)).toMatchObject({ status: 200 })
  expect(await api.post('/auth/v1/refresh', { refreshToken: session.refreshToken })).toMatchObject({ status: 200 })
})

test('nobody takes another person’s desk over', async () => {
  const desk = await api.desk(tenantId)
  expect(codeOf(await signIn(await token(), { clientId: desk.clientId }))).toEqual([409, 'client.foreign'])
})

test('an id_token lets one desk in, of many that show it at once too', async () => {
  const idToken = await token()
  const answers = await Promise.all(Array.from({ length: 15 }, () => signIn(idToken)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(codeOf(await signIn(idToken))).toEqual([401, 'sign-in.token-invalid'])
})

describe('is refused', () => {
  test.each<[string, Claims, unknown[]]>([
    ['somebody whom nobody has invited', { email: 'stranger@lira.example' }, [403, 'sign-in.unknown-person']],
    ['whose address is none', { email: 'x@lira.example\u0000' }, [401, 'sign-in.token-invalid']],
    ['whose address the provider does not vouch for', { email_verified: false }, [403, 'sign-in.email-unverified']],
    ['whose address may or may not be vouched for', { email_verified: undefined }, [403, 'sign-in.email-unverified']],
    ['who has no address', { email: undefined }, [403, 'sign-in.email-unverified']],
    ['a verification that is a text', { email_verified: 'true' }, [401, 'sign-in.token-invalid']],
    ['an id_token for another client', { aud: 'another' }, [401, 'sign-in.token-invalid']],
    ['one for several, given to another', { aud: [CLIENT_ID, 'another'], azp: 'another' }, [401, 'sign-in.token-invalid']],
    ['one of another issuer', { iss: 'https://evil.example' }, [401, 'sign-in.token-invalid']],
    ['one without a nonce', { nonce: undefined }, [401, 'sign-in.token-invalid']],
    ['one with another nonce', { nonce: nonceFor(ADDRESS, 'another') }, [401, 'sign-in.token-invalid']],
    ['one that was meant for another server', { nonce: nonceFor('https://evil.example') }, [401, 'sign-in.token-invalid']],
    ['one without an end', { exp: undefined }, [401, 'sign-in.token-invalid']],
    ['one without a person', { sub: undefined }, [401, 'sign-in.token-invalid']],
  ])('%s', async (_, more, expected) => {
    expect(codeOf(await signIn(await token(more)))).toEqual(expected)
  })

  test('an id_token that is old, of the future, or long given', async () => {
    const at = (seconds: number) => new Date(api.clock.now.getTime() + seconds * 1000)
    expect(codeOf(await signIn(await token({}, at(-700))))).toEqual([401, 'sign-in.token-expired'])
    expect(codeOf(await signIn(await token({ exp: Math.floor(at(9_000).getTime() / 1000) }, at(-700))))).toEqual([401, 'sign-in.token-expired'])
    expect(codeOf(await signIn(await token({}, at(300))))).toEqual([401, 'sign-in.token-invalid'])
    expect((await signIn(await token({}, at(-590)))).status).toBe(200)
  })

  test('an id_token that the provider’s private key has not signed', async () => {
    const good = await token()
    const [head = '', body = '', mark = ''] = good.split('.')
    const other = await generateKeyPair('RS256', { extractable: true })
    const now = Math.floor(api.clock.now.getTime() / 1000)
    const whole = { iss: provider.issuer, aud: CLIENT_ID, sub: 'x', iat: now, exp: now + 600, ...claims() }
    const hmac = `${encoded({ alg: 'HS256', kid: 'company-key' })}.${body}`
    const wrong: Readonly<Record<string, string>> = {
      'alg none': `${encoded({ alg: 'none' })}.${body}.`,
      'alg none, signed': `${encoded({ alg: 'none', kid: 'company-key' })}.${body}.${mark}`,
      'HMAC by the public key': `${hmac}.${createHmac('sha256', JSON.stringify(provider.publicJwk)).update(hmac).digest('base64url')}`,
      'HMAC by its modulus': `${hmac}.${createHmac('sha256', Buffer.from(String(provider.publicJwk['n']), 'base64url')).update(hmac).digest('base64url')}`,
      'another key under the same name': await new SignJWT(whole).setProtectedHeader({ alg: 'RS256', kid: 'company-key' }).sign(other.privateKey),
      'another key that it brings along': await new SignJWT(whole).setProtectedHeader({ alg: 'RS256', jwk: { kty: 'RSA' } }).sign(other.privateKey),
      'a key that nobody knows': await new SignJWT(whole).setProtectedHeader({ alg: 'RS256', kid: 'unknown' }).sign(provider.key),
      'claims changed': `${head}.${encoded({ ...whole, email: 'administrator@localhost.localdomain' })}.${mark}`,
      'cut off': good.slice(0, -4),
      'no token': 'x'.repeat(40),
    }
    const told = await Promise.all(Object.entries(wrong).map(async ([what, each]) => [what, codeOf(await signIn(each))]))
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.keys(wrong).map((what) => [what, [401, 'sign-in.token-invalid']])))
    expect((await signIn(good)).status).toBe(200)
  })

  test('another secret, another address than the one it was made for, and what is no sign-in', async () => {
    expect(codeOf(await signIn(await token(), { secret: 't'.repeat(43) }))).toEqual([401, 'sign-in.token-invalid'])
    expect(codeOf(await signIn(await token(), { address: 'http://127.0.0.1:9999' }))).toEqual([401, 'sign-in.token-invalid'])
    expect(codeOf(await signIn(await token(), { address: 'https://central.lira.example' }))).toEqual([409, 'sign-in.other-address'])
    expect(codeOf(await signIn(await token(), { role: 'administrator' }))).toEqual([400, 'input.invalid'])
    expect(codeOf(await signIn('x'.repeat(20_000)))).toEqual([400, 'input.invalid'])
  })

  test('whom several companies have invited, and whose access is suspended', async () => {
    const [twice, gone] = [`${nextId()}@lira.example`, `${nextId()}@lira.example`]
    for (const company of [tenantId, await api.newTenant()]) await api.code(company, 'viewer', [], twice)
    await api.code(tenantId, 'viewer', [], gone)
    await api.store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "person" SET "suspendedAt" = '2026' WHERE "email" = $1`, [gone]))
    expect(codeOf(await signIn(await token({ email: twice })))).toEqual([409, 'sign-in.several-companies'])
    expect(codeOf(await signIn(await token({ email: gone })))).toEqual([403, 'person.suspended'])
  })
})

test('where the server goes by an address of its own, that alone is good', async () => {
  const address = 'https://central.lira.example'
  const central = await openApi(await stores.open('PostgreSQL'), quiet, { signIn: { issuer: provider.issuer, clientId: CLIENT_ID, address } })
  await central.code(await central.newTenant(), 'viewer', [], email)
  expect(codeOf(await signIn(await token(), {}, central))).toEqual([409, 'sign-in.other-address'])
  expect(await signIn(await token({ nonce: nonceFor(address) }), { address }, central)).toMatchObject({ status: 200 })
})

describe('a provider', () => {
  const answering = async (answer: (path: string) => object | string | null) => {
    const server = createServer((request, response) => {
      const body = answer(request.url ?? '')
      if (typeof body === 'string') response.writeHead(302, { location: body }).end()
      else response.writeHead(body === null ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    const issuer = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : ''
    const central = await openApi(api.store, quiet, { signIn: { issuer, clientId: CLIENT_ID, address: null } })
    return { issuer, central, end: () => new Promise((resolve) => server.close(resolve)) }
  }
  test('that cannot be reached, or describes itself as another, is told so; one that comes back is asked again', async () => {
    let says: (path: string) => object | string | null = () => null
    const { issuer, central, end } = await answering((path) => says(path))
    const idToken = await token({ iss: issuer })
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = () => ({ issuer: 'https://another.example', jwks_uri: `${issuer}/keys` })
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = () => `${provider.issuer}/.well-known/openid-configuration`
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = (path) => (path === '/keys' ? `${provider.issuer}/jwks` : { issuer, jwks_uri: `${issuer}/keys` })
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = () => ({ issuer, jwks_uri: 'http://10.0.0.1/keys' })
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = (path) => (path.startsWith('/.well-known') ? { issuer, jwks_uri: `${issuer}/keys` } : null)
    expect(codeOf(await signIn(idToken, {}, central))).toEqual([422, 'sign-in.provider-unreachable'])
    says = (path) => (path.startsWith('/.well-known') ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [provider.publicJwk] })
    expect((await signIn(idToken, {}, central)).status).toBe(200)
    await end()
  })
})
