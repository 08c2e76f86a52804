import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openAdminDoor } from '#central/http/admin.ts'
import { runErrand, type ErrandAnswer, type ErrandInput, type ErrandName } from '#central/operator/errands.ts'
import { commandRegistry } from '#central/sync/command-registry.ts'
import { accept, command, insert, refuse } from '#shared/foundation/command.ts'
import { commandOperation } from '#shared/foundation/operation.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { openApi, type CentralApi } from '#test/foundation/central-api.ts'
import { openShapedPglite, quiet } from '#test/foundation/central-stores.ts'

/** A server with the one company that it makes for itself. */
async function open() {
  const store = await openShapedPglite()
  onTestFinished(() => store.close())
  const api = await openApi(store)
  const tenantId = api.opened.first?.tenant.id ?? ''
  const ask = <N extends ErrandName>(name: N, input: ErrandInput<N>, central = api.opened.central) => runErrand(central, name, input) as Promise<ErrandAnswer<N>>
  const personOf = async (email: string) => (await ask('people', {})).find((each) => each.email === email)
  return { api, tenantId, ask, personOf }
}

const refusing = (code: string) => ({ refusal: { code } })
const tried = async (api: CentralApi, desk: Awaited<ReturnType<CentralApi['desk']>>) => {
  const { status, body } = await desk.post('/sync/v1/hello', { clientId: desk.clientId, programVersion: '' })
  return [status, (body as { error?: { code: string } }).error?.code, (await api.post('/auth/v1/refresh', { refreshToken: desk.session.refreshToken })).status]
}

