import { describe, expect, onTestFinished, test } from 'vitest'
import { forgetExpired } from '#central/schedule/forget-expired.ts'
import { housekeeping } from '#central/schedule/housekeeping.ts'
import { planAt } from '#central/schedule/due-work.ts'
import { renewOldKey } from '#central/people/signing-keys.ts'
import { Schedule, type DueHandler } from '#central/schedule/schedule.ts'
import { databaseTime } from '#central/store/database-time.ts'
import { openPostgres } from '#central/store/postgres-store.ts'
import type { Store } from '#central/store/store.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { openApi } from '#test/foundation/central-api.ts'
import { centralStores, newTenant, quiet, type StoreName } from '#test/foundation/central-stores.ts'
import { runChild } from '#test/foundation/run-child.ts'
import { COUNTED, counted, countedWork, openCount, planCounted } from './counted-work.ts'
import { formCompany, formPath } from './form-company.ts'

const stores = centralStores()

function scheduleOf(store: Store, ...handlers: readonly DueHandler[]): Schedule {
  return new Schedule({ store, handlers, changed: quiet, log: quiet })
}

async function openCounting(name: StoreName) {
  const store = await stores.open(name)
  await openCount(store)
  return { store, tenantId: await newTenant(store) }
}

/** The keys of so many pieces of work, as they are due. */
const keysTo = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'))

describe('on one PostgreSQL', () => {
  const another = async (): Promise<Store> => {
    const store = openPostgres((await stores.postgres()).url, quiet)
    onTestFinished(() => store.close())
    return store
  }

  test('two who race over 500 pieces of late work do each once, in order', async () => {
    const { store, tenantId } = await openCounting('PostgreSQL')
    await planCounted(store, tenantId, 500)
    const both = [scheduleOf(store, countedWork('one')), scheduleOf(await another(), countedWork('two'))]
    await Promise.all(both.map((schedule) => schedule.doWhatIsDue()))
    const done = await counted(store, tenantId)
    expect(done.map(({ key }) => key)).toEqual(keysTo(500))
    expect(new Set(done.map(({ by }) => by)).size).toBe(2)
  })

  test('a process that is killed in the middle loses nothing and does nothing twice', async () => {
    const { store, tenantId } = await openCounting('PostgreSQL')
    await planCounted(store, tenantId, 40)
    const child = runChild('test/central/main/schedule-process.ts', (await stores.postgres()).url, '0017')
    await child.until('in the middle')
    expect((await counted(store, tenantId)).map(({ key }) => key)).toEqual(keysTo(17))
    const other = scheduleOf(await another(), countedWork('other'))
    const waiting = other.doWhatIsDue()
    await child.kill()
    await waiting
    await other.doWhatIsDue()
    const done = await counted(store, tenantId)
    expect(done.map(({ key }) => key)).toEqual(keysTo(40))
    expect(done.map(({ by }) => by)).toEqual([...Array.from({ length: 17 }, () => 'killed'), ...Array.from({ length: 23 }, () => 'other')])
  })
})

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('leaves what is not due yet, and what others do', async () => {
    const { store, tenantId } = await openCounting(name)
    const now = Date.parse(await store.transaction({ tenantId }, databaseTime))
    await store.transaction({ tenantId }, async (session) => {
      await planAt(session, { tenantId, kind: COUNTED, key: 'later', dueAt: new Date(now + 3_600_000).toISOString() })
      await planAt(session, { tenantId, kind: 'test.strange', key: 'x', dueAt: new Date(now - 1).toISOString() })
    })
    await scheduleOf(store, countedWork('me')).doWhatIsDue()
    expect(await counted(store, tenantId)).toEqual([])
    await store.transaction({ tenantId }, (session) => planAt(session, { tenantId, kind: COUNTED, key: 'later', dueAt: new Date(now - 1).toISOString() }))
    await scheduleOf(store, countedWork('me')).doWhatIsDue()
    expect(await counted(store, tenantId)).toEqual([{ key: 'later', by: 'me' }])
  })

  test('does what recurs once after a week off, and then at its next time', async () => {
    const { store, tenantId } = await openCounting(name)
    const recurring = { ...countedWork('me'), everySeconds: 3_600 }
    await scheduleOf(store, recurring).doWhatIsDue()
    await scheduleOf(store, recurring).doWhatIsDue()
    expect(await counted(store, tenantId)).toHaveLength(1)
    await store.transaction({ tenantId }, (session) => session.query(`UPDATE "dueWork" SET "dueAt" = "dueAt" - interval '7 days', "tryAt" = "tryAt" - interval '7 days'`))
    await scheduleOf(store, recurring).doWhatIsDue()
    await scheduleOf(store, recurring).doWhatIsDue()
    expect(await counted(store, tenantId)).toHaveLength(2)
    const [next] = await store.transaction({ tenantId }, (session) => session.query<{ ahead: number }>('SELECT extract(epoch FROM "dueAt" - clock_timestamp())::double precision AS "ahead" FROM "dueWork" WHERE "kind" = $1', [COUNTED]))
    expect(next?.ahead).toBeGreaterThan(0)
    expect(next?.ahead).toBeLessThanOrEqual(3_600)
  })

  test('lets work that breaks rest, with nothing of it done, and goes on with the others', async () => {
    const { store, tenantId } = await openCounting(name)
    await planCounted(store, tenantId, 3)
    const breaking = countedWork('me', async (key) => {
      if (key === '0001') throw new Error('broken')
    })
    await scheduleOf(store, breaking).doWhatIsDue()
    expect((await counted(store, tenantId)).map(({ key }) => key)).toEqual(['0000', '0002'])
    const [left] = await store.transaction({ tenantId }, (session) => session.query('SELECT "key", "failures", "lastError", "tryAt" > clock_timestamp() AS "rests" FROM "dueWork"'))
    expect(left).toEqual({ key: '0001', failures: 1, lastError: 'broken', rests: true })
    await store.transaction({ tenantId }, (session) => session.query('UPDATE "dueWork" SET "tryAt" = "dueAt"'))
    await scheduleOf(store, countedWork('me')).doWhatIsDue()
    expect((await counted(store, tenantId)).map(({ key }) => key)).toEqual(['0000', '0002', '0001'])
  })
})

