import { describe, expect, test } from 'vitest'
import { renewEpoch } from '#central/people/tenants.ts'
import { compactChanges } from '#central/sync/compact-changes.ts'
import { wait } from '#central/sync/wait.ts'
import type { Store } from '#central/store/store.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, type CentralApi, type Given, type RemoteDesk } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const partner = (code: string): Given => ({ name: 'partners.create', input: { code, name: `Partner ${code}`, type: 'reseller', country: 'GT' } })
const lead = (company: string, id = nextId()): Given => ({ name: 'leads.create', input: { company, country: 'JP' }, id })
const territory = (code: string, parentId: string | null, id = nextId()): Given => ({ name: 'territories.create', input: { code, name: code, parentId }, id })
/** The id that a command's first row gets. */
const madeBy = ({ id = '' }: Given): string => id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) + 1n).toString(16).padStart(12, '0')

async function bearerOf(desk: RemoteDesk, tenantId: string) {
  const claims = JSON.parse(Buffer.from(desk.session.accessToken.split('.')[1] ?? '', 'base64url').toString()) as { did: string }
  return { tenantId, personId: desk.session.person.userId, deviceId: claims.did, clientId: desk.clientId }
}

async function moveLead(store: Store, tenantId: string, id: string, territoryId: string | null): Promise<void> {
  await store.transaction({ tenantId }, (session) => session.query('UPDATE "leads" SET "territoryId" = $2, "rev" = "rev" + 1 WHERE "id" = $1', [id, territoryId]))
}

