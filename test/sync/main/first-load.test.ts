import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examine } from '#main/workspace/doctor.ts'
import { incomingFolder } from '#main/sync/incoming.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { checkDesk } from '../check-desk.ts'
import { FakeHttp, json } from '../fake-http.ts'
import { LoopDesk, settled } from '../loop-desk.ts'
import { SyncDesk } from '../sync-desk.ts'

const { create, update } = leadsContract.operations
const LEADS = 9

/** A server with some leads, which gives two rows a page. */
async function serverWithLeads(): Promise<{ http: FakeHttp; filler: SyncDesk }> {
  const http = new FakeHttp()
  const filler = new SyncDesk().connect()
  for (let at = 0; at < LEADS; at += 1) valueOf(filler.give(create, { company: `Company ${at}`, country: 'JP' }))
  await filler.sync(http.central)
  http.central.pageRows = 2
  return { http, filler }
}

async function loaded({ loop, desk }: LoopDesk): Promise<void> {
  await loop.now()
  expect(desk.unanswered()).toEqual([])
}

describe('a first load of many pages', () => {
  test('shows nothing until it is complete, and then everything, with what is the desk’s own', async () => {
    const { http } = await serverWithLeads()
    const one = new LoopDesk(http, new SyncDesk(), { gathers: true })
    valueOf(one.desk.give(viewsContract.operations.save, { list: 'leads', name: 'Mine', state: {} }))
    const seen = new Set<number>()
    http.fault = (path) => {
      if (path === '/sync/v1/pull') seen.add(one.desk.rows().get('leads')?.length ?? -1)
      return undefined
    }
    await one.connect()
    expect(http.count('/sync/v1/pull')).toBeGreaterThan(5)
    expect([...seen]).toEqual([0])
    expect(one.desk.rows()).toEqual(await http.central.rows())
    expect(one.desk.db.prepare('SELECT "name" FROM "views"').pluck().all()).toEqual(['Mine'])
    expect(examine(one.desk.db, one.desk.directory).findings.filter(({ ok, check }) => !ok && check !== 'disk-space')).toEqual([])
    expect(existsSync(incomingFolder(one.desk.directory))).toBe(false)
    checkDesk(one.desk, http.central)
  })

  test('does again on top of it what was given while it came', async () => {
    const { http } = await serverWithLeads()
    const one = new LoopDesk(http, new SyncDesk(), { gathers: true })
    let given = false
    http.fault = (path, body) => {
      if (path === '/sync/v1/pull' && (body as { token: string | null }).token !== null && !given) {
        given = true
        valueOf(one.desk.give(create, { company: 'Given meanwhile', country: 'JP' }))
      }
      return undefined
    }
    await one.connect()
    expect(one.desk.rows().get('leads')).toHaveLength(LEADS + 1)
    checkDesk(one.desk, http.central)
    await loaded(one)
    expect(one.desk.rows()).toEqual(await http.central.rows())
  })

  test('goes on where it was after the program was ended', async () => {
    const { http } = await serverWithLeads()
    const desk = new SyncDesk()
    const one = new LoopDesk(http, desk, { gathers: true })
    let pages = 0
    http.fault = (path) => (path === '/sync/v1/pull' && (pages += 1) > 4 ? new TypeError('fetch failed') : undefined)
    await one.connect().catch(() => undefined)
    await one.end()
    expect(desk.rows().get('leads')).toEqual([])
    desk.reopen()
    http.fault = () => undefined
    const tokens: unknown[] = []
    http.fault = (path, body) => {
      if (path === '/sync/v1/pull') tokens.push((body as { token: unknown }).token)
      return undefined
    }
    const again = new LoopDesk(http, desk, { gathers: true })
    again.secret = one.secret
    await loaded(again)
    expect(tokens[0]).not.toBeNull()
    expect(desk.rows()).toEqual(await http.central.rows())
    checkDesk(desk, http.central)
  })

  test('begins anew when the server cannot go on with it, and loses nothing that was not sent', async () => {
    const { http } = await serverWithLeads()
    const one = new LoopDesk(http, new SyncDesk(), { gathers: true })
    let pages = 0
    http.fault = (path) => {
      if (path !== '/sync/v1/pull') return undefined
      pages += 1
      if (pages === 3) valueOf(one.desk.give(create, { company: 'Not sent', country: 'JP' }))
      return pages === 4 ? json(409, { error: { code: 'pull.overtaken', message: 'begin again' } }) : undefined
    }
    await one.connect()
    await loaded(one)
    expect(one.desk.rows()).toEqual(await http.central.rows())
    expect(one.desk.rows().get('leads')).toHaveLength(LEADS + 1)
  })

  test('also brings a desk back in step with a server that was put back, unsent work on top', async () => {
    const { http, filler } = await serverWithLeads()
    const one = new LoopDesk(http, new SyncDesk(), { gathers: true })
    await one.connect()
    const saved = await http.central.save()
    const [lead] = one.desk.rows().get('leads') ?? []
    valueOf(filler.give(update, { id: String(lead?.['id']), edits: [{ field: 'city', value: 'Osaka' }] }))
    await filler.sync(http.central)
    await one.loop.now()
    await http.central.restore(saved, 'second')
    valueOf(one.desk.give(update, { id: String(lead?.['id']), edits: [{ field: 'industry', value: 'food' }] }))
    await one.loop.now()
    await settled()
    await loaded(one)
    expect(one.desk.rows()).toEqual(await http.central.rows())
    expect(one.desk.rows().get('leads')?.find(({ id }) => id === lead?.['id'])).toMatchObject({ industry: 'food' })
    checkDesk(one.desk, http.central)
  })
})
