import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCentral } from '#central/open-central.ts'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { SIGN_IN_BEGUN, signInPage } from '#main/sync/sign-in/sign-in-begun.ts'
import { signInWithCompany } from '#main/sync/sign-in/sign-in.ts'
import { newId } from '#main/foundation/new-id.ts'
import type { Surroundings } from '#main/sync/surroundings.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { CentralApi } from '#test/foundation/central-api.ts'
import { openShapedPglite, quiet } from '#test/foundation/central-stores.ts'
import { CLIENT_ID, signInAs, startCompanyProvider, UNVERIFIED, walkTo, type CompanyProvider } from '#test/foundation/company-provider.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'
import { HandClock } from '../loop-desk.ts'

const { connect, now, signIn, signOut, status, ways } = syncContract.operations

let provider: CompanyProvider
let api: CentralApi
let address: string
let tenantId: string

beforeAll(async () => {
  provider = await startCompanyProvider()
  const store = await openShapedPglite()
  // By the clock that the provider has too.
  const clock = { get now() { return new Date() } }
  api = new CentralApi(store, await openCentral({ store, log: quiet, clock: () => clock.now, signIn: { issuer: provider.issuer, clientId: CLIENT_ID, address: null } }), clock)
  address = await api.opened.app.listen({ host: '127.0.0.1', port: 0 })
  tenantId = await api.newTenant()
  return async () => {
    api.opened.app.server.closeAllConnections()
    await api.opened.app.close()
    await store.close()
  }
})
afterAll(() => provider.close())

async function invited(): Promise<string> {
  const email = `${nextId()}@lira.example`
  await api.code(tenantId, 'channelManager', [], email)
  return email
}

/** Begins to sign in, up to where the person has the page. */
async function begin(host: OpenHost) {
  const id = newId()
  const outcome = host.call(signIn, { address }, id)
  const page = signInPage(await host.event(SIGN_IN_BEGUN))
  if (page === undefined) throw new Error('no page to sign in on')
  return { id, outcome, page }
}

describe('a desk', () => {
  test('is connected by the company’s account, asked for in the person’s browser; the answer is used once', async () => {
    const host = await openHost()
    const email = await invited()
    expect(valueOf(await host.call(ways, { address }))).toEqual({ company: true })
    const { outcome, page } = await begin(host)
    expect(Object.fromEntries(new URL(page).searchParams)).toMatchObject({ response_type: 'code', client_id: CLIENT_ID, code_challenge_method: 'S256', scope: 'openid email', redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/) })
    const callback = await walkTo(page, { email })
    const shown = await fetch(callback, { headers: { 'accept-language': 'ja,en;q=0.5' } })
    expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('content-security-policy')]).toEqual([200, 'no-store', expect.stringContaining("default-src 'none'")])
    expect(await shown.text()).toContain('Channel Workbench に戻ってください')
    expect(valueOf(await outcome)).toMatchObject({ state: 'synced', person: { email, role: 'channelManager' }, problem: null })
    await expect(fetch(callback)).rejects.toThrow()
    expect(refusalOf(await host.call(signIn, { address }))).toEqual({ code: 'sync.connected-already' })
    expect(host.events.filter(({ name }) => name === SIGN_IN_BEGUN)).toHaveLength(1)
    expect(host.logged).toEqual([])
  })

  test.each<[string, { email: string } | 'deny', string]>([
    ['whom nobody has invited', { email: 'stranger@lira.example' }, 'sign-in.unknown-person'],
    ['for whose address nobody vouches', { email: UNVERIFIED }, 'sign-in.email-unverified'],
    ['who says no', 'deny', 'sign-in.denied'],
  ])('of somebody %s stays as it was', async (_, choice, code) => {
    const host = await openHost()
    const { outcome, page } = await begin(host)
    expect((await signInAs(page, choice)).status).toBe(200)
    expect(refusalOf(await outcome)).toMatchObject({ code })
    expect(valueOf(await host.call(status, {}))).toMatchObject({ state: 'local', person: null })
  })

  test('of somebody who gives up listens no longer, and can be connected by a code then', async () => {
    const host = await openHost()
    const { id, outcome, page } = await begin(host)
    const callback = await walkTo(page, { email: await invited() })
    await host.host.call('host.cancel', { job: id }, { kind: 'window' })
    expect(refusalOf(await outcome)).toEqual({ code: 'sign-in.cancelled' })
    await expect(fetch(callback)).rejects.toThrow()
    expect(valueOf(await host.call(connect, { address, code: await api.code(tenantId, 'viewer') }))).toMatchObject({ state: 'synced' })
  })

  test('that is closed meanwhile ends the wait', async () => {
    const host = await openHost()
    const { outcome } = await begin(host)
    await host.host.close()
    expect(refusalOf(await outcome)).toEqual({ code: 'sign-in.cancelled' })
  })

  test('of a suspended person tells him so; his unsent work can be taken out, and is sent when he is let in again', async () => {
    const host = await openHost()
    const email = await invited()
    const first = await begin(host)
    await signInAs(first.page, { email })
    const userId = valueOf(await first.outcome).person?.userId ?? ''
    const suspend = (at: string | null) => api.store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "person" SET "suspendedAt" = $2 WHERE "id" = $1', [userId, at]))
    await suspend('2026-11-20T00:00:00.000Z')
    valueOf(await host.call(leadsContract.operations.create, { company: 'Kitayama Foods', country: 'JP' }))
    expect(valueOf(await host.call(now, {}))).toMatchObject({ state: 'signedOut', problem: 'person.suspended', pending: 1, person: { email } })
    const path = join(host.directory, 'leads.csv')
    host.host.grantFile({ token: 'leads-file', path, access: 'write' })
    valueOf(await host.call(importsContract.operations.export, { subject: 'leads', format: 'csv', file: 'leads-file' }))
    expect(readFileSync(path, 'utf8')).toContain('Kitayama Foods')

    await suspend(null)
    const code = await api.code(tenantId, 'channelManager', [], email)
    expect(valueOf(await host.call(connect, { address, code }))).toMatchObject({ state: 'synced', pending: 0, problem: null })
    const leads = await api.store.transaction({ tenantId }, (session) => session.query('SELECT "company" FROM "leads" WHERE "company" = $1', ['Kitayama Foods']))
    expect(leads).toHaveLength(1)
  })

  test('that was signed out comes back to its rows by the company’s account', async () => {
    const host = await openHost()
    const email = await invited()
    const first = await begin(host)
    await signInAs(first.page, { email })
    valueOf(await first.outcome)
    valueOf(await host.call(signOut, { wipe: false }))
    const again = host.call(signIn, { address })
    await expect.poll(() => host.events.filter(({ name }) => name === SIGN_IN_BEGUN).length).toBe(2)
    await signInAs(signInPage(host.events.findLast(({ name }) => name === SIGN_IN_BEGUN) ?? { name: '', data: null }) ?? '', { email })
    expect(valueOf(await again)).toMatchObject({ state: 'synced' })
  })
})