describe.each(['PGlite', 'PostgreSQL'] as const)('pull on %s', (name) => {
  const open = async () => {
    const api = await centralApi(await stores.open(name))
    const tenantId = await api.newTenant()
    return { api, store: api.store, tenantId, desk: await api.desk(tenantId) }
  }
  /** A tree GT > (GT-N, GT-S), MX; a lead in each and one in none; somebody who sees GT alone. */
  const openTerritories = async () => {
    const { api, store, tenantId, desk } = await open()
    const gt = territory('GT', null)
    const north = territory('GT-N', madeBy(gt))
    const mx = territory('MX', null)
    const given = [gt, north, mx, lead('In GT'), lead('In the north'), lead('In MX'), lead('Nowhere')]
    await desk.give(...given)
    const ids = given.map(madeBy)
    const [gtId = '', northId = '', mxId = '', inGt = '', inNorth = '', inMx = '', nowhere = ''] = ids
    await moveLead(store, tenantId, inGt, gtId)
    await moveLead(store, tenantId, inNorth, northId)
    await moveLead(store, tenantId, inMx, mxId)
    const limited = await api.desk(tenantId, 'channelManager', [gtId])
    return { api, store, tenantId, desk, limited, gtId, northId, mxId, inGt, inNorth, inMx, nowhere }
  }

  test('the first gives everything, the next what has changed, and one more nothing', async () => {
    const { api, tenantId, desk } = await open()
    await desk.give(partner('A'), lead('L1'))
    const other = await api.desk(tenantId)
    expect(await other.pull()).toMatchObject({ reset: 'first', pages: 1, complete: { lastSeq: 0, results: [] } })
    expect([other.ids('partners').length, other.ids('leads').length, other.ids('journal').length]).toEqual([1, 1, 2])
    await desk.give(partner('B'))
    const next = await other.pull()
    expect(next).toMatchObject({ reset: null, data: [{ table: 'partners', put: [expect.anything()], remove: [] }, { table: 'journal', put: [expect.anything()] }] })
    expect(await other.pull()).toMatchObject({ reset: null, data: [] })
  })

  test('rows come with every kind of value as the desk keeps it', async () => {
    const { store, tenantId, desk } = await open()
    const row = buildLead({ company: '日本 "x" \\ \u2028', latitude: 35.681236, score: 0, declinedBy: [nextId()], city: null })
    await store.transaction({ tenantId }, (session) => session.query(`INSERT INTO "leads" (${leads.columnNames.map((column) => `"${column}"`).join(', ')}) VALUES (${leads.columnNames.map((_, at) => `$${at + 1}`).join(', ')})`, leads.columnNames.map((column) => (column === 'declinedBy' ? JSON.stringify(row.declinedBy) : row[column as keyof typeof row]))))
    await desk.pull()
    expect(desk.rows.get('leads')?.get(row.id)).toEqual({ ...row, declinedBy: JSON.stringify(row.declinedBy) })
  })

  test('in pages of three, while others write, it ends with what is there', async () => {
    const { api, store, tenantId, desk } = await open()
    await desk.give(...Array.from({ length: 10 }, (_, at) => partner(`P${at}`)), ...Array.from({ length: 5 }, (_, at) => lead(`L${at}`)))
    const other = await api.desk(tenantId)
    const seen: { table: string; put: readonly unknown[]; remove: readonly string[] }[] = []
    let page = await other.page({ maximumRows: 3 })
    expect(page).toMatchObject({ reset: 'first', complete: null, remaining: 27 })
    for (let turn = 0; page.token !== null; turn += 1) {
      seen.push(...page.data)
      expect(page.data.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0)).toBeLessThanOrEqual(3)
      if (turn === 2) await desk.give(partner('late'))
      if (turn === 4) await store.transaction({ tenantId }, (session) => session.query(`DELETE FROM "partners" WHERE "code" IN ('P0', 'P9')`))
      page = await other.page({ maximumRows: 3, token: page.token })
    }
    seen.push(...page.data)
    other.cursor = page.complete?.cursor ?? null
    const ids = new Set<string>()
    for (const { table, put, remove } of seen) {
      if (table !== 'partners') continue
      for (const values of put) ids.add(String((values as unknown[])[0]))
      for (const id of remove) ids.delete(id)
    }
    const present = await store.transaction({ tenantId }, (session) => session.query<{ id: string }>('SELECT "id" FROM "partners" ORDER BY "id"'))
    expect([...ids].toSorted()).toEqual(present.map(({ id }) => id))
    expect(await other.pull()).toMatchObject({ data: [] })
  })

  test('many changes come in pages too, each row once a page and as it is now', async () => {
    const { api, tenantId, desk } = await open()
    const other = await api.desk(tenantId)
    await other.pull()
    const made = Array.from({ length: 7 }, (_, at) => ({ ...partner(`P${at}`), id: nextId() }))
    await desk.give(...made)
    await desk.give(...made.map((given) => ({ name: 'partners.setStatus', input: { id: madeBy(given), status: 'vetting' } })))
    const pulled = await other.pull({ maximumRows: 4 })
    expect(pulled.pages).toBeGreaterThan(3)
    expect([...(other.rows.get('partners')?.values() ?? [])].map((row) => row['status'])).toEqual(Array(7).fill('vetting'))
  })

  test('tells how far this desk’s commands are in it, and which of them did not count', async () => {
    const { desk } = await open()
    await desk.give(partner('A'), partner('A'), partner('B'))
    expect((await desk.pull({ acknowledged: 0 })).complete).toMatchObject({ lastSeq: 3, results: [{ seq: 2, status: 'refused', code: 'partner.code-taken' }] })
    expect((await desk.pull({ acknowledged: 3 })).complete).toMatchObject({ lastSeq: 3, results: [] })
  })

  test('somebody with territories sees these, what lies below, and what lies nowhere', async () => {
    const { limited, inGt, inNorth, nowhere } = await openTerritories()
    await limited.pull()
    expect(limited.ids('leads')).toEqual([inGt, inNorth, nowhere].toSorted())
    expect(limited.ids('territories')).toHaveLength(3)
  })

  test('a lead that leaves somebody’s territories is removed from his desk; one that comes is put there', async () => {
    const { store, tenantId, limited, inGt, inMx, gtId, mxId, northId, inNorth } = await openTerritories()
    await limited.pull()
    await moveLead(store, tenantId, inGt, mxId)
    expect((await limited.pull()).data).toMatchObject([{ table: 'leads', put: [], remove: [inGt] }])
    await moveLead(store, tenantId, inMx, gtId)
    await moveLead(store, tenantId, inNorth, gtId)
    await moveLead(store, tenantId, inGt, northId)
    await limited.pull()
    expect(limited.ids('leads')).toEqual(expect.arrayContaining([inGt, inMx, inNorth]))
  })

  test('a lead that left and whose changes were folded together is removed all the same', async () => {
    const { store, tenantId, limited, inGt, mxId } = await openTerritories()
    await limited.pull()
    await moveLead(store, tenantId, inGt, mxId)
    await moveLead(store, tenantId, inGt, null)
    await moveLead(store, tenantId, inGt, mxId)
    await store.transaction({ tenantId }, (session) => compactChanges(session, tenantId, { upTo: 1_000, floor: 0 }))
    expect((await limited.pull()).data).toMatchObject([{ table: 'leads', put: [], remove: [inGt] }])
  })

  test('what happens elsewhere is not told, not even by its id', async () => {
    const { store, tenantId, limited, inMx } = await openTerritories()
    await limited.pull()
    await store.transaction({ tenantId }, (session) => session.query('DELETE FROM "leads" WHERE "id" = $1', [inMx]))
    expect((await limited.pull()).data).toEqual([])
  })

  test.each<[string, (given: { api: CentralApi; store: Store; tenantId: string; mxId: string; desk: RemoteDesk; limited: RemoteDesk; gtId: string; northId: string }) => Promise<unknown>, string]>([
    ['scope, when the person’s territories changed', ({ store, limited, mxId }) => store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "person" SET "territories" = $2 WHERE "id" = $1', [limited.session.person.userId, [mxId]])), 'scope'],
    ['scope, when a territory came to lie below the person’s', ({ desk, gtId }) => desk.give(territory('GT-X', gtId)), 'scope'],
    ['epoch, when an older server was put back', ({ store, tenantId }) => renewEpoch(store, tenantId), 'epoch'],
    ['floor, when the changes since are not kept any more', async ({ store, tenantId, desk }) => {
      await desk.give(partner('Z1'))
      await store.transaction({ tenantId }, (session) => compactChanges(session, tenantId, { upTo: 1_000, floor: 1_000 }))
    }, 'floor'],
  ])('begins anew: %s', async (_, change, reason) => {
    const given = await openTerritories()
    await given.limited.pull()
    await change(given)
    expect(await given.limited.pull()).toMatchObject({ reset: reason })
    expect(await given.limited.pull()).toMatchObject({ reset: null })
  })

  test('a pull that was begun under other circumstances must be begun again', async () => {
    const { store, limited, mxId } = await openTerritories()
    const first = await limited.page({ maximumRows: 2 })
    await store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "person" SET "territories" = $2 WHERE "id" = $1', [limited.session.person.userId, [mxId]]))
    expect(await limited.post('/sync/v1/pull', { clientId: limited.clientId, cursor: null, token: first.token, requestId: 1, acknowledged: 0 })).toMatchObject({ status: 409, body: { error: { code: 'pull.overtaken' } } })
    expect(await limited.pull()).toMatchObject({ reset: 'first' })
  })

  test('only rows within reach may be written: not taken, not given away', async () => {
    const { store, tenantId, limited, inGt, inMx, nowhere } = await openTerritories()
    const city = (id: string): Given => ({ name: 'leads.update', input: { id, edits: [{ field: 'city', value: 'X' }] } })
    const answer = await limited.give(city(inGt), city(inMx), city(nowhere))
    expect(answer.results.map(({ status, code }) => [status, code])).toEqual([['applied', null], ['refused', 'permission.out-of-scope'], ['applied', null]])
    const cities = await store.transaction({ tenantId }, (session) => session.query<{ id: string; city: string | null }>('SELECT "id", "city" FROM "leads" WHERE "id" = ANY($1::text[])', [[inGt, inMx]]))
    expect(new Map(cities.map(({ id, city }) => [id, city]))).toEqual(new Map([[inGt, 'X'], [inMx, null]]))
    const assign = { name: 'assignment.applyDecisions', input: { runId: nextId(), leadIds: [inGt], partner: { ids: [], at: [-1] }, territory: { ids: [inMx], at: [0] }, rule: { ids: [], at: [-1] }, decision: { ids: [], at: [-1] } } }
    expect((await limited.give(assign)).results).toMatchObject([{ status: 'refused', code: 'permission.out-of-scope' }])
  })

  test('journal entries are seen by whoever sees a row they changed', async () => {
    const { limited, desk, inMx, inGt } = await openTerritories()
    await limited.pull()
    const before = limited.ids('journal').length
    await desk.give({ name: 'leads.update', input: { id: inMx, edits: [{ field: 'city', value: 'X' }] } }, { name: 'leads.update', input: { id: inGt, edits: [{ field: 'city', value: 'Y' }] } })
    await limited.pull()
    expect(limited.ids('journal').length).toBe(before + 1)
  })

  test('a new territory of one’s own can be used in the same push', async () => {
    const { limited, gtId, inGt } = await openTerritories()
    const below = territory('GT-NEW', gtId)
    const into = { name: 'assignment.applyDecisions', input: { runId: nextId(), leadIds: [inGt], partner: { ids: [], at: [-1] }, territory: { ids: [madeBy(below)], at: [0] }, rule: { ids: [], at: [-1] }, decision: { ids: [], at: [-1] } } }
    expect((await limited.give(below, into)).results.map(({ status }) => status)).toEqual(['applied', 'applied'])
  })

  test('a cursor or token that was made up, or is another’s, is refused', async () => {
    const { api, tenantId, desk } = await open()
    await desk.give(partner('A'), partner('B'))
    await desk.pull()
    const other = await api.desk(tenantId)
    const stranger = await api.desk(await api.newTenant())
    const { token } = await desk.page({ cursor: null, maximumRows: 1 })
    const [body = '', mac = ''] = (desk.cursor ?? '').split('.')
    const forged = `${Buffer.from(Buffer.from(body, 'base64url').toString().replace('"v":', '"v":1')).toString('base64url')}.${mac}`
    const asked = async (by: RemoteDesk, given: object) => (await by.post('/sync/v1/pull', { clientId: by.clientId, cursor: null, token: null, requestId: 1, acknowledged: 0, ...given })).status
    expect(await asked(desk, { cursor: desk.cursor })).toBe(200)
    expect(await Promise.all([asked(other, { cursor: desk.cursor }), asked(stranger, { cursor: desk.cursor }), asked(desk, { cursor: forged }), asked(desk, { cursor: body }), asked(desk, { cursor: 'x.y' }), asked(desk, { cursor: '' }), asked(desk, { cursor: token }), asked(desk, { token: desk.cursor }), asked(other, { token }), asked(stranger, { token })])).toEqual(Array(10).fill(400))
  })

  test('the checksums of what a desk should have are those of the rows', async () => {
    const { desk } = await open()
    await desk.give(partner('A'), lead('L'))
    await desk.pull()
    const digest = async () => (await desk.post('/sync/v1/digest', { clientId: desk.clientId, cursor: desk.cursor })).body as unknown as { tables: { table: string; rows: number; checksum: string }[] | null }
    const { tables } = await digest()
    const partners = tables?.find(({ table }) => table === 'partners')
    expect([partners?.rows, partners?.checksum.length, partners?.checksum.replaceAll('00000000', '').length]).toEqual([1, 2048, 8])
    await desk.give(partner('B'))
    expect(await digest()).toEqual({ tables: null })
  })

  test('waiting ends when something new may be seen, and not before', async () => {
    const { api, store, tenantId, desk } = await open()
    await desk.pull()
    const bearer = await bearerOf(desk, tenantId)
    const { central } = api.opened
    expect(await wait(central, bearer, null)).toEqual({ changed: true })
    expect(await wait(central, bearer, desk.cursor, { longestMs: 60 })).toEqual({ changed: false })
    const waiting = wait(central, bearer, desk.cursor)
    const started = performance.now()
    await desk.give(partner('A'))
    expect(await waiting).toEqual({ changed: true })
    expect(performance.now() - started).toBeLessThan(900)
    await desk.pull()
    const fromElsewhere = wait(central, bearer, desk.cursor)
    await moveLead(store, tenantId, nextId(), null)
    await store.transaction({ tenantId }, (session) => session.query(`UPDATE "partners" SET "rev" = "rev" + 1`))
    expect(await fromElsewhere).toEqual({ changed: true })
    const hungUp = new AbortController()
    await desk.pull()
    const given = wait(central, bearer, desk.cursor, { signal: hungUp.signal })
    hungUp.abort()
    expect(await given).toEqual({ changed: false })
  })

  test('waiting does not end for what one may not see', async () => {
    const { api, store, tenantId, limited, inMx, inGt, mxId } = await openTerritories()
    await limited.pull()
    const bearer = await bearerOf(limited, tenantId)
    const waiting = wait(api.opened.central, bearer, limited.cursor, { longestMs: 1_300 })
    await store.transaction({ tenantId }, (session) => session.query('UPDATE "leads" SET "city" = $2 WHERE "id" = $1', [inMx, 'X']))
    expect(await waiting).toEqual({ changed: false })
    await moveLead(store, tenantId, inGt, mxId)
    expect(await wait(api.opened.central, bearer, limited.cursor)).toEqual({ changed: true })
  })

  test('hello tells what is known of a desk', async () => {
    const { desk } = await open()
    const hello = async () => (await desk.post('/sync/v1/hello', { clientId: desk.clientId, programVersion: '1' })).body as unknown as Record<string, unknown>
    expect(await hello()).toMatchObject({ protocol: 1, oldestProtocol: 1, lastSeq: 0 })
    await desk.give(partner('A'))
    expect(await hello()).toMatchObject({ lastSeq: 1 })
  })
})
