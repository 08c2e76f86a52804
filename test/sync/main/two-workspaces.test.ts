import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openForReading } from '#main/workspace/open.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { sharedRow, syncedTables } from '#main/sync/synced-tables.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import type { Role } from '#shared/people/role.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { listeningCentral } from '#test/foundation/listening-central.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { create, update } = leadsContract.operations
const sync = syncContract.operations

const { api, address } = listeningCentral()

async function connected(tenantId: string, role: Role = 'channelManager', fill?: (host: OpenHost) => Promise<void>): Promise<OpenHost> {
  const host = await openHost()
  await fill?.(host)
  expect(valueOf(await host.call(sync.connect, { address: address(), code: await api().code(tenantId, role) }))).toMatchObject({ state: 'synced', pending: 0, problem: null })
  return host
}

/** What desks share, as the file has it. */
function rowsOf({ directory }: OpenHost): ReadonlyMap<string, readonly object[]> {
  const db = openForReading(directory)
  onTestFinished(() => {
    db.close()
  })
  return new Map(syncedTables.map((table) => [table.name, selectRows(db, table, `WHERE ${sharedRow(table)} ORDER BY "id"`)]))
}

async function agree(...hosts: readonly OpenHost[]): Promise<void> {
  for (const host of [...hosts, ...hosts]) valueOf(await host.call(sync.now, {}))
  const [first, ...others] = hosts.map(rowsOf)
  for (const other of others) expect(other).toEqual(first)
  for (const host of hosts) expect(host.logged).toEqual([])
}