/** A sign-in without a workspace, whose network can be tampered with. */
function attempt({ fetch = systemSurroundings().fetch, after = systemSurroundings().after, at = address }: { fetch?: Surroundings['fetch']; after?: Surroundings['after']; at?: string } = {}) {
  const cancel = new AbortController()
  const shown = Promise.withResolvers<string>()
  const proof = signInWithCompany(at, { surroundings: { fetch, after }, signal: cancel.signal, show: shown.resolve }).then(({ body }) => ({ body }), (error: { refusal?: { code: string } }) => ({ code: error.refusal?.code ?? String(error) }))
  return { page: shown.promise, proof, cancel }
}

/** The network with another answer at one path. */
const tampered = (path: string, answer: (honest: () => Promise<Response>) => Promise<Response>): Surroundings['fetch'] => (url, init) => (new URL(url).pathname === path ? answer(() => fetch(url, init)) : fetch(url, init))
const json = (body: object, status = 200): Response => Response.json(body, { status })

describe('the address that the browser comes back to', () => {
  test('knows the answer by its state: whoever else comes ends nothing', async () => {
    const { page, proof } = attempt()
    const callback = await walkTo(await page, { email: await invited() })
    const without = (change: (address: URL) => void): string => {
      const address = new URL(callback)
      change(address)
      return address.href
    }
    const strangers = [
      without(({ searchParams }) => searchParams.set('state', 'x'.repeat(43))),
      without(({ searchParams }) => searchParams.delete('state')),
      without(({ searchParams }) => searchParams.append('state', 'another')),
      without(({ searchParams }) => searchParams.delete('code')),
      without((address) => (address.pathname = '/')),
      without((address) => (address.pathname = '/favicon.ico')),
    ]
    for (const stranger of strangers) expect([stranger, (await fetch(stranger)).status]).toEqual([stranger, 404])
    expect((await fetch(callback, { method: 'POST' })).status).toBe(404)
    expect(await (await fetch(strangers[0] ?? '')).text()).toContain('No sign-in waits for this page.')
    expect((await fetch(callback)).status).toBe(200)
    expect(await proof).toMatchObject({ body: { address, idToken: expect.any(String) } })
  })

  test('is of this machine by its number alone: a name that leads here is turned away', async () => {
    const { page, proof, cancel } = attempt()
    const callback = new URL(await walkTo(await page, { email: await invited() }))
    callback.hostname = 'localhost'
    const refused = await fetch(callback).then(({ status }) => status, () => 'no connection')
    expect([404, 'no connection']).toContain(refused)
    cancel.abort()
    expect(await proof).toEqual({ code: 'sign-in.cancelled' })
  })

  test('waits five minutes', async () => {
    const clock = new HandClock()
    const { page, proof } = attempt({ after: clock.after })
    const callback = await walkTo(await page, { email: await invited() })
    await clock.pass(299_000)
    expect((await fetch(callback.replace(/state=[^&]+/, 'state=x'))).status).toBe(404)
    await clock.pass(2_000)
    expect(await proof).toEqual({ code: 'sign-in.timed-out' })
    await expect(fetch(callback)).rejects.toThrow()
  })

  test('believes no other issuer', async () => {
    const { page, proof } = attempt()
    const callback = new URL(await walkTo(await page, { email: await invited() }))
    expect(callback.searchParams.get('iss')).toBe(provider.issuer)
    callback.searchParams.set('iss', 'https://evil.example')
    await fetch(callback)
    expect(await proof).toEqual({ code: 'sign-in.wrong-issuer' })
  })

  test('believes no answer that leaves the issuer out where the provider names it', async () => {
    const { page, proof } = attempt()
    const callback = new URL(await walkTo(await page, { email: await invited() }))
    callback.searchParams.delete('iss')
    await fetch(callback)
    expect(await proof).toEqual({ code: 'sign-in.answer-invalid' })
  })
})