describe('an offer that nobody answers', () => {
  const open = async (skewedBy = 0) => {
    const api = await openApi(await stores.open('PGlite'))
    api.clock.now = new Date(Date.now() + skewedBy)
    const company = await formCompany(api)
    const path = await formPath(api.store, company.tenantId)
    expect((await api.post(path, { company: 'Waiting', country: 'GT' })).status).toBe(200)
    const lead = async () => {
      await company.desk.pull()
      const [only] = [...(company.desk.rows.get(leads.name)?.values() ?? [])]
      return only ?? {}
    }
    const age = (hours: number) => api.store.transaction({ tenantId: company.tenantId }, (session) => session.query(`UPDATE "leads" SET "assignedAt" = $1, "rev" = "rev" + 1`, [new Date(Date.now() - hours * 3_600_000).toISOString()]))
    /** The schedule looks; what recurs is due again. */
    const look = async () => {
      await api.store.transaction({ tenantId: company.tenantId }, (session) => session.query('UPDATE "dueWork" SET "tryAt" = clock_timestamp()'))
      const schedule = api.opened.schedule(48)
      await schedule.doWhatIsDue()
      await schedule.doWhatIsDue()
    }
    return { ...company, api, lead, age, look }
  }

  test('goes to the next partner when its time is over, then back, and not before', async () => {
    const { desk, lead, age, look, ids } = await open()
    await age(47)
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.a })
    await age(49)
    await look()
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.b, assignmentOrigin: 'rules' })
    const made = [...(desk.rows.get('journal')?.values() ?? [])].filter(({ actorId }) => actorId === 'schedule')
    expect(made.map(({ command }) => command)).toEqual(['leads.setStage', 'assignment.recordDecisions', 'assignment.applyDecisions'])
    await age(49)
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.a })
  })

  test('is left alone once it is opened, or where a person has chosen', async () => {
    const { desk, lead, age, look, ids } = await open()
    const { id } = await lead()
    await desk.give({ name: 'leads.setStage', input: { id, stage: 'opened' } })
    await age(1_000)
    await look()
    expect(await lead()).toMatchObject({ stage: 'opened', partnerId: ids.a })
    await desk.give({ name: 'leads.setStage', input: { id, stage: 'recalled' } }, { name: 'leads.assignManually', input: { ids: [id], partnerId: ids.b, reason: 'They know each other', until: null } })
    await age(1_000)
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.b, assignmentOrigin: 'manual' })
  })

  test('B2.14: waits by the database’s clock, however wrong a process’s own is', async () => {
    const { lead, look, ids } = await open(400 * 86_400_000)
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.a })
  })
})

