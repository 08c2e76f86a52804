import { describe, expect, test } from 'vitest'
import { routes } from '#central/http/routes.ts'
import { roles } from '#shared/people/role.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { openApi, type CentralApi, type RemoteDesk } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const LETTERS = 'x'.repeat(43)

/** What each open route answers, whoever asks. */
const open: Readonly<Record<string, { readonly body: object; readonly told: readonly [number, string?] }>> = {
  '/health': { body: {}, told: [200] },
  '/auth/v1/ways': { body: {}, told: [200] },
  '/auth/v1/enrol': { body: { code: 'AAAAA-BBBBB-CCCCC-DDDDD', deviceName: '', clientId: nextId() }, told: [401, 'enrolment.code-invalid'] },
  '/auth/v1/sign-in': { body: { idToken: LETTERS, address: 'http://127.0.0.1', secret: LETTERS, deviceName: '', clientId: nextId() }, told: [404, 'sign-in.not-offered'] },
  '/auth/v1/refresh': { body: { refreshToken: LETTERS }, told: [401, 'session.ended'] },
  '/auth/v1/sign-out': { body: { refreshToken: LETTERS }, told: [200] },
  // The key is the permission, and nobody here has one.
  '/forms/v1/:key': { body: {}, told: [404, 'form.not-found'] },
}

/** A message about a desk that every desk route takes. */
const about: Readonly<Record<string, (desk: RemoteDesk) => object>> = {
  '/auth/v1/identity': () => ({ clientId: nextId() }),
  '/keys/v1/keep': () => ({ workspaceId: nextId(), key: 'a'.repeat(64) }),
  '/keys/v1/recover': () => ({ workspaceId: nextId() }),
  '/sync/v1/hello': ({ clientId }) => ({ clientId, programVersion: '1' }),
  '/sync/v1/push': ({ clientId }) => ({ clientId, epoch: null, programVersion: '1', commands: [] }),
  '/sync/v1/pull': ({ clientId, cursor }) => ({ clientId, cursor, token: null, requestId: 1, acknowledged: 0 }),
  // A cursor that something has happened after, so that nobody waits.
  '/sync/v1/wait': ({ cursor }) => ({ cursor }),
  '/sync/v1/digest': ({ clientId, cursor }) => ({ clientId, cursor }),
}

const UNKNOWN_KEY = [404, 'workspace-key.unknown'] as const
/** What desk routes answer a person of the company, where that is not yes, and one of another company, where that is not no. */
const own: Readonly<Record<string, readonly [number, string?]>> = { '/keys/v1/recover': UNKNOWN_KEY }
const foreign: Readonly<Record<string, readonly [number, string?]>> = { '/auth/v1/identity': [200], '/keys/v1/keep': [200], '/keys/v1/recover': UNKNOWN_KEY, '/sync/v1/wait': [400, 'cursor.invalid'] }