describe('before the page is shown, what is wrong is told', () => {
  test.each<[string, Surroundings['fetch'], string]>([
    ['a central API without such a way', tampered('/auth/v1/ways', async () => json({ company: null })), 'sign-in.not-offered'],
    ['a central API of before', tampered('/auth/v1/ways', async () => json({ error: { code: 'route.unknown', message: '' } }, 404)), 'route.unknown'],
    ['an issuer by plain HTTP', tampered('/auth/v1/ways', async () => json({ company: { issuer: 'http://company.example', clientId: 'x' } })), 'sign-in.provider-unreachable'],
    ['a provider that cannot be reached', tampered('/.well-known/openid-configuration', async () => Promise.reject(new TypeError('fetch failed'))), 'sign-in.provider-unreachable'],
    ['the page of a network', tampered('/.well-known/openid-configuration', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })), 'sign-in.provider-unreachable'],
    ['a provider that says it is another', tampered('/.well-known/openid-configuration', async (honest) => json({ ...((await (await honest()).json()) as object), issuer: 'https://evil.example' })), 'sign-in.provider-unreachable'],
    ['a page by plain HTTP', tampered('/.well-known/openid-configuration', async (honest) => json({ ...((await (await honest()).json()) as object), authorization_endpoint: 'http://evil.example/auth' })), 'sign-in.provider-unreachable'],
    ['a page that is a program', tampered('/.well-known/openid-configuration', async (honest) => json({ ...((await (await honest()).json()) as object), authorization_endpoint: 'file:///bin/sh' })), 'sign-in.provider-unreachable'],
  ])('%s', async (_, fetch, code) => {
    expect(await attempt({ fetch }).proof).toEqual({ code })
  })

  test('a server elsewhere that sends the desk to this machine', async () => {
    const asked: string[] = []
    const fetch: Surroundings['fetch'] = async (url) => {
      asked.push(url)
      return json({ company: { issuer: provider.issuer, clientId: CLIENT_ID } })
    }
    expect(await attempt({ fetch, at: 'https://central.example' }).proof).toEqual({ code: 'sign-in.provider-unreachable' })
    expect(asked).toEqual(['https://central.example/auth/v1/ways'])
  })
})

describe('the code is traded by this desk alone; what comes instead of an id_token is told', () => {
  test('another verifier trades nothing', async () => {
    const { page, proof, cancel } = attempt()
    const callback = new URL(await walkTo(await page, { email: await invited() }))
    const traded = await fetch(`${provider.issuer}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: CLIENT_ID, code: callback.searchParams.get('code') ?? '', redirect_uri: `${callback.origin}${callback.pathname}`, code_verifier: 'v'.repeat(43) }) })
    expect([traded.status, await traded.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_grant' })])
    cancel.abort()
    await proof
  })

  test.each<[string, (honest: () => Promise<Response>) => Promise<Response>, string]>([
    ['no network', async () => Promise.reject(new TypeError('fetch failed')), 'sign-in.provider-unreachable'],
    ['the page of a network', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'sign-in.provider-unreachable'],
    ['a refusal', async () => json({ error: 'invalid_grant' }, 400), 'sign-in.provider-refused'],
    ['no id_token', async (honest) => json({ ...((await (await honest()).json()) as object), id_token: undefined }), 'sign-in.answer-invalid'],
    ['an id_token with another nonce', async (honest) => json({ ...((await (await honest()).json()) as object), id_token: await provider.sign({ nonce: 'another' }, new Date()) }), 'sign-in.answer-invalid'],
    ['an id_token for another client', async (honest) => json({ ...((await (await honest()).json()) as object), id_token: await provider.sign({ aud: 'another' }, new Date()) }), 'sign-in.answer-invalid'],
    ['an id_token that is over', async (honest) => json({ ...((await (await honest()).json()) as object), id_token: await provider.sign({}, new Date(0)) }), 'sign-in.token-expired'],
  ])('%s', async (_, answer, code) => {
    const { page, proof } = attempt({ fetch: tampered('/token', answer) })
    await signInAs(await page, { email: await invited() })
    expect(await proof).toEqual({ code })
  })
})