describe('two workspaces and a central API', () => {
  test('agree on what one had before it was connected', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId, 'channelManager', async (host) => {
      valueOf(await host.call(workspaceContract.operations.loadDemo, {}))
    })
    const other = await connected(tenantId)
    const counts = valueOf(await one.call(workspaceContract.operations.status, {})).counts
    expect(counts.leads).toBeGreaterThan(100)
    expect(valueOf(await other.call(workspaceContract.operations.status, {}))).toMatchObject({ counts, sync: 'synced', pending: 0 })
    await agree(one, other)
  })

  test('agree after both were edited offline, and tell the one whose edit came too late', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const other = await connected(tenantId)
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', country: 'JP', city: 'Kobe' }))
    await agree(one, other)
    for (const host of [one, other]) expect(valueOf(await host.call(sync.pause, { paused: true })).state).toBe('paused')
    valueOf(await one.call(update, { id, edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] }))
    valueOf(await other.call(update, { id, edits: [{ field: 'city', value: 'Kyoto', was: 'Kobe' }] }))
    valueOf(await other.call(update, { id, edits: [{ field: 'industry', value: 'food', was: null }] }))
    valueOf(await one.call(create, { company: 'Made offline' }))
    expect(valueOf(await other.call(sync.status, {}))).toMatchObject({ state: 'paused', pending: 2 })
    for (const host of [one, other]) valueOf(await host.call(sync.pause, { paused: false }))
    await agree(one, other)
    expect(valueOf(await other.call(leadsContract.operations.get, { id }))).toMatchObject({ city: 'Osaka', industry: 'food' })
    const [refused, ...more] = valueOf(await other.call(sync.inbox, {}))
    expect(more).toEqual([])
    expect(refused).toMatchObject({ command: 'leads.update', code: 'lead.stale', status: 'refused', details: { yours: 'Kyoto', theirs: 'Osaka' } })
    expect(valueOf(await other.call(sync.status, {}))).toMatchObject({ state: 'refused', refused: 1, pending: 0 })
    valueOf(await other.call(sync.retry, { id: refused?.id ?? '', input: { id, edits: [{ field: 'city', value: 'Kyoto', was: 'Osaka' }] } }))
    await agree(one, other)
    expect(valueOf(await one.call(leadsContract.operations.get, { id }))).toMatchObject({ city: 'Kyoto' })
    expect(valueOf(await other.call(sync.status, {}))).toMatchObject({ state: 'synced', refused: 0 })
  })

  test('B2.3: both give one lead away offline: the server decides, the later one sees why and by whom, and the lead is offered once', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const other = await connected(tenantId)
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', country: 'JP' }))
    const partner = async (code: string) => valueOf(await one.call(partnersContract.operations.create, { code, name: code, type: 'reseller', country: 'JP', status: 'active' })).id
    const [first, second] = [await partner('FIRST'), await partner('SECOND')]
    await agree(one, other)
    for (const host of [one, other]) valueOf(await host.call(sync.pause, { paused: true }))
    for (const [host, partnerId] of [[one, first], [other, second]] as const) valueOf(await host.call(leadsContract.operations.assignManually, { ids: [id], partnerId, reason: 'knows them', until: null, was: [null] }))
    expect(valueOf(await other.call(leadsContract.operations.get, { id })).partnerId).toBe(second)
    for (const host of [one, other]) valueOf(await host.call(sync.pause, { paused: false }))
    await agree(one, other)
    expect(valueOf(await other.call(leadsContract.operations.get, { id }))).toMatchObject({ partnerId: first, stage: 'offered' })
    const [refused] = valueOf(await other.call(sync.inbox, {}))
    expect(refused).toMatchObject({ command: 'leads.assignManually', code: 'lead.stale', details: { field: 'partnerId', yours: second, theirs: first } })
    expect(rowsOf(one).get('offers')).toEqual([])
  })

  test('hear of each other’s changes without being asked', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const other = await connected(tenantId)
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods' }))
    await expect.poll(() => other.call(leadsContract.operations.get, { id }), { timeout: 20_000 }).toMatchObject({ ok: true, value: { company: 'Kitayama Foods' } })
    expect(other.events.some(({ name }) => name === 'leads.changed')).toBe(true)
    expect(other.events.some(({ name }) => name === 'sync.changed')).toBe(true)
  })

  test('import, undo and see it undone', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const other = await connected(tenantId)
    const path = join(one.directory, 'leads.csv')
    writeFileSync(path, ['Company,Country,City', ...Array.from({ length: 2_500 }, (_, at) => `Company ${at},ES,Málaga`)].join('\n'))
    one.host.grantFile({ token: 'leads.csv', path, access: 'read' })
    const { batchId, imported } = valueOf(await one.call(importsContract.operations.run, { file: 'leads.csv', subject: 'leads' }))
    expect(imported).toBe(2_500)
    await agree(one, other)
    expect(valueOf(await other.call(leadsContract.operations.list, { to: 1 })).total).toBe(2_500)
    valueOf(await other.call(journalContract.operations.undoBatch, { id: batchId ?? '' }))
    await agree(one, other)
    expect(valueOf(await one.call(leadsContract.operations.list, { to: 1 })).total).toBe(0)

    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', city: 'Kobe' }))
    const { entry } = valueOf(await one.call(update, { id, edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] }))
    await agree(one, other)
    valueOf(await other.call(journalContract.operations.undo, { entry }))
    await agree(one, other)
    expect(valueOf(await one.call(leadsContract.operations.get, { id }))).toMatchObject({ city: 'Kobe' })
  })

  test('find out a row that has silently come to differ, and agree again', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', city: 'Kobe' }))
    expect(valueOf(await one.call(sync.compare, {}))).toEqual({ compared: true, differing: [] })
    const db = new Database(join(one.directory, 'workspace.db'))
    db.function('fold_text', (text) => text)
    db.exec(`UPDATE "_sync" SET "capture" = 0; UPDATE "leads" SET "city" = 'Nowhere', "rev" = 9; UPDATE "_sync" SET "capture" = 1`)
    db.close()
    expect(valueOf(await one.call(sync.compare, {}))).toEqual({ compared: true, differing: ['leads'] })
    expect(valueOf(await one.call(leadsContract.operations.get, { id }))).toMatchObject({ city: 'Kobe' })
    expect(valueOf(await one.call(workspaceContract.operations.doctor, {})).findings.find(({ check }) => check === 'sync-compared')?.detail).toContain('rows of leads were not')
    expect(one.logged).toEqual([expect.stringContaining('rows of leads are not as the central API has them')])
    expect(valueOf(await one.call(sync.compare, {}))).toEqual({ compared: true, differing: [] })
  })

  test('keep the work of somebody whose role was taken while it waited: it is not done, and it is not lost', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', country: 'JP', city: 'Kobe' }))
    valueOf(await one.call(sync.now, {}))
    valueOf(await one.call(sync.pause, { paused: true }))
    valueOf(await one.call(update, { id, edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] }))
    valueOf(await one.call(create, { company: 'Made before the role went', country: 'JP' }))
    expect(valueOf(await one.call(sync.outbox, {}))).toMatchObject({ total: 2, commands: [{ command: 'leads.update', input: { id } }, { command: 'leads.create', input: { company: 'Made before the role went' } }] })
    await api().store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "person" SET "role" = 'viewer' WHERE "tenantId" = $1`, [tenantId]))
    valueOf(await one.call(sync.pause, { paused: false }))
    valueOf(await one.call(sync.now, {}))
    const kept = valueOf(await one.call(sync.inbox, {}))
    expect(kept.map(({ code, command }) => [command, code])).toEqual([['leads.create', 'permission.denied'], ['leads.update', 'permission.denied']])
    expect(kept[1]?.input).toEqual({ id, edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] })
    expect(valueOf(await one.call(leadsContract.operations.get, { id }))).toMatchObject({ city: 'Kobe' })
    expect(valueOf(await one.call(leadsContract.operations.list, { to: 1 })).total).toBe(1)
  })

  test('take no change of more rows at once than the server allows', async () => {
    const tenantId = await api().newTenant()
    const one = await api().desk(tenantId)
    const ids = Array.from({ length: 2_001 }, (_, at) => `01990000-0000-7000-8000-${String(at).padStart(12, '0')}`)
    const { results } = await one.give({ name: 'leads.releaseToRules', input: { ids } })
    expect(results).toMatchObject([{ status: 'refused', code: 'input.invalid' }])
  })

  test('keep a viewer from changing anything, and let one go with all rows', async () => {
    const tenantId = await api().newTenant()
    const one = await connected(tenantId)
    valueOf(await one.call(create, { company: 'Kitayama Foods' }))
    valueOf(await one.call(sync.now, {}))
    const viewer = await connected(tenantId, 'viewer')
    expect(refusalOf(await viewer.call(create, { company: 'Other' }))).toMatchObject({ code: 'permission.denied' })
    expect(valueOf(await viewer.call(leadsContract.operations.list, { to: 1 })).total).toBe(1)
    expect(valueOf(await viewer.call(sync.signOut, { wipe: true }))).toMatchObject({ state: 'local', person: null })
    expect(valueOf(await viewer.call(leadsContract.operations.list, { to: 1 })).total).toBe(0)
  })
})

describe('a wiped workspace', () => {
  test('holds no byte of the company’s rows, in whatever copy they lay', async () => {
    const one = await connected(await api().newTenant())
    const { id } = valueOf(await one.call(create, { company: 'Kitayama Foods', country: 'JP', city: 'Kobe' }))
    valueOf(await one.call(update, { id, edits: [{ field: 'city', value: 'Nishinomiya', was: 'Kobe' }] }))
    valueOf(await one.call(sync.now, {}))
    valueOf(await one.call(workspaceContract.operations.backUp, {}))
    for (const aside of ['replaced-2026', 'damaged-2026', 'restoring-2026']) cpSync(join(one.directory, 'backups'), join(one.directory, aside), { recursive: true })
    mkdirSync(join(one.directory, 'crashes', 'completed'), { recursive: true })
    for (const name of ['completed/1.dmp', 'settings.dat']) writeFileSync(join(one.directory, 'crashes', name), name === 'settings.dat' ? 'the program’s own' : 'memory with Kitayama in it')
    expect(filesHolding(one.directory, 'Kitayama').length).toBeGreaterThan(5)
    valueOf(await one.call(sync.signOut, { wipe: true }))
    for (const text of ['Kitayama', 'kitayama', 'Nishinomiya', 'nishinomiya']) expect([text, filesHolding(one.directory, text)]).toEqual([text, []])
    expect(readdirSync(one.directory).filter((name) => /backups|replaced|damaged|restoring|central-session/.test(name))).toEqual([])
    expect(readdirSync(join(one.directory, 'crashes'), { recursive: true })).toEqual(expect.arrayContaining(['completed', 'settings.dat']))
  })
})

function filesHolding(directory: string, text: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => lstatSync(join(directory, name)).isFile() && readFileSync(join(directory, name)).includes(text))
}