describe('people', () => {
  test('are listed with what they may do and when they were heard of', async () => {
    const { api, tenantId, ask } = await open()
    const desk = await api.desk(tenantId, 'channelManager')
    await desk.give({ name: 'territories.create', input: { code: 'LATAM', name: 'Latin America', parentId: null } })
    await ask('invite', { name: 'Bo', email: 'Bo@Lira.example', role: 'viewer', territories: ['LATAM'] })
    const all = await ask('people', {})
    expect(all.map(({ email }) => email)).toEqual(all.map(({ email }) => email).toSorted())
    expect(all.find(({ email }) => email === desk.session.person.email)).toEqual({ name: 'A channelManager', email: desk.session.person.email, role: 'channelManager', territories: [], suspendedAt: null, desks: 1, seenAt: api.clock.now.toISOString() })
    expect(all.find(({ email }) => email === 'bo@lira.example')).toMatchObject({ role: 'viewer', territories: ['LATAM'], desks: 0, seenAt: null })
  })

  test('who are suspended are signed out everywhere and told why; their codes are void; others go on', async () => {
    const { api, tenantId, ask, personOf } = await open()
    const email = `${nextId()}@lira.example`
    const [desk, other] = [await api.desk(tenantId, 'viewer'), await api.desk(tenantId, 'viewer')]
    const code = await api.code(tenantId, 'viewer', [], email)
    await desk.pull()
    await ask('suspend', { email: desk.session.person.email.toUpperCase() })
    await ask('suspend', { email })
    expect(await tried(api, desk)).toEqual([403, 'person.suspended', 403])
    expect(await tried(api, other)).toEqual([200, undefined, 200])
    expect(await api.post('/auth/v1/enrol', { code, deviceName: '', clientId: nextId() })).toMatchObject({ status: 401, body: { error: { code: 'enrolment.code-invalid' } } })
    const fresh = await ask('invite', { name: 'X', email, role: 'viewer', territories: [] })
    expect(await api.post('/auth/v1/enrol', { code: fresh.code, deviceName: '', clientId: nextId() })).toMatchObject({ status: 403, body: { error: { code: 'person.suspended' } } })
    expect(await personOf(email)).toMatchObject({ suspendedAt: api.clock.now.toISOString(), desks: 0 })

    await ask('resume', { email })
    expect(await api.post('/auth/v1/enrol', { code: fresh.code, deviceName: '', clientId: nextId() })).toMatchObject({ status: 200 })
    expect(await personOf(email)).toMatchObject({ suspendedAt: null, desks: 1 })
    await ask('resume', { email: desk.session.person.email })
    expect(await tried(api, desk)).toEqual([401, 'session.ended', 401])
  })

  test('who wait are told at once', async () => {
    const { api, tenantId, ask } = await open()
    const desk = await api.desk(tenantId, 'viewer')
    await desk.pull()
    const waiting = desk.post('/sync/v1/wait', { cursor: desk.cursor })
    await ask('suspend', { email: desk.session.person.email })
    expect(await waiting).toMatchObject({ status: 403, body: { error: { code: 'person.suspended' } } })
  })

  test('get another role or other territories, which hold from their next request', async () => {
    const { api, tenantId, ask, personOf } = await open()
    const desk = await api.desk(tenantId, 'viewer')
    const { email } = desk.session.person
    const partner = { name: 'partners.create', input: { code: 'A', name: 'A', type: 'reseller', country: 'GT' } }
    expect(await desk.give(partner)).toMatchObject({ results: [{ status: 'refused', code: 'permission.denied' }] })
    await ask('giveRole', { email, role: 'channelManager' })
    expect(await desk.give(partner)).toMatchObject({ results: [{ status: 'applied' }] })
    await expect(ask('giveTerritories', { email, territories: ['NOWHERE'] })).rejects.toMatchObject(refusing('territory.not-found'))
    await desk.give({ name: 'territories.create', input: { code: 'LATAM', name: 'Latin America', parentId: null } })
    await ask('giveTerritories', { email, territories: ['LATAM'] })
    expect(await personOf(email)).toMatchObject({ role: 'channelManager', territories: ['LATAM'] })
    await desk.pull()
    expect(desk.ids('partners')).toHaveLength(1)
  })

  test('who are the last administrators stay so, also of two that would leave at once', async () => {
    const { api, tenantId, ask } = await open()
    const [first, second] = ['administrator@localhost.localdomain', `${nextId()}@lira.example`]
    await expect(ask('suspend', { email: first })).rejects.toMatchObject(refusing('person.last-administrator'))
    await expect(ask('giveRole', { email: first, role: 'viewer' })).rejects.toMatchObject(refusing('person.last-administrator'))
    await expect(ask('invite', { name: 'X', email: first, role: 'viewer', territories: [] })).rejects.toMatchObject(refusing('person.last-administrator'))
    await ask('giveRole', { email: first, role: 'administrator' })
    await api.code(tenantId, 'administrator', [], second)
    const ends = await Promise.allSettled([ask('suspend', { email: first }), ask('giveRole', { email: second, role: 'viewer' })])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('whom nobody knows are told so; with several companies nothing is done', async () => {
    const { api, ask } = await open()
    for (const name of ['suspend', 'resume'] as const) await expect(ask(name, { email: 'nobody@lira.example' })).rejects.toMatchObject(refusing('person.not-found'))
    await expect(ask('giveRole', { email: 'nobody@lira.example', role: 'viewer' })).rejects.toMatchObject(refusing('person.not-found'))
    await api.newTenant()
    await expect(ask('people', {})).rejects.toMatchObject(refusing('tenant.not-one'))
  })
})

test('after a backup was put back, every desk fetches everything again', async () => {
  const { api, tenantId, ask } = await open()
  const desk = await api.desk(tenantId)
  await desk.pull()
  await ask('renewEpoch', {})
  expect(await desk.page()).toMatchObject({ reset: 'epoch' })
})

describe('a command that was set aside', () => {
  const bad = commandOperation('Breaks until it is mended', z.strictObject({}), z.undefined())
  const breaking = async (mended: { how: 'throws' | 'refuses' | 'writes' }) => {
    const opened = await open()
    const broken = command({ ...bad, name: 'leads.update' }, function* (_, { id }) {
      if (mended.how === 'throws') throw new Error('it broke')
      if (mended.how === 'refuses') return refuse('lead.not-found', 'no')
      return accept(undefined, [insert(partners, buildPartner({ id: id(), code: 'MENDED' }))])
    })
    const central = { ...opened.api.opened.central, registry: new Map([...commandRegistry, ['leads.update', broken]]) }
    Object.assign(opened.api.opened.central, central)
    const desk = await opened.api.desk(opened.tenantId)
    const [sent] = desk.next({ name: 'leads.update', input: {} })
    if (sent === undefined) throw new Error('nothing was given')
    expect(await desk.send([sent])).toMatchObject({ results: [{ status: 'quarantined' }] })
    return { ...opened, desk, sent }
  }
  const kept = ({ api, tenantId }: { api: CentralApi; tenantId: string }) => api.store.transaction({ tenantId }, (session) => session.query('SELECT "closedAt", "closedBecause", "retriedAs" FROM "sync_quarantine"'))

  test('is listed with whose it was and what broke', async () => {
    const { ask, api, desk, sent } = await breaking({ how: 'throws' })
    expect(await ask('quarantined', {})).toEqual([{ id: sent.id, name: 'leads.update', person: 'A channelManager', email: desk.session.person.email, at: api.clock.now.toISOString(), issuedAt: sent.issuedAt, programVersion: 'test', attempts: 3, error: 'it broke', input: {} }])
  })

  test('is given again as a new one of its person, and then in the journal under his name', async () => {
    const mended: { how: 'throws' | 'writes' } = { how: 'throws' }
    const opened = await breaking(mended)
    const { api, ask, desk, sent, tenantId } = opened
    await expect(ask('retryQuarantined', { id: sent.id })).rejects.toMatchObject(refusing('quarantine.still-broken'))
    expect(await ask('quarantined', {})).toHaveLength(1)
    mended.how = 'writes'
    const { id } = await ask('retryQuarantined', { id: sent.id })
    expect(id).not.toBe(sent.id)
    const journal = await api.store.transaction({ tenantId }, (session) => session.query('SELECT "id", "actorName", "command" FROM "journal"'))
    expect(journal).toEqual([{ id, actorName: 'A channelManager', command: 'leads.update' }])
    await desk.pull()
    expect([...(desk.rows.get('partners')?.values() ?? [])]).toMatchObject([{ code: 'MENDED' }])
    expect(await kept(opened)).toEqual([{ closedAt: api.clock.now.toISOString(), closedBecause: 'given again', retriedAs: id }])
    await expect(ask('retryQuarantined', { id: sent.id })).rejects.toMatchObject(refusing('quarantine.not-found'))
    expect(await desk.send([sent])).toMatchObject({ results: [{ status: 'quarantined' }] })
  })

  test('that is refused now, or whose person may not any more, stays set aside', async () => {
    const mended: { how: 'throws' | 'refuses' | 'writes' } = { how: 'throws' }
    const { ask, desk, sent } = await breaking(mended)
    mended.how = 'refuses'
    await expect(ask('retryQuarantined', { id: sent.id })).rejects.toMatchObject(refusing('lead.not-found'))
    mended.how = 'writes'
    await ask('giveRole', { email: desk.session.person.email, role: 'viewer' })
    await expect(ask('retryQuarantined', { id: sent.id })).rejects.toMatchObject(refusing('permission.denied'))
    await ask('suspend', { email: desk.session.person.email })
    await expect(ask('retryQuarantined', { id: sent.id })).rejects.toMatchObject(refusing('person.suspended'))
    expect(await ask('quarantined', {})).toHaveLength(1)
  })

  test('is closed with a reason, which is kept', async () => {
    const opened = await breaking({ how: 'throws' })
    await expect(runErrand(opened.api.opened.central, 'dropQuarantined', { id: opened.sent.id, reason: ' ' })).rejects.toMatchObject(refusing('input.invalid'))
    await opened.ask('dropQuarantined', { id: opened.sent.id, reason: 'entered by hand' })
    expect(await opened.ask('quarantined', {})).toEqual([])
    expect(await kept(opened)).toMatchObject([{ closedBecause: 'entered by hand', retriedAs: null }])
    await expect(opened.ask('dropQuarantined', { id: opened.sent.id, reason: 'again' })).rejects.toMatchObject(refusing('quarantine.not-found'))
  })
})

test('the operator’s door opens for its secret alone, does what is on the list alone, and says when it is too early', async () => {
  const { api } = await open()
  const { access, app, serve } = await openAdminDoor(quiet)
  onTestFinished(() => app.close())
  const ask = async (path: string, secret: string, body: unknown = {}) => {
    const answer = await fetch(`${access.address}${path}`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code]
  }
  expect(await ask('/errands/people', access.secret)).toEqual([503, 'server.starting'])
  serve(api.opened.central)
  expect(await ask('/errands/people', access.secret)).toEqual([200, undefined])
  for (const secret of ['', 'x'.repeat(access.secret.length), `${access.secret}x`]) expect(await ask('/errands/people', secret)).toEqual([401, 'session.ended'])
  for (const name of ['toString', '__proto__', 'nothing']) expect(await ask(`/errands/${name}`, access.secret)).toEqual([404, 'route.unknown'])
  expect(await ask('/errands/suspend', access.secret, { email: 7 })).toEqual([422, 'input.invalid'])
})