async function asked(api: CentralApi, method: 'GET' | 'POST', url: string, body: object, accessToken?: string): Promise<readonly [number, string?]> {
  const answer = await api.opened.app.inject({ method, url, remoteAddress: '10.7.7.7', ...(method === 'POST' ? { payload: body } : {}), headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` } })
  const { error } = answer.json<{ error?: { code: string } }>()
  return error === undefined ? [answer.statusCode] : [answer.statusCode, error.code]
}

/** A desk that has pulled, and something to hear of since. */
async function settledDesk(api: CentralApi, tenantId: string, role: (typeof roles)[number]): Promise<RemoteDesk> {
  const desk = await api.desk(tenantId, role)
  await desk.pull()
  const other = await api.desk(tenantId, 'channelManager')
  await other.give({ name: 'partners.create', input: { code: nextId(), name: 'x', type: 'reseller', country: 'GT' } })
  return desk
}

test('every route is in one of the two tables', () => {
  expect(routes.filter(({ permission }) => permission !== 'desk').map(({ path }) => path)).toEqual(Object.keys(open))
  expect(routes.filter(({ permission }) => permission === 'desk').map(({ path }) => path)).toEqual(Object.keys(about))
})

describe.each(routes.map(({ path, method, permission }) => ({ path, method, permission })))('$method $path', ({ path, method, permission }) => {
  test('answers each asker with the code of the table', async () => {
    const api = await openApi(await stores.open('PGlite'))
    const tenantId = await api.newTenant()
    const [mine, suspended, left] = [await settledDesk(api, tenantId, 'viewer'), await settledDesk(api, tenantId, 'viewer'), await settledDesk(api, tenantId, 'viewer')]
    const stranger = await api.desk(await api.newTenant(), 'administrator')
    await api.store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "person" SET "suspendedAt" = '2026' WHERE "id" = $1`, [suspended.session.person.userId]))
    await api.post('/auth/v1/sign-out', { refreshToken: left.session.refreshToken })

    const told: Record<string, readonly [number, string?]> = {}
    const ask = async (who: string, speaksOf: RemoteDesk, accessToken?: string): Promise<void> => {
      const body = permission === 'desk' ? about[path]?.(speaksOf) : open[path]?.body
      told[who] = await asked(api, method, path, body ?? {}, accessToken)
    }
    await ask('anonymous', mine)
    await ask('nonsense', mine, 'x.y.z')
    await ask('of another company', mine, stranger.session.accessToken)
    for (const [who, desk] of Object.entries({ suspended, 'signed out': left })) await ask(who, desk, desk.session.accessToken)
    for (const role of roles) {
      const desk = await settledDesk(api, tenantId, role)
      await ask(role, desk, desk.session.accessToken)
    }
    api.clock.now = new Date(api.clock.now.getTime() + 3_600_000)
    await ask('expired', mine, mine.session.accessToken)

    const everybody = Object.keys(told)
    if (permission !== 'desk') return expect(told).toEqual(Object.fromEntries(everybody.map((who) => [who, open[path]?.told])))
    const ended = [401, 'session.ended']
    expect(told).toEqual({
      ...Object.fromEntries(roles.map((role) => [role, own[path] ?? [200]])),
      anonymous: ended, nonsense: ended, expired: ended, 'signed out': ended,
      suspended: [403, 'person.suspended'],
      'of another company': foreign[path] ?? [403, 'client.foreign'],
    })
  })
})

test('an id of another company’s, or one that is guessed, is nobody’s: the answer is the same', async () => {
  const api = await openApi(await stores.open('PGlite'))
  const [theirs, mine] = [await api.desk(await api.newTenant()), await api.desk(await api.newTenant())]
  await theirs.give({ name: 'partners.create', input: { code: 'A', name: 'A', type: 'reseller', country: 'GT' } })
  await theirs.pull()
  const [there = ''] = theirs.ids('partners')
  const answers = await mine.give(...[there, nextId()].map((id) => ({ name: 'partners.setStatus', input: { id, status: 'vetting' } })))
  const [of, guessed] = answers.results.map(({ status, code, message, details }) => ({ status, code, message, details: JSON.stringify(details).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID') }))
  expect(of).toMatchObject({ status: 'refused', code: 'partner.not-found' })
  expect(of).toEqual(guessed)
})

test('what is taken in one company is free in another: nobody learns of it by trying', async () => {
  const api = await openApi(await stores.open('PGlite'))
  const [theirs, mine] = [await api.desk(await api.newTenant()), await api.desk(await api.newTenant())]
  const id = nextId()
  const partner = { name: 'partners.create', input: { code: 'TAKEN', name: 'A', type: 'reseller', country: 'GT' }, id }
  const made = [await theirs.give(partner), await mine.give(partner)]
  expect(made.map(({ results }) => results[0]?.status)).toEqual(['applied', 'applied'])
  expect(await mine.give({ ...partner, id: nextId() })).toMatchObject({ results: [{ code: 'partner.code-taken' }] })
})

test.each(['/auth/v1/refresh', '/auth/v1/sign-in'])('who hammers %s is stopped, whoever he claims to be', async (url) => {
  const api = await openApi(await stores.open('PGlite'))
  const most = routes.find(({ path }) => path === url)?.rate === 'enrol' ? 20 : 600
  const attempt = async (at: number, remoteAddress = '10.9.9.9') => (await api.opened.app.inject({ method: 'POST', url, payload: open[url]?.body ?? {}, remoteAddress, headers: { 'x-forwarded-for': `1.2.3.${at}`, forwarded: `for=1.2.3.${at}`, 'x-real-ip': `1.2.3.${at}` } })).statusCode
  const told: number[] = []
  for (let at = 0; at < most + 5; at += 1) told.push(await attempt(at))
  expect(told.map((status) => status === 429)).toEqual(told.map((_, at) => at >= most))
  expect(await attempt(0, '10.9.9.8')).not.toBe(429)
})