describe('a deadline that is over', () => {
  const WEEKS_AGO = new Date(Date.now() - 30 * 86_400_000).toISOString()
  const open = async (policy: object) => {
    const api = await openApi(await stores.open('PGlite'))
    const company = await formCompany(api)
    const path = await formPath(api.store, company.tenantId)
    await company.desk.give({ name: 'deadlines.createPolicy', input: { name: 'Accept', kind: 'accept', minutes: 540, ...policy } })
    expect((await api.post(path, { company: 'Waiting', country: 'GT' })).status).toBe(200)
    const lead = async () => {
      await company.desk.pull()
      const [only] = [...(company.desk.rows.get(leads.name)?.values() ?? [])]
      return only ?? {}
    }
    /** As if the offer had been made long ago. */
    const age = async () => {
      const { id } = await lead()
      await api.store.transaction({ tenantId: company.tenantId }, (session) => session.query(`UPDATE "leads" SET "assignedAt" = $1, "rev" = "rev" + 1`, [WEEKS_AGO]))
      await company.desk.give({ name: 'leads.reckonDeadlines', input: { ids: [id] } })
    }
    const look = async () => {
      await api.store.transaction({ tenantId: company.tenantId }, (session) => session.query('UPDATE "dueWork" SET "tryAt" = clock_timestamp()'))
      const schedule = api.opened.schedule(null)
      await schedule.doWhatIsDue()
      await schedule.doWhatIsDue()
    }
    return { ...company, lead, age, look }
  }

  test('is recalled and offered to the next, once, with the steps in the history', async () => {
    const { desk, lead, age, look, ids } = await open({ breach: 'recall', grace: 60 })
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.a, dueKind: 'accept', dueStep: 'running' })
    await age()
    await look()
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.b, dueKind: 'accept', dueStep: 'running' })
    expect([...(desk.rows.get('offers')?.values() ?? [])]).toMatchObject([{ partnerId: ids.a, outcome: 'expired', reason: 'deadline:accept' }])
    const made = [...(desk.rows.get('journal')?.values() ?? [])].filter(({ actorId }) => actorId === 'schedule')
    expect(made.map(({ command }) => command)).toEqual(['leads.keepDeadlines', 'assignment.recordDecisions', 'assignment.applyDecisions'])
  })

  test('is only shown where nothing is to follow', async () => {
    const { lead, age, look, ids } = await open({ breach: 'tell' })
    await age()
    await look()
    await look()
    expect(await lead()).toMatchObject({ stage: 'offered', partnerId: ids.a, dueStep: 'missed', actAt: null })
  })
})

describe('housekeeping', () => {
  test('adds a key when the newest is of age, folds changes but for the youngest, and starts by itself', async () => {
    const store = await stores.open('PGlite')
    const tenantId = await newTenant(store)
    const keys = () => store.transaction({ as: 'registrar' }, (session) => session.query('SELECT 1 FROM "signingKey"'))
    const before = (await keys()).length
    const renew = (now: string) => store.transaction({ as: 'registrar' }, (session) => renewOldKey(session, now))
    for (const now of ['2036-01-01T00:00:00.000Z', '2036-01-30T00:00:00.000Z']) await renew(now)
    expect(await keys()).toHaveLength(before + 1)
    await renew('2036-02-01T00:00:00.000Z')
    expect(await keys()).toHaveLength(before + 2)
    await store.transaction({ tenantId }, (session) => session.query(`INSERT INTO "partners" ("id", "code", "name", "type", "tier", "status", "country", "regions", "languages", "products", "industries", "certifications", "timeZone", "calendar", "absences", "contacts", "createdAt", "updatedAt") VALUES ('p', 'P', 'P', 'reseller', 'registered', 'active', 'GT', '[]', '[]', '[]', '[]', '[]', 'UTC', 'GT', '[]', '[]', '', '')`))
    for (const v of [1_500, 2_600]) {
      await store.transaction({ tenantId }, (session) => session.query('UPDATE "sync_tenant" SET "v" = $1', [v]))
      await store.transaction({ tenantId }, (session) => session.query('UPDATE "partners" SET "rev" = "rev" + 1'))
    }
    const end = scheduleOf(store, ...housekeeping).start()
    await end()
    await scheduleOf(store, ...housekeeping).doWhatIsDue()
    const changes = await store.transaction({ tenantId }, (session) => session.query<{ v: number }>('SELECT "v" FROM "sync_change" ORDER BY "v"'))
    expect(changes.map(({ v }) => v)).toEqual([1_501, 2_601])
  })

  test('forgets codes and tokens that are no longer good, and signs out a desk that has none left', async () => {
    const api = await openApi(await stores.open('PGlite'))
    const tenantId = await api.newTenant()
    const desk = await api.desk(tenantId)
    await api.code(tenantId, 'viewer')
    const count = (table: string) => api.store.transaction({ as: 'registrar' }, async (session) => (await session.query(`SELECT 1 FROM "${table}" WHERE "tenantId" = $1`, [tenantId])).length)
    const forget = (days: number) => api.store.transaction({ as: 'registrar' }, (session) => forgetExpired(session, new Date(Date.now() + days * 86_400_000).toISOString()))
    await forget(1)
    expect([await count('enrolment'), await count('refreshToken')]).toEqual([2, 1])
    expect((await desk.pull()).reset).toBe('first')
    await forget(4)
    expect([await count('enrolment'), await count('refreshToken')]).toEqual([0, 1])
    await forget(181)
    expect([await count('enrolment'), await count('refreshToken')]).toEqual([0, 0])
    await expect(desk.pull()).rejects.toThrow('session.ended')
  })
})
